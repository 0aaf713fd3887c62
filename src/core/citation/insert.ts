import { countBelow } from '../text/ordered-ranges.ts';
import { CitedBefore, isBefore } from './cited-before.ts';
import { type DocumentScan, scanDocument } from './document-scan.ts';
import { lineBreakOf, type TextEdit } from './edits.ts';
import { type Form, isKeyForm, type Manner, type Piece, writePieces, writeReferences } from './forms.ts';
import { appendDefinitions, type NotePlan, planNotes } from './notes.ts';
import {
  behindSentence,
  behindWords,
  type Place,
  placeAt,
  type Selection,
  withinSentence,
} from './placement.ts';
import { mergeReferences, type Reference } from './references.ts';
import { itemsToAdd } from './role-at.ts';
import type { BlockPlace } from './scan-places.ts';
import { closesItself, leadingSpace, trailingSpace } from './spacing.ts';
import { STYLES } from './styles/registry.ts';
import { SurroundingsReader } from './surroundings.ts';

/** A citation ready to be inserted. All offsets are UTF-16; those of `carets` lie in the changed text. */
export interface Insertion {
  /** Insertions only, in ascending order, at most one at each offset. Empty where everything is cited there already. */
  readonly edits: readonly TextEdit[];
  /** For each offset asked for, where the caret goes: behind what was inserted for it. */
  readonly carets: readonly number[];
  /** What stands in the text for the first offset, without blanks around it. */
  readonly inline: string;
  /** The lines that are appended for footnotes. */
  readonly definitions: readonly string[];
}

/**
 * The edits that insert a citation of the references at each offset. Keys join the citation in which or behind which an
 * offset stands; what is cited there already is not repeated. Footnotes stand behind the word or mark before the caret;
 * their definitions are appended to the file, once. Where the text cites a work in full before an offset (see
 * {@link CitedBefore}), a note there is a short one. Nothing that is in the text is changed.
 *
 * @param offsets carets, in any order; offsets outside the text count as its ends.
 * @throws {UnwritableKeyError} for a citation key that Pandoc cannot hold.
 */
export function insertCitation(
  text: string,
  offsets: readonly number[],
  references: readonly Reference[],
  manner: Manner,
): Insertion {
  const carets = offsets.map(offset => ({ start: offset, end: offset }));
  return new CitationTarget(text, carets).insert(references, manner);
}

/** So much before a block that never ends is read to see whether a blank line stands there. */
const TAIL = 4_096;

/** Whether there are notes, or a template that may write some. */
const mayBeShort = (pieces: readonly Piece[], { form }: Manner): boolean =>
  form === 'template' || pieces.some(({ kind }) => kind === 'note' || kind === 'words');

const isKey = (piece: Piece): piece is Extract<Piece, { kind: 'key' }> => piece.kind === 'key';
const isItem = (piece: Piece): piece is Extract<Piece, { kind: 'role' }> => piece.kind === 'role';
const isNote = (piece: Piece): piece is Extract<Piece, { kind: 'note' }> => piece.kind === 'note';

/** The form that references must have to join the citation at a place; `undefined` where theirs can stand there. */
function joiningForm(place: Place, form: Form): Form | undefined {
  const isRole = form.startsWith('myst');
  if (place.kind === 'role') return isRole ? undefined : 'myst';
  if (place.kind !== 'join' && place.kind !== 'complete') return undefined;
  return form === 'pandoc-key' || form === 'pandoc-no-author' ? undefined : 'pandoc-key';
}

/** A text with its carets and selections, read once for any number of previews. */
export class CitationTarget {
  readonly #text: string;
  readonly #points: readonly { readonly within: number; readonly behind: number }[];
  readonly #eol: string;
  readonly #surroundings: SurroundingsReader;
  #read: DocumentScan | undefined;
  #before: CitedBefore | undefined;

  /** @param selections carets and selections, in any order; the citation for a selection goes to its end. */
  constructor(text: string, selections: readonly Selection[]) {
    this.#text = text;
    this.#points = selections.map(({ start, end }) => {
      const selection = { start: betweenCharacters(text, start), end: betweenCharacters(text, end) };
      const isCaret = selection.start === selection.end;
      const within = isCaret ? selection.end : withinSentence(text, selection);
      return { within, behind: isCaret ? selection.end : behindSentence(text, selection) };
    });
    this.#surroundings = new SurroundingsReader(text);
    this.#eol = lineBreakOf(text);
  }

  get #scan(): DocumentScan {
    this.#read ??= scanDocument(
      this.#text,
      this.#points.flatMap(({ within, behind }) => [within, behind]),
    );
    return this.#read;
  }

  get #cited(): CitedBefore {
    this.#before ??= new CitedBefore(this.#text, this.#scan, this.#surroundings, STYLES);
    return this.#before;
  }

  /** See {@link insertCitation}. */
  insert(references: readonly Reference[], manner: Manner): Insertion {
    const merged = mergeReferences(references);
    const full = writeReferences(merged, manner);
    const isCitable = merged.every(({ kind }) => kind === 'work');
    const inSentence = full.every(({ kind }) => kind !== 'note' && kind !== 'words');
    const found = this.#points.map(({ within, behind }) => {
      const offset = inSentence ? within : behind;
      return { offset, place: this.#place(offset, full, isKeyForm(manner.form) && isCitable) };
    });
    const first = this.#firstRead(found.map(({ place }) => place.at));
    const piecesAt = (at: number | undefined): readonly Piece[] =>
      at === undefined || !mayBeShort(full, manner)
        ? full
        : writeReferences(merged, manner, { isLater: reference => this.#isLater(reference, at, first) });
    // One note serves all offsets, so it is as the first of them needs it.
    const notes = piecesAt(first).filter(isNote);
    const plan = planNotes(
      notes,
      this.#scan,
      label => first !== undefined && this.#cited.isCalled(label, first),
    );
    const insertions = new Map<number, string>();
    const places = found.map(({ offset, place }) => {
      const form = joiningForm(place, manner.form);
      const there = form === undefined ? piecesAt(place.at) : writeReferences(merged, { ...manner, form });
      const own = there.filter(piece => !isNote(piece));
      const inline = this.#inline(place, [...own, ...notes], plan);
      if (inline !== '') insertions.set(place.at, inline);
      return { offset, place, inline };
    });
    const edits = [...insertions]
      .map(([at, inline]): TextEdit => ({ start: at, end: at, text: inline }))
      .sort((a, b) => a.start - b.start);
    if (places.length > 0) appendDefinitions(this.#text, this.#scan.end, edits, plan.definitions);
    const moved = mover(edits, insertions);
    return {
      edits,
      carets: places.map(({ offset, place }) => {
        const behind = place.kind === 'paragraph' ? place.behind.length : 0;
        return moved(this.#caret(offset, place)) - behind;
      }),
      inline: places[0]?.inline.trim() ?? '',
      definitions: plan.definitions.map(({ label, text }) => `[^${label}]: ${text}`),
    };
  }

  /** Of some offsets the one that is read first; none is where no text calls the notes in which they stand. */
  #firstRead(offsets: readonly number[]): number | undefined {
    if (offsets.length < 2) return offsets[0];
    const read = offsets.flatMap(at => ({ at, place: this.#cited.placeOf(at) }));
    return read.reduce((first, next) =>
      next.place && (!first.place || isBefore(next.place, first.place)) ? next : first,
    ).at;
  }

  /** Whether a work is cited in full before an offset: in the text, or by what is inserted at `first`. */
  #isLater(reference: Reference, at: number, first: number | undefined): boolean {
    if (this.#cited.isCited(reference, at)) return true;
    const place = this.#cited.placeOf(at);
    const start = first === undefined || first === at ? undefined : this.#cited.placeOf(first);
    return reference.kind === 'work' && place !== undefined && start !== undefined && isBefore(start, place);
  }

  /** @param join whether keys are inserted, which within the brackets of a citation join it whatever their form. */
  #place(offset: number, pieces: readonly Piece[], join: boolean): Place {
    const keys = pieces.length > 0 && pieces.every(piece => isKey(piece) || isItem(piece));
    const prose = this.#scan.places.get(offset);
    const block = this.#scan.blocks.get(offset);
    if (block) return this.#besideBlock(block);
    const around = prose && this.#surroundings.around(prose.at, prose.leaf);
    if (around && join && !keys) {
      const inside = placeAt(this.#text, prose.at, around, true);
      if (inside.kind === 'complete' || (inside.kind === 'join' && prose.at < inside.end)) return inside;
    }
    const place: Place = around ? placeAt(this.#text, prose.at, around, keys) : { kind: 'apart', at: offset };
    if (!pieces.every(isNote)) return place;
    return { kind: 'apart', at: behindWords(this.#text, place.at, prose?.leaf.start ?? 0) };
  }

  /** Below a block that is not prose; above one that never ends. */
  #besideBlock({ end, prefix, endless }: BlockPlace): Place {
    const text = this.#text;
    const eol = this.#eol;
    if (endless) {
      const at = this.#scan.end;
      const above = /(?:^|(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r))$/.test(text.slice(Math.max(0, at - TAIL), at));
      return { kind: 'paragraph', at, before: above ? '' : eol, behind: eol + eol };
    }
    const blank = eol + prefix.trimEnd();
    const apart = /^(?:(?:\r\n|\n|\r)[ \t>]*(?:[\r\n]|$)|$)/.test(text.slice(end, end + 256));
    return { kind: 'paragraph', at: end, before: blank + eol + prefix, behind: apart ? '' : blank };
  }

  #inline(place: Place, pieces: readonly Piece[], plan: NotePlan): string {
    if (place.kind === 'apart') return this.#apart(place.at, pieces, plan);
    if (place.kind === 'paragraph')
      return place.before + writePieces(pieces, plan.labelOf, true) + place.behind;
    if (place.kind === 'role') {
      return itemsToAdd(
        this.#text,
        place.role,
        pieces.filter(isItem).map(({ item }) => item),
      );
    }
    const items = pieces.filter(isKey).map(({ item }) => item);
    if (place.kind === 'complete') {
      const written = items.join('; ');
      return written.slice(written.indexOf('@') + 1) + (place.closed ? '' : ']');
    }
    const inner = this.#text.slice(place.start + 1, place.at);
    const there = inner.split(';').map(item => ` ${item.trim()}`);
    const missing = items.filter(item => !there.some(other => other.endsWith(` ${item}`)));
    if (missing.length === 0) return '';
    const lead = inner === '' ? '' : inner.endsWith(';') ? ' ' : '; ';
    return lead + missing.join('; ');
  }

  #apart(at: number, pieces: readonly Piece[], plan: NotePlan): string {
    const text = this.#text;
    const marks = marksAround(text, at);
    const missing = pieces.filter(piece => !isNote(piece) || !marks.has(plan.labelOf(piece)));
    if (missing.length === 0) return '';
    const inline = writePieces(missing, plan.labelOf, closesItself(text, at));
    const lead = leadingSpace(text, at, missing, this.#scan.linkLabels);
    return lead + inline + trailingSpace(text, at, missing);
  }

  /** Behind what was inserted, and behind the brackets that it joined. */
  #caret(offset: number, place: Place): number {
    if (place.kind === 'join') return place.end;
    if (place.kind === 'role') return place.role.end;
    if (place.kind === 'complete') return this.#text.startsWith(']', place.at) ? place.at + 1 : place.at;
    return place.kind === 'paragraph' ? place.at : Math.max(offset, place.at);
  }
}

/**
 * For offsets of the old text those of the new one, behind the citation inserted at them but before definitions appended
 * at them.
 */
function mover(
  edits: readonly TextEdit[],
  insertions: ReadonlyMap<number, string>,
): (offset: number) => number {
  const starts = edits.map(edit => edit.start);
  const grown = [0];
  for (const { text } of edits) grown.push((grown.at(-1) ?? 0) + text.length);
  return offset => offset + (grown[countBelow(starts, offset)] ?? 0) + (insertions.get(offset)?.length ?? 0);
}

/** The nearest offset that parts neither a surrogate pair nor a line break, and is not before the byte-order mark. */
function betweenCharacters(text: string, offset: number): number {
  const at = Math.max(text.startsWith('\uFEFF') ? 1 : 0, Math.min(text.length, Math.trunc(offset)));
  if (text.charAt(at - 1) === '\r' && text.charAt(at) === '\n') return at - 1;
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}

const MARK = /\[\^([^\]\s]+)\]/g;

/** The labels of the footnotes whose marks stand directly before and behind an offset. */
function marksAround(text: string, at: number): ReadonlySet<string> {
  const before = /(?:\[\^[^\]\s]+\])+$/.exec(text.slice(Math.max(0, at - 1_024), at))?.[0] ?? '';
  const after = /^(?:\[\^[^\]\s]+\])+(?!:)/.exec(text.slice(at, at + 1_024))?.[0] ?? '';
  return new Set([...(before + after).matchAll(MARK)].map(match => match[1] ?? ''));
}
