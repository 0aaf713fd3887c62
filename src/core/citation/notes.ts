import type { DocumentScan } from './document-scan.ts';
import { doiAddress } from './doi.ts';
import type { Piece } from './forms.ts';
import { addressOf, fieldsOf, type Reference } from './references.ts';

export type Note = Extract<Piece, { kind: 'note' }>;

/** The footnotes of one insertion: which labels they get, and which definitions the file still lacks. */
export interface NotePlan {
  readonly labelOf: (note: Note) => string;
  readonly definitions: readonly { readonly label: string; readonly text: string }[];
}

/**
 * Gives each footnote a label. A definition that is there under the wished label is used again where it cites the same
 * source, in whatever words; a label that stands for something else is left alone and the next free one taken. So is that
 * of a short note where a full one is wanted: who reads from the start would meet the short one first.
 * @param isCalled whether a label is called before the place of the notes, so that its note has been read there.
 */
export function planNotes(
  notes: readonly Note[],
  scan: DocumentScan,
  isCalled: (label: string) => boolean = () => true,
): NotePlan {
  // GFM takes labels that differ in case for one, Pandoc does not: a label is free only where no other case of it is used.
  const taken = new Map([...scan.notes].map(([label, text]) => [label.toLowerCase(), { label, text }]));
  const labels = new Map<Note, string>();
  const serves = (text: string, note: Note): boolean =>
    (text === note.definition || citesSource(text, note.reference)) &&
    (!note.full || citesInFull(text, note.reference) || isCalled(note.label));
  const definitions: { label: string; text: string }[] = [];
  for (const note of notes) {
    for (let attempt = 1; ; attempt++) {
      const label = attempt === 1 ? note.label : `${note.label}-${attempt}`;
      const there = taken.get(label.toLowerCase());
      if (!there) {
        definitions.push({ label, text: note.definition });
        taken.set(label.toLowerCase(), { label, text: note.definition });
      } else if (there.label !== label || !serves(there.text, note)) continue;
      labels.set(note, label);
      break;
    }
  }
  return { labelOf: note => labels.get(note) ?? note.label, definitions };
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether the text of a note cites the source: by its address, its key, its short name, or the first words of its title,
 * which a shortened reference keeps.
 */
export function citesSource(text: string, reference: Reference): boolean {
  const fields = fieldsOf(reference);
  const words = folded(text);
  const names = [folded(fields.title).split(' ').slice(0, 3).join(' ')];
  if (reference.kind === 'work') names.push(folded(reference.work.id), folded(reference.work.shortName));
  const address = addressOf(reference);
  return (
    (address !== undefined && text.includes(address)) ||
    names.some(name => name !== '' && ` ${words} `.includes(` ${name} `))
  );
}

/**
 * Whether a text has all by which a full reference to the source is known, in whatever style and words: its title, the
 * first of its authors, its year, and where it was published. A short note has no more than two of them.
 */
export function citesInFull(text: string, reference: Reference): boolean {
  const fields = fieldsOf(reference);
  const [first] = fields.author ?? [];
  const name = first && ('literal' in first ? first.literal : first.family);
  const year = /\d{4}/.exec(fields.issued ?? '')?.[0];
  const words = ` ${folded(text.replace(NAMES, ' '))} `;
  const has = (part: string | undefined): boolean => words.includes(` ${folded(part ?? '')} `);
  const lower = text.toLowerCase();
  const leadsTo = (address: string | undefined): boolean =>
    address !== undefined && lower.includes(address.toLowerCase());
  const { 'container-title': container, publisher, URL, DOI } = fields;
  const isPlaced = container || publisher || URL || DOI;
  return (
    fields.title !== '' &&
    has(fields.title) &&
    (name === undefined || has(name)) &&
    (year === undefined || has(year)) &&
    (!isPlaced ||
      [container, publisher].some(place => place && has(place)) ||
      [URL, doiAddress(DOI)].some(leadsTo))
  );
}

/** What names a source without being a reference: addresses, labels of footnotes, citation keys. */
const NAMES = /https?:\/\/[^\s<>]+|\[\^[^\]\s]+\]:?|@[^\s,;\]]+/gi;

const DEFINITION = /^ {0,3}\[\^[^\]\s]+\]:/;

/**
 * What to append to a file so that the definitions stand on lines of their own behind a blank line, or directly below
 * definitions that end it, in the way those are set.
 * @param before the end of the text that they follow, from some line start on.
 * @param rest whether text follows them.
 */
export function definitionBlock(
  before: string,
  definitions: NotePlan['definitions'],
  eol: string,
  rest: boolean,
): string {
  const lines = before.split(/\r\n|\n|\r/);
  const last = lines.pop() ?? '';
  const lineIsOpen = last.trim() !== '';
  const content = lineIsOpen ? last : (lines.findLast(line => line.trim() !== '') ?? '');
  const belowOthers = DEFINITION.test(content);
  const spaced = belowOthers && isSpaced([...lines, last]);
  const blankLine = content === '' || (belowOthers && !spaced) ? '' : eol;
  let lead: string;
  if (lineIsOpen) lead = eol + blankLine;
  else if (last !== '') lead = eol;
  else lead = lines.at(-1)?.trim() === '' ? '' : blankLine;
  const body = definitions.map(({ label, text }) => `[^${label}]: ${text}`).join(spaced ? eol + eol : eol);
  return lead + body + (rest ? eol + eol : lineIsOpen ? '' : eol);
}

/** Whether the definitions at the end of the lines are parted by blank lines. */
function isSpaced(lines: readonly string[]): boolean {
  const at = lines.findLastIndex(line => DEFINITION.test(line));
  const previous = lines.slice(0, at).findLastIndex(line => line.trim() !== '');
  return previous >= 0 && previous < at - 1 && DEFINITION.test(lines[previous] ?? '');
}
