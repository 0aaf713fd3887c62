import type { Range } from '../../text/ordered-ranges.ts';
import type { Form } from '../forms.ts';
import type { CitedWork } from '../references.ts';

/** The forms that can be read again, and so be converted. */
export const CONVERTIBLE = ['pandoc-key', 'myst', 'footnote', 'formatted'] as const satisfies readonly Form[];

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
