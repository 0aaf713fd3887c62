import type { DateWords } from './date-format.ts';

/**
 * Gives a message in the reader's language and puts the arguments in the place of `{0}`, `{1}`. The English message is its
 * own key. The extension passes VS Code's `l10n.t`; the command line and the tests pass {@link inEnglish}.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export const inEnglish: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));

/** The language in which a surface speaks. */
export interface Voice {
  readonly t: Translate;
  readonly dates: DateWords;
}
