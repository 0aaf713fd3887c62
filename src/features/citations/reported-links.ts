import type { Insertion } from '../../core/citation/insert.ts';

/** What decides on the messages of VS Code's own Markdown validation. */
export interface Validation {
  /** VS Code validates only what has the language `markdown`. */
  readonly languageId: string;
  /** `markdown.validate.enabled` */
  readonly enabled: boolean | undefined;
  /** `markdown.validate.referenceLinks.enabled` */
  readonly referenceLinks: string | undefined;
}

/** A citation key or a footnote, which stand in brackets without an address behind them. */
const BRACKETS = /\[[^\]]*@[^\]]*\](?!\()|\[\^[^\]]+\]/;

/** Whether VS Code reports what was inserted as a link by label whose definition is missing. */
export function isReported({ inline }: Pick<Insertion, 'inline'>, validation: Validation): boolean {
  return (
    validation.languageId === 'markdown' &&
    validation.enabled === true &&
    validation.referenceLinks !== 'ignore' &&
    BRACKETS.test(inline)
  );
}
