import type { PreviewCitation } from '../../core/citation/preview/find.ts';
import type { FormattedCitations, PlacedCitation } from '../../core/citation/preview/format.ts';
import type { HtmlVoice, Surrounded } from '../../core/citation/preview/html.ts';
import type { ListedWorks } from '../../core/citation/preview/work.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import type { CitableWork } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Token } from './markdown-it.ts';

/** What the plugin asks for while it renders. */
export interface PreviewSource {
  readonly dossier: Dossier;
  /** The style for a document, by what the renderer was called with; `undefined` where keys stay as they are written. */
  readonly style: (env: object) => CitationStyle | undefined;
  /** What the bibliography files of a document hold, by what the renderer was called with. */
  readonly listed: (env: object) => ListedWorks;
  /** Whether a bibliography file may have the key: a text is parsed before anybody tells of which document it is. */
  readonly mayBeListed: (key: string) => boolean;
  /** What is said of a key that no document has; `undefined` where nothing is. */
  readonly unknown: (key: string, inBrackets: boolean) => string | undefined;
  readonly remark: HtmlVoice['remark'];
  readonly words: Pick<HtmlVoice, 'notes' | 'bibliography' | 'back'>;
}

/** A text with its citations in order; made when it is parsed. */
export interface CitedText {
  readonly source: string;
  readonly env: object;
  readonly citations: PlacedCitation[];
  readonly unknown: Set<string>;
  hasBibliography: boolean;
  /** Of its bibliography, where the marker names one. */
  listStyle?: CitationStyle;
  /** What was made of it last. */
  made?: Made;
}

/** What is shown of a text in a style. */
export interface Made {
  readonly text: CitedText;
  readonly style: CitationStyle;
  readonly listed: ListedWorks;
  readonly formatted: FormattedCitations;
  readonly entries: readonly CitableWork[];
  /** Of the entries, from 1. */
  readonly numbers: ReadonlyMap<CitableWork, number>;
}

/** What stands behind a token of ours. The tokens themselves go to others, as JSON: they carry text alone. */
export type Mark =
  | ({
      readonly kind: 'citation';
      readonly citation: PreviewCitation;
      readonly source: string;
      /** Its keys are meant for sources, whether or not they are known. */
      readonly meant: boolean;
      text?: CitedText;
      index: number;
    } & Surrounded)
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly written: string;
      readonly inBrackets: boolean;
      text?: CitedText;
    }
  /** A break of the line before a citation. */
  | { readonly kind: 'break'; readonly text: CitedText; readonly index: number }
  | { readonly kind: 'notes'; readonly text: CitedText }
  | { readonly kind: 'bibliography'; readonly text: CitedText; readonly written: readonly Token[] };
