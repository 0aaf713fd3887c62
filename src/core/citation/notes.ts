import type { DocumentScan } from './document-scan.ts';
import { doiAddress } from './doi.ts';
import { applyEdits, lineBreakOf, type TextEdit } from './edits.ts';
import type { Piece } from './forms.ts';
import { addressOf, fieldsOf, keyOf, type Reference } from './references.ts';

export type Note = Extract<Piece, { kind: 'note' }>;

/** The footnotes of one insertion: which labels they get, and which definitions the file still lacks. */
export interface NotePlan {
  readonly labelOf: (note: Note) => string;
  readonly definitions: readonly { readonly label: string; readonly text: string }[];
}

/**
 * Gives each footnote a label. A definition that is there under the wished label is used again where it cites the same
 * source, in whatever words, and has what the writer wants before and behind the reference; a label that stands for something
 * else is left alone and the next free one taken. So is that of a short note where a full one is wanted: who reads from the
 * start would meet the short one first.
 * @param isCalled whether a label is called before the place of the notes, so that its note has been read there.
 */
export function planNotes(
  notes: readonly Note[],
  scan: DocumentScan,
  isCalled: (label: string) => boolean = () => true,
): NotePlan {
  // GFM takes labels that differ in case for one, Pandoc does not: a label is free only where no other case of it is used.
  const there = new Map([...scan.notes].map(([label, text]) => [label.toLowerCase(), { label, text }]));
  const labels = new Map<Note, string>();
  const serves = (text: string, note: Note): boolean =>
    (text === note.definition ||
      ([note.around.prefix, note.around.suffix].every(words => text.includes(words)) &&
        citesSource(text, note.reference))) &&
    (!note.full || citesInFull(text, note.reference) || isCalled(note.label));
  const definitions: { label: string; text: string }[] = [];
  /** What the notes so far have got, by all in which two can differ, and which number is the next one for a label. */
  const given = new Map<string, string>();
  const taken = new Set(there.keys());
  const next = new Map<string, number>();
  const labelFor = (note: Note): string => {
    const { label: wished, around, full } = note;
    const name = (attempt: number): string => (attempt === 1 ? wished : `${wished}-${attempt}`);
    let attempt = 1;
    for (let label = wished; ; label = name(++attempt)) {
      const found = there.get(label.toLowerCase());
      if (!found) break;
      if (found.label === label && serves(found.text, note)) return label;
    }
    const source = keyOf(note.reference);
    const sameAs = (inFull: boolean): string =>
      JSON.stringify([wished, source, around.prefix, around.suffix, inFull]);
    const known = given.get(sameAs(true)) ?? (full ? undefined : given.get(sameAs(false)));
    if (known !== undefined) return known;
    const lower = wished.toLowerCase();
    attempt = Math.max(attempt, next.get(lower) ?? 1);
    while (taken.has(name(attempt).toLowerCase())) attempt++;
    const label = name(attempt);
    next.set(lower, attempt + 1);
    taken.add(label.toLowerCase());
    given.set(sameAs(full), label);
    definitions.push({ label, text: note.definition });
    return label;
  };
  for (const note of notes) labels.set(note, labelFor(note));
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

/** So much of the end of a file is read to see how definitions are set there. */
const TAIL = 4_096;

/**
 * Adds to edits of a text the one that appends definitions to it, if there are any.
 * @param end where definitions are appended; see {@link DocumentScan}.
 * @param edits in ascending order, without overlap.
 */
export function appendDefinitions(
  text: string,
  end: number,
  edits: TextEdit[],
  definitions: NotePlan['definitions'],
): void {
  if (definitions.length === 0) return;
  const from = Math.max(0, end - TAIL);
  const above = edits
    .filter(edit => edit.start >= from && edit.start <= end)
    .map(edit => ({ start: edit.start - from, end: edit.end - from, text: edit.text }));
  const before = applyEdits(text.slice(from, end), above);
  const block = definitionBlock(before, definitions, lineBreakOf(text), end < text.length);
  const index = edits.filter(edit => edit.start < end).length;
  const inline = edits[index]?.start === end ? (edits[index]?.text ?? '') : undefined;
  edits.splice(index, inline === undefined ? 0 : 1, { start: end, end, text: (inline ?? '') + block });
}

/**
 * What to append to a file so that the definitions stand on lines of their own behind a blank line, or directly below
 * definitions that end it, in the way those are set.
 * @param before the end of the text that they follow, from some line start on.
 * @param rest whether text follows them.
 */
function definitionBlock(
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
