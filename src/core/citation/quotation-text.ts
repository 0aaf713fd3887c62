import type { Dossier, LocatedQuotation } from '../dossier/dossier.ts';
import type { Person } from '../dossier/records.ts';
import { frontMatterFields } from '../text/front-matter-fields.ts';
import { escapeInline } from './rich-text.ts';

/** Opening and closing marks, and those for a quotation inside. */
interface Marks {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  readonly russian?: true;
}

const CURLY: Marks = { outer: ['“', '”'], inner: ['‘', '’'] };
const STRAIGHT: Marks = { outer: ['"', '"'], inner: ["'", "'"] };
const ANGLED: Marks = { outer: ['«', '»'], inner: ['„', '“'], russian: true };

/** So much of the text around is looked at for the marks that the writer uses. */
const REACH = 20_000;

/** The marks of the text around an offset; where it has none, those of the language of the text, or of the words. */
function marksFor(text: string, offset: number, language: string | undefined): Marks {
  const around = text.slice(Math.max(0, offset - REACH), offset + REACH).replace(/<[^>]{0,500}>|=\s*"/g, '');
  const count = (pattern: RegExp): number => around.match(pattern)?.length ?? 0;
  const used: readonly (readonly [Marks, number])[] = [
    [CURLY, 2 * count(/“(?=[^“”]{1,500}”)/g)],
    [ANGLED, 2 * count(/«/g)],
    [STRAIGHT, count(/"/g)],
  ];
  const [most] = [...used].sort((a, b) => b[1] - a[1]);
  if (most && most[1] > 1) return most[0];
  return /^(?:ru|uk|be|bg)\b/i.test(frontMatterFields(text).lang ?? language ?? '') ? ANGLED : CURLY;
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
  const marks = marksFor(text, offset, document.csl.language);
  const name = (id: string | undefined): string =>
    id === undefined ? '' : nameOf(dossier.people.get(id), id, marks.russian === true);
  const speaker = name(quotation.speaker);
  const teller = quotation.kind === 'reported' ? name(quotation.reportedBy ?? document.shortName) : '';
  const told = teller === '' ? '' : marks.russian ? ` (в передаче: ${teller})` : ` (as told by ${teller})`;
  const words = nested(quotation.words.replace(/,$/, ''), marks);
  const sic = quotation.sic === undefined ? '' : ' (*sic*)';
  const lead = speaker === '' ? '' : `${escapeInline(speaker + told)}: `;
  return `${lead}${marks.outer[0]}${escapeInline(words)}${marks.outer[1]}${sic}`;
}

const nested = (words: string, { inner }: Marks): string =>
  words.replace(/["“”«»]/g, (mark, at: number) =>
    /[”»]/.test(mark) || /[^\s([{—–-]/.test(words.charAt(at - 1)) ? inner[1] : inner[0],
  );

function nameOf(person: Person | undefined, id: string, russian: boolean): string {
  if (!person) return id;
  const own = person.forms.find(({ kind, language }) => kind === 'full' && language === 'ru');
  return (russian ? own?.form : undefined) ?? person.name;
}
