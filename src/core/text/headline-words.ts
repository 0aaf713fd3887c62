// What headlines and notes say of people in two words: `Kerry Presses`, `Warns Lavrov`, `Lavrov Trip`.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Verbs by their base form; none is a given name, a surname or a place with or without its ending. Those that are in the
 * base form, or whose past is not regular, stand in {@link WORDS} as they are.
 */
const VERBS = set(
  'accuse admit agree aim announce answer appeal argue arrive ask assail assure attack attend begin berate blame blast ' +
    'block brief call cancel caution chide claim clash comment complain concede condemn confer confirm confront ' +
    'congratulate consider consult convince court criticise criticize decline defend delay demand denounce deny depart ' +
    'describe deserve detail discuss dismiss dispute doubt downplay echo embrace end endorse expect explain express face ' +
    'fault fear finish follow get give go greet hail help hint host ignore insist insult interrupt invite issue join keep ' +
    'lash laud lecture leave let look lose make meet miss mock negotiate offer oppose outline outlast outlive plead ' +
    'pledge postpone praise predict prepare pressure promise propose protest prove push put question quote raise rap react ' +
    'reassure rebuff rebuke recall receive refuse regret reject release remind reply request resign respond resume retire return ' +
    'reveal salute say scold scorn seek seem send shake shun sign sit slam snub spar speak start stay stop ' +
    'stress stun suggest summon surprise take talk taunt tease tell testify thank think threaten toast trust try turn ' +
    'unveil urge use voice vow wait want warn weigh welcome win withdraw work worry ' +
    'accept advise appear assert avoid await blunder bring challenge charm chat cite coax cool counter declare deflect deliver ' +
    'deride differ dine disagree disappoint dispatch distance dodge draft dub ease emerge enter escalate evade exchange ' +
    'extend fail fume grill hand highlight impress inform introduce invoke joke lament laugh leak lobby maintain manage mend ' +
    'mention name note object observe parry patch phone ponder pose provoke pursue quarrel rally rattle rebut recommend refer ' +
    'remain remember repeat report rescue resist restart restore retort revive ridicule rule scoff sell serve shelve shift shrug ' +
    'sidestep signal skip smile soften squabble step stick stir submit succeed tackle target tout treat veto vent wrap write yield',
);
const WORDS = set(
  'told met said held took gave made spoke flew left went began saw sought won lost kept got sent quit hits hit sees hears ' +
    'holds hold flies backs backed backing reads heads heading lands landed leads led plans planned hopes hoped hoping ' +
    'presses pressed pressing opens opened opening visits visited visiting travels traveled travelled trades shows showed breaks broke sets ' +
    'gets moves moved tests finds found knows knew stands sounds strikes struck addresses addressed tours lets slams ' +
    'slammed slamming spars puts cuts draws drops stops runs ran plays pays calls eyes does did has is are was were will',
);
/** After a surname only: before one they may be a place, a book, an order (`Visit Kerry`). */
const EVENTS = set(
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
