/** Small words that one language has and the others here have not. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that with for had has have he she they from which were his her their it by after was been is on at',
  de: 'der das und nicht mit von dem den ein eine einen auf zu zum zur für sich er wurde nach bei als auch ist aber über',
  fr: 'le la les et est une dans pour que qui sur au aux avec par il elle été du ont mais',
  es: 'el los las una del por con que se su y pero fue en',
  it: 'il che della dei per con non gli nel alla è di anche',
  nl: 'het een van en dat niet voor met zijn naar aan ook maar',
  pl: 'się nie jest że przez oraz od dla był ale z na w',
};

const LANGUAGES = new Map<string, string[]>();
for (const [language, list] of Object.entries(SMALL_WORDS)) {
  for (const word of list.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language]);
}

/** So much of a text tells its language. */
const ENOUGH = 600;

/**
 * The language of some prose by its small words: `en`, `ru` (all that is written in Cyrillic without its own letters of
 * Ukrainian), or another of a few; `undefined` where too little is said.
 */
export function languageOf(prose: string): string | undefined {
  const text = prose.slice(0, ENOUGH).toLowerCase();
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  if (cyrillic > 0 && 2 * cyrillic > (text.match(/\p{L}/gu)?.length ?? 0)) {
    return /[іїєґ]/.test(text) ? 'uk' : 'ru';
  }
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{L}+/gu) ?? []) {
    for (const language of LANGUAGES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 1 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
