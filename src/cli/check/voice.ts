import { ENGLISH_DATE_WORDS } from '../../core/dossier/date-format.ts';
import { inEnglish, type Voice } from '../../core/dossier/translate.ts';

/** In place of sentences that tell somebody in an editor what to do there. */
export const INSTEAD: ReadonlyMap<string, string> = new Map([
  [
    'To find a key, type a word of the document after “[@”.',
    'No reference in the front matter and no bibliography file that it names has it either.',
  ],
]);

/** How the command line speaks: in English, to somebody who has no editor at hand. */
export const COMMAND_LINE: Voice = {
  t: (message, ...args) => inEnglish(INSTEAD.get(message) ?? message, ...args),
  dates: ENGLISH_DATE_WORDS,
};
