import type { CslFields } from '../../dossier/records.ts';
import type { RichText } from '../rich-text.ts';

/** A way of formatting references. One file each; `registry.ts` lists them. */
export interface CitationStyle {
  readonly id: string;
  /** As its handbook names it; not translated. */
  readonly name: string;
  /** BCP 47 tag of the language it writes. */
  readonly language: string;
  /**
   * The reference as a first full note has it, without a full stop at its end.
   * @param paragraphs the numbers of the paragraphs that are cited; empty for the whole.
   */
  readonly note: (fields: CslFields, paragraphs: readonly number[]) => RichText;
}
