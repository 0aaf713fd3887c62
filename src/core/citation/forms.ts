import { writeKey } from './keys.ts';
import { paragraphLocator } from './locators.ts';
import { fieldsOf, type Reference } from './references.ts';
import { escapeInline, isWebAddress, linkDestination, toMarkdown } from './rich-text.ts';
import type { CitationStyle } from './styles/style.ts';

/** How a citation is written into the text. The order is that in which they are offered. */
export const FORMS = ['pandoc-key', 'footnote', 'markdown-link', 'formatted'] as const;

export type Form = (typeof FORMS)[number];

export const isForm = (value: unknown): value is Form => FORMS.some(form => form === value);

/** One reference in its form, before the text around it is known. */
export type Piece =
  /** An item of a citation in brackets, `@key, para. 5`: it joins others, and a citation that is there already. */
  | { readonly kind: 'key'; readonly item: string }
  /** A footnote: the label is the wish, the definition its text. */
  | {
      readonly kind: 'note';
      readonly label: string;
      readonly definition: string;
      readonly reference: Reference;
    }
  | { readonly kind: 'link'; readonly text: string }
  /** A reference in words, without the full stop at its end. */
  | { readonly kind: 'words'; readonly text: string };

/**
 * Writes a reference in a form. Where the form cannot hold it, the nearest one that is true takes its place: a document
 * without an address cannot be linked, so its reference is written out; an entry of a public record has no citation key,
 * so it is linked. `substituted` says so.
 * @throws {UnwritableKeyError} for a key that Pandoc cannot hold.
 */
export function writeReference(
  reference: Reference,
  form: Form,
  style: CitationStyle,
): { readonly piece: Piece; readonly substituted: boolean } {
  const paragraphs = reference.kind === 'document' ? reference.paragraphs : [];
  const fields = fieldsOf(reference);
  const words = (): string => toMarkdown(style.note(fields, paragraphs));
  switch (form) {
    case 'pandoc-key': {
      if (reference.kind === 'public-record')
        return { ...writeReference(reference, 'markdown-link', style), substituted: true };
      const locator = paragraphLocator(paragraphs, '-');
      const key = writeKey(reference.document.id);
      return { piece: { kind: 'key', item: locator ? `${key}, ${locator}` : key }, substituted: false };
    }
    case 'footnote':
      return {
        piece: { kind: 'note', label: noteLabel(reference), definition: closed(words()), reference },
        substituted: false,
      };
    case 'markdown-link': {
      if (!isWebAddress(fields.URL)) return { piece: { kind: 'words', text: words() }, substituted: true };
      const name = reference.kind === 'document' ? reference.document.shortName : reference.record.name;
      const locator = paragraphLocator(paragraphs, '–');
      const text = escapeInline(locator ? `${name}, ${locator}` : name);
      return {
        piece: { kind: 'link', text: `[${text}](${linkDestination(fields.URL)})` },
        substituted: false,
      };
    }
    case 'formatted':
      return { piece: { kind: 'words', text: words() }, substituted: false };
  }
}

/** Those of the references that the form cannot hold, so that another takes its place. */
export const substituted = (
  references: readonly Reference[],
  form: Form,
  style: CitationStyle,
): readonly Reference[] => references.filter(reference => writeReference(reference, form, style).substituted);

/** With a full stop at its end, within a closing quotation mark, unless it has one. */
export function closed(text: string): string {
  if (/[.!?…]”?$/.test(text)) return text;
  return text.endsWith('”') ? `${text.slice(0, -1)}.”` : `${text}.`;
}

/**
 * A footnote's label for a reference: the key, and the paragraphs after `-p`. Only characters that every reader of
 * footnotes takes in a label.
 */
function noteLabel(reference: Reference): string {
  const name =
    reference.kind === 'document' ? reference.document.id : `${reference.record.id}-${reference.entry}`;
  const paragraphs = reference.kind === 'document' ? reference.paragraphs : [];
  const safe = name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^-+|-+$/g, '') || 'source';
  return [safe, ...paragraphs.map((number, index) => (index === 0 ? `p${number}` : String(number)))].join(
    '-',
  );
}

/**
 * A citation as it stands on its own: for the clipboard, and for an empty file. Definitions follow after a blank line.
 * @param eol the line break to write.
 */
export function citationText(
  references: readonly Reference[],
  form: Form,
  style: CitationStyle,
  eol = '\n',
): string {
  const pieces = references.map(reference => writeReference(reference, form, style).piece);
  const notes = pieces.filter(piece => piece.kind === 'note');
  const lines = notes.map(note => `[^${note.label}]: ${note.definition}`);
  const inline = writePieces(pieces, note => note.label, true);
  return notes.length === 0 ? inline : `${inline}${eol}${eol}${lines.join(eol)}${eol}`;
}

/**
 * The pieces one after the other as they stand in a sentence: keys share one pair of brackets, references in words are
 * parted by semicolons.
 * @param labelOf the label that each footnote has got.
 * @param close whether references in words end with a full stop.
 */
export function writePieces(
  pieces: readonly Piece[],
  labelOf: (note: Extract<Piece, { kind: 'note' }>) => string,
  close: boolean,
): string {
  const keys = pieces.filter(piece => piece.kind === 'key').map(piece => piece.item);
  const notes = pieces.filter(piece => piece.kind === 'note').map(piece => `[^${labelOf(piece)}]`);
  const links = pieces.filter(piece => piece.kind === 'link').map(piece => piece.text);
  const words = pieces.filter(piece => piece.kind === 'words').map(piece => piece.text);
  const last = words.pop();
  if (last !== undefined) words.push(close ? closed(last) : last);
  return [
    keys.length > 0 ? `[${keys.join('; ')}]` : '',
    links.join(', '),
    words.join('; '),
    // Footnotes last: nothing may stand between them and the words before them but what they stand for.
    notes.join(''),
  ]
    .filter(part => part !== '')
    .join(' ');
}
