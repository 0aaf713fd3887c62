import type { RecordReference } from '../dossier/reference.ts';
import type { SourceMark } from './sources.ts';

/** A stretch of a line: plain text, emphasis, or a link to another page or to an address. All texts are untrusted. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly emphasis: string }
  | { readonly text: string; readonly to: RecordReference | { readonly url: string } };

/** One statement with where it comes from. */
export interface Statement {
  readonly label: string;
  readonly content: readonly Inline[];
  readonly evidence: readonly SourceMark[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  /** Set apart, for what a reader must not miss: that a meeting is doubtful. */
  | { readonly kind: 'notice'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'statements';
      readonly columns: readonly [string, string, string];
      /** Stands before the sources that contradict a statement. */
      readonly contradictedBy: string;
      readonly rows: readonly Statement[];
    };

/** What a page says. How it looks is for the surface that shows it. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}
