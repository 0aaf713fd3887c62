/** Of what time a sentence speaks around an expression; `unsure` where its words allow either. */
export type Tense = 'past' | 'future' | 'unsure' | undefined;

const words = (list: string): string => list.split(' ').join('|');

const PLANNED = words('due set expected scheduled planned slated supposed going poised likely');
/** Verbs of the diary, of which news speaks in the present; what is a noun as well is left out. */
const DIARY = words(
  'meet travel fly arrive begin hold resume attend discuss sign convene gather depart speak join',
);
const DIARY_NOW = `(?:${DIARY}|address|go)e?s|${words('flies visits heads(?!\\s+of) leaves returns starts opens hosts sees')}`;
/** Past forms that are hardly anything else. */
const PAST = words(
  'said told met was were had has have did spoke flew went came began gave took saw wrote became knew chose rose fell ' +
    'grew drew threw withdrew broke woke drove swore',
);
/** Past forms that may be participles too, unless an object follows. */
const PARTICIPLE = String.raw`\p{Ll}{2,}ed(?:\s+(?<object>that|he|she|it|they|the|an?|his|her|its|their|him|them))?|held|made|left|sent|paid|won|lost`;
const RUSSIAN_FUTURE =
  'буд(?:ет|ут|у|ем)|предсто[ия]т|намерен\\p{L}*|планиру\\p{L}+|собира[ею]т\\p{L}*|состо[ия]тся|встрет[ия]тся|про(?:йд[её]т|йдут)|' +
  'прибуд[еу]т|посет[ия]т|прове(?:д[её]т|дут)|отправ[ия]тся|прие(?:дет|дут)|[пв][рыа]?и?лет[ия]т|обсуд[ия]т|начн(?:[её]т|ут)ся|' +
  'продолж[ия]т\\p{L}*|выступ[ия]т|верн[её]тся|вернутся';

/** In this order: of several that fit at one place the first counts. */
const MARKERS = new RegExp(
  String.raw`(?<![\p{L}-])(?:` +
    [
      String.raw`(?<unsure>(?:was|were|had\s+been|have\s+been|has\s+been)\s+(?:\p{L}+\s+)?(?:${PLANNED}|to)|` +
        String.raw`would|could|might|may|can|should|must|ought|(?:planned|hoped|intended|wanted|expected|scheduled)\s+(?:to|for)|` +
        String.raw`${DIARY_NOW}|(?:he|she|it|they|we|i|you)\s+(?:${DIARY})|(?:is|are|am)\s+(?:\p{L}+\s+)?\p{L}+ing|бы)`,
      String.raw`(?<future>will|shall|won['’]t|\p{L}+['’]ll|(?:is|are|am)\s+(?:\p{L}+\s+)?(?:${PLANNED}|to)|` +
        String.raw`(?:plan|hope|intend|want|expect)s?\s+to|upcoming|${RUSSIAN_FUTURE})`,
      String.raw`(?<present>\p{Ll}+(?:[аяуе][ею]т|ют|[еиаяую]тся))`,
      `(?<past>${PAST})`,
      `(?<weak>${PARTICIPLE})`,
      String.raw`(?<russian>\p{Ll}{2,}л(?:а|о|и|ся|ась|ось|ись)?)`,
      String.raw`(?<infinitive>to\s+(?:${DIARY}|visit|see|host|talk|leave|return|start|open|head))`,
      `(?<base>${DIARY})`,
    ].join('|') +
    String.raw`)(?![\p{L}-])`,
  'gu',
);
const NO_VERB = /^(?:need|indeed|speed|proceed|succeed|exceed|hundred|feed|seed|shared|united)$/;
const PASSIVE = /(?:^|\s)(?:be|being)\s+$/;
const REACH = 240;
/** What an expression begins with that begins its clause, its preposition apart. */
const CLAUSE_HEAD =
  /(?:^|[;:.!?…]|,|[-–—]|(?:^|[\s,])(?:and|but|while|и|а|но))\s*(?:[Oo]n|[Ii]n|[Ss]ince|[Ff]rom|[ВвСс]о?)?\s*$/u;

type Marker = 'unsure' | 'future' | 'present' | 'past' | 'weak' | 'russian' | 'infinitive' | 'base';
type Groups = Readonly<Partial<Record<Marker | 'object', string>>>;
const KINDS = ['unsure', 'future', 'present', 'past', 'russian', 'infinitive', 'base'] as const;

/**
 * The tense of what is said of the expression in `start`..`end`: the last verb before it in its clause decides, and the
 * first one after it where it begins the clause. Looks within its sentence `from`..`to`. Knows English and Russian.
 */
export function tenseAround(text: string, start: number, end: number, from: number, to: number): Tense {
  const [ahead = ''] = /[^;]*$/.exec(text.slice(Math.max(from, start - REACH), start)) ?? [];
  const [behind = ''] = /^[^;]*/.exec(text.slice(end, Math.min(to, end + REACH))) ?? [];
  const before = tenseBefore(ahead);
  if (before !== undefined && !CLAUSE_HEAD.test(ahead)) return before;
  const after = tenseAfter(behind);
  return before === undefined || after === undefined || before === after ? (after ?? before) : 'unsure';
}

/** What each of the verbs in `text` says, in order. */
function* markers(text: string): Generator<Marker, void> {
  for (const match of text.matchAll(MARKERS)) {
    const { index, 0: word } = match;
    const groups: Groups = match.groups ?? {};
    const kind = KINDS.find(each => groups[each] !== undefined);
    if (kind !== undefined) yield kind;
    else if (!NO_VERB.test(word) && !PASSIVE.test(text.slice(Math.max(0, index - 12), index)))
      yield groups.object === undefined ? 'weak' : 'past';
  }
}

function tenseBefore(text: string): Tense {
  let tense: Tense;
  for (const marker of markers(text)) {
    if (marker === 'past' || marker === 'future' || marker === 'unsure') tense = marker;
    else if (marker === 'present') tense = 'unsure';
    else if (marker === 'weak') tense = tense === 'future' ? 'unsure' : (tense ?? 'past');
    else if (marker === 'russian') tense = tense === 'future' ? 'unsure' : 'past';
    else if (marker === 'base') tense ??= 'unsure';
    else if (tense !== 'future') tense = 'unsure';
  }
  return tense;
}

function tenseAfter(text: string): Tense {
  let first: Tense;
  for (const marker of markers(text)) {
    if (marker === 'weak' || marker === 'russian') first = 'past';
    else if (marker === 'past' || marker === 'future')
      return first === undefined || marker === first ? marker : 'unsure';
    else return first ?? 'unsure';
  }
  return first;
}
