import { type Manner, substituted } from '../../core/citation/forms.ts';
import type { Reference } from '../../core/citation/references.ts';

/** What was inserted. */
export interface Inserted {
  readonly references: readonly Reference[];
  readonly manner: Manner;
}

/** What decides on the messages of VS Code's own Markdown validation. */
export interface Validation {
  /** VS Code validates only what has the language `markdown`. */
  readonly languageId: string;
  /** `markdown.validate.enabled` */
  readonly enabled: boolean | undefined;
  /** `markdown.validate.referenceLinks.enabled` */
  readonly referenceLinks: string | undefined;
}

/** Whether VS Code reports what was inserted, a citation key or a footnote, as a link by label without a definition. */
export function isReported({ references, manner }: Inserted, validation: Validation): boolean {
  return (
    validation.languageId === 'markdown' &&
    validation.enabled === true &&
    validation.referenceLinks !== 'ignore' &&
    (/^pandoc/.test(manner.form) || manner.form === 'footnote') &&
    substituted(references, manner).length < references.length
  );
}
