// What headlines and notes say of people in two words: `Kerry Presses`, `Warns Lavrov`, `Lavrov Trip`.

import { wordSet } from './word-set.ts';

/**
 * Verbs by their base form; none is a given name, a surname or a place with or without its ending. Those that are in the
 * base form, or whose past is not regular, stand in {@link WORDS} as they are.
 */
const VERBS = wordSet(
  'accept accuse address admit agree announce answer appeal argue arrive ask assail assure attack avoid await ' +
    'become begin berate blame blast block brief call cancel caution challenge chide cite claim clash comment complain concede ' +
    'condemn confer confirm confront consider consult convince counter criticise criticize decline defend deflect ' +
    'deliver demand denounce deny depart disagree discuss dismiss dodge doubt embrace end endorse enter evade expect ' +
    'explain extend face fail fault fear finish follow get give go greet grill hail hand help hint host ignore ' +
    'insist insult invite join joke keep lash laud leave let look lose make meet mention miss mock name negotiate ' +
    'note offer oppose outline outlast parry phone pledge postpone praise predict prepare pressure promise propose ' +
    'protest prove provoke push put question quote raise rattle reach react reassure rebuff rebuke recall receive refuse ' +
    'reject remain remember repeat report reply request resign respond resume return reveal rule salute say scoff ' +
    'scold seek seem send shake shrug sign sit skip slam smile snub speak start stay stop suggest summon surprise ' +
    'take talk taunt tease tell testify thank think threaten toast tout trust try turn unveil urge use vow wait want ' +
    'warn weigh welcome win withdraw work worry',
);
const WORDS = wordSet(
  'told became met said held took gave made spoke flew left went began saw sought won lost kept got sent quit hits hit sees hears ' +
    'holds hold flies backs backed backing reads heads heading lands landed leads led plans planned hopes hoped hoping ' +
    'presses pressed pressing opens opened opening visits visited visiting travels traveled travelled trades shows breaks broke sets ' +
    'moves tests finds found knows knew stands strikes struck tours slammed spars cuts draws drops runs plays pays does did has is ' +
    'are was were will',
);
/** After a surname only: before one they may be a place, a book, an order (`Visit Kerry`). */
const EVENTS = wordSet(
  'visit trip plan deal remarks statement speech interview proposal letter aides delegation comments briefing dinner ' +
    'summit conference nomination resignation departure appointment testimony secretary president',
);

/** Whether a folded word is a verb of headlines, which is no part of a name before or after it. */
export function isHeadlineVerb(word: string): boolean {
  if (WORDS.has(word) || VERBS.has(word)) return true;
  const stem = word.replace(/(?:s|d|ing)$/, '');
  if (stem === word) return false;
  return (
    VERBS.has(stem) ||
    VERBS.has(`${stem}e`) ||
    VERBS.has(stem.replace(/e$/, '')) ||
    VERBS.has(stem.replace(/ie$/, 'y'))
  );
}

/** Whether a folded word may follow a surname with a capital and be no part of the name, as headlines are written. */
export function goesOnAfterSurname(word: string): boolean {
  return EVENTS.has(word) || isHeadlineVerb(word);
}
