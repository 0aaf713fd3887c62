import { either } from '../text/word-set.ts';
import { sticky } from './clauses.ts';
import { D, P } from './skeleton.ts';

// How a sentence says that two people met, English and Russian: patterns over its skeleton, each tried at one place.

const ADJECTIVES = "(?:[\\p{L}'-]+ ){0,3}?";
const MEETING =
  'meetings?|talks|negotiations|consultations|discussions|conversations?|(?:tele)?(?:phone )?calls?|summit|encounter|dinner|lunch|breakfast';
const NOUN = `(?:${MEETING})(?![\\p{L}-])`;
/** `held long talks`: a verb that takes a meeting. */
const HELD = `(?:held|holds?|had|have|began|opened|resumed|continued|concluded|conducted) (?:an? |the |their |its |two |three |several )?${ADJECTIVES}${NOUN}`;
export const AUXILIARY =
  '(?:(?:had|has|have|then|also|again|both|first|once|twice|later|finally|already|even|jointly|personally|quietly|secretly|briefly|together|снова|затем|также|впервые|лично) )*';
/** What may follow a verb that two people share: no third person whom they met. */
const SHARED = `(?= ?(?:[.,;:!)–—]|$)| ?${D}| (?:in|at|on|for|over|by|to (?:discuss|talk|negotiate|seek|prepare|agree|settle|sign|work|try|review)|about|again|twice|once|there|here|together|face|with each|each|and|but|while|when|where|after|before|during|near|outside|inside|briefly|secretly|several|many|three|four|five|six|late|early|behind|alone|that|the (?:next|same|following) (?:day|week|month|year|evening|morning|night)|throughout|under|amid|privately|personally|online|в|во|на|по|для|и|снова|там|впервые|дважды|лично|вместе|летом|осенью|зимой|весной)(?![\\p{L}]))`;
const SPOKE =
  '(?:spoke|talked)(?= (?:by|on the|with each|to each|for|twice|again|daily|several|many|one last|face|briefly|at length)| ?(?:[.;!]|$))';

/** Verbs that two people share as they are, and of which one takes the other with `with`. */
const SHARED_VERBS = 'dined|lunched|negotiated|conferred|convened|consulted|sat down|shook hands';

/** What two people did together, and not each of them with a third. */
export const TOGETHER = sticky(
  `${AUXILIARY}((?:met|meet)${SHARED}|talked${SHARED}(?! (?:at|in favou?r|to))|${SPOKE}|(?:${SHARED_VERBS}|discussed)(?!\\p{L})|${HELD}|` +
    `(?:встре(?:ти|ча)лись|созвонились|(?:пере|по)говорили|(?:по)?(?:беседова|ужина)ли|обедали|обсу(?:ди|жда)ли|(?:провели|вели) (?:\\p{L}+ )?(?:переговоры|встречу|беседу))(?!\\p{L}))(?! (?:with|со?) (?!each|one a|друг))`,
);
/** What one did to or with another, up to the other's name. */
export const WITH_OTHER = sticky(
  `${AUXILIARY}((?:met|meets)(?= )|receive[ds]|host(?:s|ed)|welcomed|visit(?:s|ed)|call(?:s|ed)|(?:tele)?phoned|phones|` +
    `(?:spoke|talked|negotiated|dined|lunched|conferred|convened|consulted|sat down|shook hands)(?= )|${HELD}|` +
    '(?:встре(?:ти|ча)л(?:ся|ась)|(?:по)?(?:говори|беседова|ужина|звони)ла?|переговорила?|при(?:ня|нима)ла?|пров(?:[её]л|ела) (?:\\p{L}+ )?(?:переговоры|встречу|беседу|разговор))(?!\\p{L}))',
);
/** Between a verb and the other: `spoke by phone with`. */
export const LINK = sticky(' ?(?:(?:(?:by|on the) (?:tele)?phone )?(?:with|to) |со? )?');
/** Verbs that take the other without a preposition. */
export const DIRECT =
  /^(?:met|meets|receive|host|welcom|visit|call|phone|telephone|приня|приним|(?:по)?звонил)/;
const COUNTERPART =
  "(?:(?:his|her|the|its|their|\\p{Lu}\\p{L}+'s|его|ее|её) (?:[\\p{L}.-]+ ){0,3}(?:counterpart|colleague|opposite number|minister|secretary of state|host|guest|partner|коллега|коллегой),? )?";
/** Between two who share a verb: `Kerry and his Russian counterpart Lavrov`, `Kerry–Lavrov`. */
export const AND = sticky(`(?:,? (?:and|&|и) ${COUNTERPART}|[–/-])(?=${P})`);
/** What may stand before the first name of a clause: `Both`, `Russia's`. */
export const SUBJECT = sticky(`(?:(?:[Bb]oth|[Tt]he|\\p{Lu}\\p{L}+'s) )*(?=${P})`);
/** What stands apart behind a name: `, the US secretary of state,`. */
export const APART = sticky('(?:, [^,;:()\\uE000-\\uE0FF]{2,70},| \\([^()\\uE000-\\uE0FF]{1,70}\\))(?= )');
/** What may stand before the other's name: `his Russian counterpart`. */
export const COUNTERPART_OF = sticky(COUNTERPART);
/** `Kerry's long meeting with` */
export const POSSESSIVE = sticky(`'s? (?=${ADJECTIVES}${NOUN} with )`);
/** `meeting with`, up to the other's name. */
export const NOUN_WITH = sticky(`${ADJECTIVES}(${NOUN}) with ${COUNTERPART}(?=${P})`);
/** `The talks between`, up to the first name. */
export const NOUN_OF = sticky(
  `(?:(?:[Tt]he|[Aa]n?|[Tt]heir|[Tt]hat) )?${ADJECTIVES}(?:${D} )?${ADJECTIVES}(${either(MEETING)}) (?:between|of|by) (?=${P})`,
);
/** `Kerry–Lavrov talks` */
export const NOUN_BEHIND = sticky(` (${NOUN})`);
/** `Встреча`, up to the first name. */
export const NOUN_RU = sticky(`(${either('встреча|переговоры|беседа|разговор')}) (?:между )?(?=${P})`);
/** What is told of a meeting that is a noun: it took place. */
export const HAPPENED = sticky(
  ',? ?(?:(?:then|also|both|only) )?(?:took place|(?:was|were)(?: held)?|lasted|ended|began|brought|produced|came|happened|occurred|went|ran|had|followed|opened|failed|led|dealt|changed|started|прошл[аи]|(?:состоя|дли|закончи)л[аи]сь)(?!\\p{L})',
);
/** Where somebody went, to meet there. */
export const MOVED = sticky(
  `${AUXILIARY}(?:flew|went|came|travell?ed|returned|arrived|stopped|drove|при(?:лете|еха|бы)ла?)(?!\\p{L})`,
);
/** `flew to Paris and there met` */
export const AND_THEN = sticky(',? (?:and|и) (?:then |there |there he |затем |там )?');
/** `встреча Керри с Лавровым` */
export const WITH_RU = sticky(` с (?=${P})`);
/** A verb before both: `Встретились Керри и Лавров`. */
export const FIRST_RU = sticky(
  `(${either('встре(?:ти|ча)лись|по(?:беседова|говори)ли|провели переговоры')}) (?=${P})`,
);
/** What was discussed, by name: `discussed the Iran and Syria files`. */
export const WHAT = sticky(" (?:the )?\\p{Lu}[\\p{L}'-]+(?:(?:,| and|, and) \\p{Lu}[\\p{L}'-]+)*");
/** `talks of 14 May 2012` */
export const OF = sticky(` of (?=${D})`);
/** Words of a call, of a meeting on the telephone in any wording, and of one at table. */
export const CALL = /call|phone|телефон|звон/i;
export const PHONE = /phone|телефон/i;
export const MEAL = /dine|dinner|lunch|breakfast|ужин|обед/i;
