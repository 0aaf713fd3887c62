import type { Dossier, LocatedQuotation } from '../dossier/dossier.ts';
import type { Person } from '../dossier/records.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import { frontMatterFields } from '../text/front-matter-fields.ts';
import { languageOf } from '../text/language.ts';
import { escapeInline } from './rich-text.ts';

/** The marks around a quotation, and around one inside it. */
type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const CURLY: Marks = ['“', '”', '‘', '’'];
const STRAIGHT: Marks = ['"', '"', "'", "'"];
const RUSSIAN: Marks = ['«', '»', '„', '“'];
const FRENCH: Marks = ['«\u00a0', '\u00a0»', '“', '”'];
const SPANISH: Marks = ['«', '»', '“', '”'];
const GERMAN: Marks = ['„', '“', '‚', '‘'];
const POLISH: Marks = ['„', '”', '«', '»'];

/** By the language of a text; the marks of all others are those of English. */
const OF_LANGUAGE: readonly (readonly [RegExp, Marks])[] = [
  [/^(?:ru|uk|be)\b/i, RUSSIAN],
  [/^fr\b/i, FRENCH],
  [/^(?:es|it|pt)\b/i, SPANISH],
  [/^(?:de|bg|cs|sk)\b/i, GERMAN],
  [/^(?:pl|ro|hu)\b/i, POLISH],
];

/** So much of the text around is looked at for the marks that the writer uses. */
const REACH = 20_000;
/** So much of it for its language. */
const NEAR = 300;

/** The language of a text around an offset: as its front matter has it, or by its words. */
function languageAround(text: string, offset: number): string | undefined {
  const from = Math.max(frontMatterEnd(text), offset - NEAR);
  return frontMatterFields(text).lang ?? languageOf(text.slice(from, offset + NEAR));
}

/** The marks that the writer uses around an offset; where there are none, those of the language. */
function marksFor(text: string, offset: number, language: string): Marks {
  const around = text.slice(Math.max(0, offset - REACH), offset + REACH).replace(/<[^>]{0,500}>|=\s*"/g, '');
  const count = (pattern: RegExp): number => around.match(pattern)?.length ?? 0;
  const own = OF_LANGUAGE.find(([languages]) => languages.test(language))?.[1] ?? CURLY;
  const angled = /«\s/.test(around) ? FRENCH : own === RUSSIAN ? own : SPANISH;
  const used: readonly (readonly [Marks, number])[] = [
    [CURLY, 2 * count(/“(?=[^“”]{1,500}”)/g)],
    [GERMAN, 2 * count(/„(?=[^„“”]{1,500}“)/g)],
    [POLISH, 2 * count(/„(?=[^„“”]{1,500}”)/g)],
    [angled, 2 * count(/«/g)],
    [STRAIGHT, count(/"/g)],
  ];
  const [most] = [...used].sort((a, b) => b[1] - a[1]);
  return most && most[1] > 1 ? most[0] : own;
}

/**
 * A recorded quotation as a sentence begins with it: who speaks, and the words as the document prints them in the marks of
 * the text around. Marks inside become those for a quotation inside; a comma that only led on to the document's own words
 * is left out. In Markdown.
 */
export function quotationText(
  dossier: Dossier,
  { document, quotation }: LocatedQuotation,
  text: string,
  offset: number,
): string {
  const language = languageAround(text, offset) ?? document.csl.language ?? '';
  const marks = marksFor(text, offset, language);
  const russian = /^ru\b/i.test(language);
  const name = (id: string | undefined): string =>
    id === undefined ? '' : nameOf(dossier.people.get(id), id, russian);
  const speaker = name(quotation.speaker);
  const teller = quotation.kind === 'reported' ? name(quotation.reportedBy ?? document.shortName) : '';
  const told = teller === '' ? '' : russian ? ` (в передаче: ${teller})` : ` (as told by ${teller})`;
  const words = nested(quotation.words.replace(/,$/, ''), marks);
  const sic = quotation.sic === undefined ? '' : ' (*sic*)';
  const lead = speaker === '' ? '' : `${escapeInline(speaker + told)}: `;
  return `${lead}${marks[0]}${escapeInline(words)}${marks[1]}${sic}`;
}

const nested = (words: string, [, , open, close]: Marks): string =>
  words.replace(/["“”«»]/g, (mark, at: number) =>
    /[”»]/.test(mark) || /[^\s([{—–-]/.test(words.charAt(at - 1)) ? close : open,
  );

function nameOf(person: Person | undefined, id: string, russian: boolean): string {
  if (!person) return id;
  const own = person.forms.find(({ kind, language }) => kind === 'full' && language === 'ru');
  return (russian ? own?.form : undefined) ?? person.name;
}
