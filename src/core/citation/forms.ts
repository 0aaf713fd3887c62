import { keyItem, mystItem, mystRole } from './key-forms.ts';
import { writeKey } from './keys.ts';
import { addressOf, fieldsOf, keyOf, nameOf, placeIn, placeText, type Reference } from './references.ts';
import { escapeInline, isWebAddress, linkDestination, toMarkdown } from './rich-text.ts';
import { endedMarkdown } from './styles/parts.ts';
import { type CitationStyle, marksWithin, noteOf } from './styles/style.ts';
import { fillTemplate } from './template.ts';
import { withTextFragment } from './text-fragment.ts';

/** How a citation is written into the text. The order is that in which they are offered. */
export const FORMS = [
  'pandoc-key',
  'pandoc-in-text',
  'pandoc-no-author',
  'myst',
  'myst-in-text',
  'footnote',
  'markdown-link',
  'formatted',
  'plain-key',
  'template',
] as const;

export type Form = (typeof FORMS)[number];

export const isForm = (value: unknown): value is Form => FORMS.some(form => form === value);

/** The forms that name a key, which a bibliography file explains. */
export const isKeyForm = (form: Form): boolean => /^(?:pandoc|myst|plain)/.test(form);

/** All that decides on how references are written. */
export interface Manner {
  readonly form: Form;
  readonly style: CitationStyle;
  /** For the form `template`; see {@link fillTemplate}. */
  readonly template?: string;
  /** What stands before the first and behind the last of the references, as the writer typed it. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** One reference in its form, before the text around it is known. */
export type Piece =
  /** An item of a citation in brackets, `@key, para. 5`: it joins others, and a citation that is there already. */
  | { readonly kind: 'key'; readonly item: string }
  /** An item of a role of MyST's, `key{para. 5}`. */
  | { readonly kind: 'role'; readonly role: 'p' | 't'; readonly item: string }
  /** A footnote: the label is the wish, the definition its text, `full` whether that cites in full or as a later note. */
  | {
      readonly kind: 'note';
      readonly label: string;
      readonly definition: string;
      readonly full: boolean;
      readonly reference: Reference;
      readonly around: Around;
    }
  /** What stands within the sentence: a link, a key, a reference in brackets. */
  | { readonly kind: 'inline'; readonly text: string }
  /** A reference in words: without a full stop at its end, and with one. */
  | { readonly kind: 'words'; readonly text: string; readonly closed: string };

/** What the writer wants before and behind one reference. */
interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** What of the works is known when a citation of them is written. */
export interface Known {
  /** Whether the reader has met the work in full before this place, so that a note may be short. */
  readonly isLater: (reference: Reference) => boolean;
}

/** Nothing is: where a citation stands on its own. */
const UNKNOWN: Known = { isLater: () => false };

/**
 * Writes a reference in a form. Where the form cannot hold it, the nearest one that is true takes its place: a document
 * without an address cannot be linked, so its reference is written out; an entry of a public record has no citation key,
 * so it is linked. `substituted` says so.
 * @throws {UnwritableKeyError} for a key that Pandoc cannot hold.
 */
function writeReference(
  reference: Reference,
  manner: Manner,
  around: Around = NOTHING,
  known = UNKNOWN,
): { readonly piece: Piece; readonly substituted: boolean } {
  const { form, style } = manner;
  if (isKeyForm(form) && reference.kind === 'public-record') {
    const link = writeReference(reference, { ...manner, form: 'markdown-link' }, around, known);
    return { ...link, substituted: true };
  }
  const written = (piece: Piece): { piece: Piece; substituted: boolean } => ({ piece, substituted: false });
  const inline = (text: string): Piece => ({ kind: 'inline', text: put(text, around) });
  const key = keyOf(reference);
  const fields = fieldsOf(reference);
  const place = placeIn(reference);
  const later = known.isLater(reference);
  const note = (): string => put(toMarkdown(noteOf(style, later)(fields, place)), around);
  const close = (text: string): string => endedMarkdown(text, marksWithin(style));
  const formatted = (): Piece => {
    if (style.kind === 'in-text') return inline(toMarkdown(style.citation(fields, place)));
    const text = note();
    return { kind: 'words', text, closed: close(text) };
  };
  switch (form) {
    case 'pandoc-key':
    case 'pandoc-no-author': {
      const mark = (form === 'pandoc-key' ? '' : '-') + writeKey(key);
      return written({ kind: 'key', item: keyItem(mark, placeText(reference, '-'), around) });
    }
    case 'pandoc-in-text': {
      const details = [placeText(reference, '-'), around.suffix].filter(Boolean).join(', ');
      const mark = details === '' ? writeKey(key) : `${writeKey(key)} [${details.replace(/[[\]]/g, '')}]`;
      return written({ kind: 'inline', text: put(mark, { ...around, suffix: '' }) });
    }
    case 'myst':
    case 'myst-in-text': {
      const item = mystItem(key, placeText(reference, '-'), around);
      return written({ kind: 'role', role: form === 'myst' ? 'p' : 't', item });
    }
    case 'plain-key':
      return written(inline(key));
    case 'template': {
      const text = fillTemplate(manner.template ?? '', reference, style, later);
      return text === '' ? { piece: formatted(), substituted: true } : written(inline(text));
    }
    case 'footnote': {
      const definition = close(note());
      const label = noteLabel(reference);
      return written({ kind: 'note', label, definition, full: !later, reference, around });
    }
    case 'markdown-link': {
      const url = addressOf(reference);
      if (!isWebAddress(url)) return { piece: formatted(), substituted: true };
      const name = nameOf(reference);
      const locator = placeText(reference, '–');
      const text = escapeInline(locator ? `${name}, ${locator}` : name);
      const address = withTextFragment(linkDestination(url), reference);
      return written(inline(`[${text}](${address})`));
    }
    case 'formatted':
      return written(formatted());
  }
}

/** Writes references one after the other: the prefix stands before the first, the suffix behind the last. */
export const writeReferences = (
  references: readonly Reference[],
  manner: Manner,
  known = UNKNOWN,
): readonly Piece[] =>
  references.map((reference, index) => {
    const prefix = index === 0 ? oneLine(manner.prefix) : '';
    const suffix = index === references.length - 1 ? oneLine(manner.suffix) : '';
    return writeReference(reference, manner, { prefix, suffix }, known).piece;
  });

const NOTHING: Around = { prefix: '', suffix: '' };

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim();

const put = (text: string, { prefix, suffix }: Around): string =>
  (prefix === '' ? '' : `${prefix} `) + text + (suffix === '' ? '' : `, ${suffix}`);

/** Those of the references that the form cannot hold, so that another takes its place. */
export const substituted = (references: readonly Reference[], manner: Manner): readonly Reference[] =>
  references.filter(reference => writeReference(reference, manner).substituted);

/**
 * A footnote's label for a reference: the key, and the paragraphs after `-p` or the locator. Only characters that every reader of
 * footnotes takes in a label.
 */
function noteLabel(reference: Reference): string {
  const place = placeIn(reference);
  const parts =
    'label' in place
      ? [place.label, place.value]
      : place.map((number, index) => (index === 0 ? `p${number}` : String(number)));
  const safe = [keyOf(reference), ...parts]
    .map(part => part.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^-+|-+$/g, ''))
    .map((part, index) => part || (index === 0 ? 'source' : ''));
  return safe.join('-');
}

/**
 * A citation as it stands on its own: for the clipboard, and for an empty file. Definitions follow after a blank line.
 * @param eol the line break to write.
 */
export function citationText(references: readonly Reference[], manner: Manner, eol = '\n'): string {
  const pieces = writeReferences(references, manner);
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
  const roles = pieces.filter(piece => piece.kind === 'role');
  const notes = pieces.filter(piece => piece.kind === 'note').map(piece => `[^${labelOf(piece)}]`);
  const inline = pieces.filter(piece => piece.kind === 'inline').map(piece => piece.text);
  const inWords = pieces.filter(piece => piece.kind === 'words');
  const words = inWords.map((piece, index) =>
    close && index === inWords.length - 1 ? piece.closed : piece.text,
  );
  return [
    keys.length > 0 ? `[${keys.join('; ')}]` : '',
    roles[0] ? mystRole(roles[0].role, roles) : '',
    inline.join(', '),
    words.join('; '),
    // Footnotes last: nothing may stand between them and the words before them but what they stand for.
    notes.join(''),
  ]
    .filter(part => part !== '')
    .join(' ');
}
