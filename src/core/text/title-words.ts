import { WordSet, wordSet } from './word-set.ts';

/** Of a title's words: head, modifier before it, nationality, former or acting, `of`, what it is of, article. */
export type TitleCode = 't' | 'm' | 'n' | 'q' | 'o' | 's' | 'd';

const FOREIGN = 'judge justice sheriff coach king queen captain officer sgt pvt rev';
const HEADS =
  'secretary secretaries sec minister ministers president presidents premier chancellor senator sen senators governor ' +
  'gov ambassador amb mr mrs ms miss messrs dr prof professor general gen chairman chairwoman chair adviser advisor envoy ' +
  'representative rep congressman congresswoman madam madame mme sir director chief boss lady fm vp pm secstate secdef ' +
  `potus secy ceo comrade herr frau prasident presidente monsieur senor ${FOREIGN}`;
const OBJECTS = 'state states affairs russia federation ukraine syria america';

const CODES = new Map<string, TitleCode>();
const codes = (code: TitleCode, words: string): void => {
  for (const word of words.split(' ')) CODES.set(word, code);
};
codes('t', HEADS);
codes(
  'm',
  'foreign prime vice deputy first assistant under defense defence interior treasury energy national security special cia fbi ' +
    'nsa fed pentagon policy intelligence',
);
codes(
  'n',
  'us u.s usa american russian soviet british french german chinese ukrainian syrian united un eu nato uk',
);
codes('q', 'former ex acting outgoing incoming late');
codes('o', 'of for');
codes('d', 'the');
codes(
  's',
  `${OBJECTS} дел мид сша россии рф украины федерации госдепа госдепартамента дипломатии ведомства цру фбр обороны`,
);

/** Russian words of titles in any case form: the stem, and how it counts. */
const RUSSIAN: readonly (readonly [RegExp, TitleCode])[] = [
  [/^(?:гос)?секретар[а-я]{0,3}$/, 't'],
  [
    /^(?:министр|президент|премьер|премьер-министр|канцлер|сенатор|губернатор|генерал|председател|господин|господ|госпож|глав|директор|шеф)[а-я]{0,3}$/,
    't',
  ],
  [/^(?:пос(?:ол|ла|лу|лом)|г-(?:н[ауе]?|ном|ж[аеу]|жой))$/, 't'],
  [/^(?:американск|российск|французск|немецк|британск|украинск)[а-я]{2,3}$/, 'n'],
  [/^(?:государственн|иностранн|внешн|внешнеполитическ)[а-я]{2,3}$/, 'm'],
  [/^(?:бывш|тогдашн|экс)[а-я]{0,3}$/, 'q'],
];

/** How a folded word counts in a title; `undefined` if in none. */
export function titleCode(word: string): TitleCode | undefined {
  const code = CODES.get(word);
  if (code !== undefined || word.charCodeAt(0) < 0x400) return code;
  return RUSSIAN.find(([pattern]) => pattern.test(word))?.[1];
}

const ENDS = new WordSet(`${HEADS} ${OBJECTS}`);

/** Whether a title may end with a word of this first unit and length: tells nearly all words without a look-up. */
export function mayEndTitle(first: number, length: number): boolean {
  return first > 127 || ENDS.mayHave(first, length);
}

/** Heads that are titles only with a capital: `general`, `secretary` and `miss` are words of their own. */
export const CAPITAL_TITLES = wordSet(
  `${FOREIGN} secretary secretaries sec general gen miss madam sir rep lady fm vp pm`,
);
/** Title heads of people who are not in a dossier of diplomacy, whatever their surname. */
export const FOREIGN_TITLES = wordSet(FOREIGN);

/** Titles of abbreviations, which take a dot. */
export const ABBREVIATION = /^(?:mr|mrs|ms|dr|messrs|prof|sec|sen|sens|gen|gov|amb|rep|sgt|pvt|rev|u\.s)$/;

const FEMININE = /^(?:глав|госпож|г-ж)/;

/** Bits of the cases (see inflection.ts) in which the head of a Russian title stands; all where that cannot be told. */
export function casesOfHead(head: string): number {
  const ending = /(?:о[мй]|е[мй]|[аяуюеы])$/.exec(head)?.[0] ?? '';
  if (FEMININE.test(head)) return FEMININE_ENDINGS[ending] ?? 63;
  return MASCULINE_ENDINGS[ending] ?? (/[иы]$|ов$|ей$|[ая]м$|[ая]ми$|[ая]х$|господ$/.test(head) ? 63 : 1);
}

const FEMININE_ENDINGS: Readonly<Record<string, number>> = { а: 1, ы: 2, е: 36, у: 8, ой: 16, ей: 16 };
const MASCULINE_ENDINGS: Readonly<Record<string, number>> = {
  а: 10,
  я: 10,
  у: 4,
  ю: 4,
  ом: 16,
  ем: 16,
  е: 32,
};
