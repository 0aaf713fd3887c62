import type { Dossier } from '../dossier/dossier.ts';
import type { Analysis } from '../text/analysis.ts';
import { openBracket } from '../text/citations.ts';
import { firstEndingAfter, holds, overlap, type Range } from '../text/ordered-ranges.ts';
import { proseIn } from '../text/paragraphs.ts';
import { isRoleKey } from '../text/roles.ts';
import { drain } from '../text/work.ts';
import { bibliographySection } from './bibliography-section.ts';
import { editsFor, withParentheses } from './convert/edits.ts';
import type { Found } from './convert/found.ts';
import { citationsInWords, joined, noteDefinitions } from './convert/in-words.ts';
import { canStand, citedBy, type KeyCitation, keyCitations, rewritten } from './convert/key-citation.ts';
import { wordingsOf, worksNamedIn } from './convert/wordings.ts';
import { scanDocument } from './document-scan.ts';
import type { TextEdit } from './edits.ts';
import type { Form, Manner } from './forms.ts';
import { canBeMarked } from './keys.ts';
import { addressOf } from './references.ts';
import { isWebAddress } from './rich-text.ts';
import type { CitationStyle } from './styles/style.ts';
import { type CitableWork, type OwnWorks, worksOf } from './works.ts';

/** What a conversion changes, and what it leaves. */
export interface Conversion {
  /** In ascending order, without overlap. Empty where nothing is to be converted. */
  readonly edits: readonly TextEdit[];
  readonly converted: number;
  /** Citations that would lose something: keys of no work, notes that the writer has changed, words that a form cannot hold. */
  readonly left: number;
}

/**
 * Writes the citations of a text in another form: keys in brackets, in roles and in the sentence, footnotes that hold nothing
 * but a formatted reference, and formatted references and links that stand as they were inserted. Whatever would lose something stays
 * as it is.
 * @param own the works of the text's bibliography files
 */
export function convertCitations(...given: Parameters<typeof convertingCitations>): Conversion {
  return drain(convertingCitations(...given));
}

/** {@link convertCitations} in slices: the caller may give the thread back at each `yield`. */
export function* convertingCitations(
  dossier: Dossier,
  own: OwnWorks,
  analysis: Analysis,
  styles: readonly CitationStyle[],
  manner: Manner,
): Generator<void, Conversion> {
  const { text } = analysis;
  const scan = scanDocument(text, []);
  const wordings = yield* wordingsOf(worksIn(text, dossier, own), styles, manner.style);
  const section = bibliographySection(text);
  const inSection = (place: Range): boolean => typeof section === 'object' && overlap(section, place);
  let left = 0;
  const notes = noteDefinitions(analysis, wordings);
  const found: Found[] = [];
  const works = worksOf(dossier, own);
  const definitions = analysis.footnotes.in(0, text.length).flatMap(({ definition }) => definition ?? []);
  const inDefinition = ({ start }: Range): boolean => {
    const definition = definitions[firstEndingAfter(definitions, start)];
    return definition !== undefined && holds(definition, start);
  };
  const straysAround = strayBackticks(analysis);
  const fits = (place: Found): boolean => {
    // A footnote cannot stand in a footnote, nor a link in a link, nor a role where its backticks would pair with another.
    if (manner.form === 'footnote') return !inDefinition(place);
    if (manner.form === 'formatted') return true;
    if (manner.form === 'markdown-link' && inLinkText(analysis, place)) return false;
    if (manner.form === 'myst' && straysAround(place)) return false;
    // A footnote is replaced before the mark that ends the words, and behind a blank.
    const isApart = place.written !== undefined || place.form === 'footnote';
    return isApart || canStand(text, place, manner.form);
  };
  const take = (places: readonly (Found | undefined)[]): void => {
    // Of the calls of one footnote all are replaced, or none is.
    const all = places.flatMap(place => (place && canHold(manner.form, place) && fits(place) ? [place] : []));
    if (all.length === places.length) found.push(...all);
    else left += places.length;
  };
  for (const citation of keyCitations(analysis, key => works.get(key) !== undefined, scan.linkLabels)) {
    if (citation.form !== manner.form && !inSection(citation))
      take([citation.items && convertible(text, citation, works, manner)]);
  }
  for (const { mark, reference } of manner.form === 'footnote' ? [] : notes) {
    const more = { form: 'footnote', prefix: '', suffix: '', labels: [mark.label] } as const;
    const calls = analysis.footnotes.callsOf(mark.label);
    take(calls.map(({ start, end }) => reference && { ...more, start, end, references: [reference] }));
  }
  const inNotes = notes.map(note => note.whole);
  for (const place of yield* citationsInWords(analysis, wordings)) {
    const note = inNotes[firstEndingAfter(inNotes, place.start)];
    if (place.form !== manner.form && !(note && overlap(note, place)) && !inSection(place)) take([place]);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const all = joined(text, found);
  // Where parentheses go as well, what stands behind them must not make a link of the brackets.
  const free = all.filter(
    place =>
      place.form !== 'formatted' ||
      manner.form === 'footnote' ||
      canStand(text, withParentheses(text, place), manner.form),
  );
  left += all.length - free.length;
  return { ...editsFor(analysis, scan, free, notes, styles, manner), left };
}

/** Whether a form has a place for all that a citation says: a link has none for words, and needs an address. */
const canHold = (form: Form, { references, prefix, suffix }: Found): boolean =>
  (form !== 'markdown-link' || prefix + suffix === '') &&
  references.every(reference => {
    const { id } = reference.work;
    if (form === 'markdown-link') return isWebAddress(addressOf(reference));
    return form === 'myst' ? isRoleKey(id) : form !== 'pandoc-key' || canBeMarked(id);
  });

/** So far behind a place the end of a link around it is looked for. */
const REACH = 1_000;

/** Whether a place stands in the text of a link or of a picture. */
function inLinkText(analysis: Analysis, { start, end }: Range): boolean {
  const block = analysis.paragraphAt(start) ?? { start, end };
  return analysis
    .maskedIn(end, Math.min(block.end, end + REACH))
    .some(
      mask =>
        mask.kind === 'link' &&
        mask.start > end &&
        openBracket(analysis.text, mask.start - 1, block.start) < start,
    );
}

/** Tells whether a backtick that belongs to no code span stands in the paragraph of a place; asked in the order of the text. */
function strayBackticks(analysis: Analysis): (place: Range) => boolean {
  let last: { readonly block: Range | undefined; readonly strays: boolean } | undefined;
  return ({ start }) => {
    const block = analysis.paragraphAt(start);
    if (last === undefined || last.block?.start !== block?.start) {
      const prose = block ? proseIn(analysis, block.start, block.end) : '';
      last = { block, strays: /(?<!\\)`/.test(prose) };
    }
    return last.strays;
  };
}

/** The works of which a reference may stand in a text. */
const worksIn = (text: string, dossier: Dossier, own: OwnWorks): readonly CitableWork[] => [
  ...dossier.documents.values(),
  ...worksNamedIn(
    text,
    own.search('', Number.POSITIVE_INFINITY).filter(({ id }) => !dossier.documents.has(id)),
  ),
];

/** A citation by keys as it can be written; `undefined` where something would be lost. */
function convertible(
  text: string,
  citation: KeyCitation,
  works: ReturnType<typeof worksOf>,
  { form, style }: Manner,
): Found | undefined {
  const place = { start: citation.start, end: citation.end, form: citation.form };
  if (form === 'pandoc-key' || form === 'myst') {
    const written = rewritten(text, citation, form);
    return written === undefined ? undefined : { ...place, references: [], prefix: '', suffix: '', written };
  }
  // Where the author stands in the sentence, a reference in the text would name them again.
  const names = form === 'markdown-link' || (form === 'formatted' && style.kind === 'in-text');
  if (names && citation.manner === 'year') return undefined;
  const cited = citedBy(citation, works);
  return cited && { ...place, ...cited };
}
