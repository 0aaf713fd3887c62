import { paragraphsIn } from '../../text/citations.ts';
import type { Range } from '../../text/ordered-ranges.ts';
import type { Form } from '../forms.ts';
import { writtenLocator } from '../preview/written-locator.ts';
import type { CitedWork } from '../references.ts';
import type { CitableWork } from '../works.ts';

/** The forms that can be read again, and so be converted. */
export const CONVERTIBLE = [
  'pandoc-key',
  'myst',
  'footnote',
  'markdown-link',
  'formatted',
] as const satisfies readonly Form[];

/** A citation of a text, in whatever form, that can be written in another. */
export interface Found extends Range {
  readonly form: (typeof CONVERTIBLE)[number];
  readonly references: readonly CitedWork[];
  readonly prefix: string;
  readonly suffix: string;
  readonly labels?: readonly string[];
  /** It needs no more: from one form of keys to the other nothing has to be known of the works. */
  readonly written?: string;
}

/** A work at the place that some words begin with (`para. 5`, `pp. 33-35`), and the rest of the words. */
export function citedAt(
  work: CitableWork,
  words: string,
): { readonly reference: CitedWork; readonly rest: string } {
  const suffix = `, ${words}`;
  const written = writtenLocator(suffix);
  const paragraphs = written?.locator.label === 'paragraph' ? paragraphsIn(suffix) : [];
  const locator = paragraphs.length === 0 ? written?.locator : undefined;
  return {
    reference: { kind: 'work', work, paragraphs, ...(locator && { locator }) },
    rest: suffix.slice(written?.length ?? 0).replace(/^[\s,]+/, ''),
  };
}
