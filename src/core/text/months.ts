/** The letters of the words that dates are made of, for a class in a regular expression. */
export const LETTERS = String.raw`A-Za-z\u00C0-\u024F\u0400-\u052F`;

/** Names of months in English, German and French, and in Russian in each case; abbreviations without their dot. */
export const MONTH_NAMES =
  'jan(?:uary?|vier)?|feb(?:ruary?)?|février|mar(?:ch|s)?|märz|apr(?:il)?|avril|ma[iy]|june?|juni|juin|july?|juli|juillet|' +
  'aug(?:ust)?|août|sept?(?:em(?:ber|bre))?|o[ck]t(?:ob(?:er|re))?|nov(?:em(?:ber|bre))?|de[cz](?:ember)?|décembre|' +
  'янв(?:ар[а-яё]{1,2})?|фев(?:р(?:ал[а-яё]{1,2})?)?|март(?:[аеу]|ом)?|апр(?:ел[а-яё]{1,2})?|ма(?:[йяею]|ем)|ию[нл][ьяею]м?|' +
  'авг(?:уст(?:[аеу]|ом)?)?|сент?(?:ябр[а-яё]{1,2})?|окт(?:ябр[а-яё]{1,2})?|ноя(?:бр[а-яё]{1,2})?|дек(?:абр[а-яё]{1,2})?';

export const SEASON_NAMES =
  'spring|summer|autumn|fall|winter|весн(?:а|ой|ы|у)|лет(?:о|ом|а)|осень?ю?|осени|зим(?:а|ой|ы|у)';

const IS_MONTH = new RegExp(`^(?:${MONTH_NAMES})$`);
const IS_SEASON = new RegExp(`^(?:${SEASON_NAMES})$`);
/** What each month begins with, the first that fits. */
const MONTHS = [
  /^(?:ja|ян)/,
  /^[fф]/,
  /^(?:m[aä]r|март)/,
  /^(?:a[pv]|ап)/,
  /^(?:ma|ма)/,
  /^(?:jui?n|июн)/,
  /^(?:ju|июл)/,
  /^[aа]/,
  /^[sс]/,
  /^[oо]/,
  /^[nн]/,
  /^[dд]/,
];
const SEASONS = [/^(?:sp|в)/, /^(?:su|л)/, /^(?:a|f|о)/, /^(?:w|з)/];

/**
 * 1 to 12; 0 if the word is no month as it stands. An English or German one has a capital (`may`, `march`), a French one
 * has none (Mars is a planet).
 */
export function monthOf(name: string | undefined): number {
  if (name === undefined || (/^[a-z]/.test(name) ? !FRENCH.test(name) : name === 'Mars')) return 0;
  const lower = name.toLowerCase();
  return IS_MONTH.test(lower) ? MONTHS.findIndex(start => start.test(lower)) + 1 : 0;
}

const FRENCH = /^(?:janvier|mars|avril|mai|jui|août|.{3,6}bre$)/;

/** The season's number in EDTF, 21 to 24; 0 if the word is none. */
export function seasonOf(name: string): number {
  const lower = name.toLowerCase();
  return IS_SEASON.test(lower) ? SEASONS.findIndex(start => start.test(lower)) + 21 : 0;
}
