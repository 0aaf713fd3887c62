import type { Analysis } from '../../text/analysis.ts';
import type { FootnoteMark } from '../../text/footnotes.ts';
import type { Range } from '../../text/ordered-ranges.ts';
import type { CitedWork } from '../references.ts';
import type { Found } from './found.ts';
import { referenceOf, type Wording, WordingIndex } from './wordings.ts';

/** A footnote that cites, or seems to. */
export interface NoteDefinition {
  readonly mark: FootnoteMark;
  /** With its lines. */
  readonly whole: Range;
  /** What it cites, where it holds nothing else. */
  readonly reference: CitedWork | undefined;
}

/** The definitions of footnotes that hold a reference, or bear the label of one. */
export function noteDefinitions(analysis: Analysis, wordings: readonly Wording[]): NoteDefinition[] {
  const { text, footnotes } = analysis;
  const found: NoteDefinition[] = [];
  const index = new WordingIndex(wordings.filter(({ form }) => form === 'formatted'));
  const keys = new Set(wordings.map(({ work }) => work.id));
  const order = new Map(wordings.map((wording, place) => [wording, place]));
  for (const mark of footnotes.in(0, text.length)) {
    const { definition } = mark;
    if (!definition || footnotes.definitionOf(mark.label) !== mark) continue;
    const words = text.slice(definition.start, definition.end).trim();
    const [fitting] = [...index.beginningAt(words, 0)]
      .flatMap(wording => {
        const match = new RegExp(`^${wording.source.replace(/”$/, '\\.?”')}\\.?$`).exec(words);
        return match ? [{ wording, numbers: match[1], place: order.get(wording) ?? 0 }] : [];
      })
      .sort((a, b) => a.place - b.place);
    const { wording, numbers } = fitting ?? {};
    if (wording === undefined && !isLabelOf(keys, mark.label)) continue;
    // No further back than to other words: a text may have as many definitions as lines.
    let lineStart = mark.start;
    while (/[^\S\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
    const eol = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(definition.end, definition.end + 64));
    const alone = /^$|[\r\n]/.test(text.charAt(lineStart - 1)) && eol !== null;
    // A second paragraph, indented, belongs to the note.
    const goesOn = /^\s*?(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)(?: {4}|\t)\S/.test(
      text.slice(definition.end, definition.end + 256),
    );
    found.push({
      mark,
      whole: { start: lineStart, end: definition.end + (eol?.[0].length ?? 0) },
      reference: wording && alone && !goesOn ? referenceOf(wording, numbers) : undefined,
    });
  }
  return found;
}

/** Whether a label is one that *Insert Citation* gives: a key, and the place behind it. */
function isLabelOf(keys: ReadonlySet<string>, label: string): boolean {
  for (let end = label.length; end > 0; end = label.lastIndexOf('-', end - 1))
    if (keys.has(label.slice(0, end))) return true;
  return false;
}

const ENDED = /^\s*(?:[^\p{L}\p{N}\s]|$)/u;

/** So many offsets are looked at between two chances to give the thread back. */
const STEP = 1000;

/** The formatted references and the links to works that stand in a text, in order. May be left at each `yield`. */
export function* citationsInWords(
  analysis: Analysis,
  wordings: readonly Wording[],
): Generator<void, Found[]> {
  const { text } = analysis;
  const index = new WordingIndex(wordings.filter(({ whole }) => !whole));
  const all: (Found & { readonly counts: boolean })[] = [];
  for (let start = 0; start < text.length; start++) {
    if (start % STEP === 0) yield;
    for (const wording of index.beginningAt(text, start)) {
      const pattern = new RegExp(wording.source, 'y');
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      const end = start + (match?.[0].length ?? 0);
      // A number without a word for what it counts may belong to the sentence: “2013, 5 ministers”.
      if (!match || (wording.counts === 'page' && !ENDED.test(text.slice(end, end + 8)))) continue;
      const reference = referenceOf(wording, match[1]);
      if (!reference) continue;
      const counts = wording.counts !== undefined;
      all.push({ form: wording.form, start, end, references: [reference], prefix: '', suffix: '', counts });
    }
  }
  // Of those that begin together the longest.
  all.sort((a, b) => a.start - b.start || b.end - a.end || Number(a.counts) - Number(b.counts));
  let last = 0;
  return all.filter(({ form, start, end }) => {
    if (start < last || !analysis.paragraphAt(start)) return false;
    const masked = analysis.maskedIn(start, end);
    const counts =
      form === 'formatted'
        ? !masked.some(mask => mask.start < start && start < mask.end)
        : masked.some(mask => mask.kind === 'link' && mask.end === end);
    if (counts) last = end;
    return counts;
  });
}

/** What stands between two references of one citation. */
const JOINT: Partial<Record<Found['form'], RegExp>> = {
  footnote: /^$/,
  'markdown-link': /^, $/,
  formatted: /^[;,] $/,
};

/** With footnotes that are called at one place, and references in words and links that stand in one row, as one citation. */
export function joined(text: string, found: readonly Found[]): Found[] {
  const all: Found[] = [];
  for (const next of found) {
    const last = all.at(-1);
    const follows =
      last?.form === next.form &&
      last.end <= next.start &&
      JOINT[next.form]?.test(text.slice(last.end, next.start));
    if (!last || !follows) all.push(next);
    else {
      all[all.length - 1] = {
        ...last,
        end: next.end,
        references: [...last.references, ...next.references],
        labels: [...(last.labels ?? []), ...(next.labels ?? [])],
      };
    }
  }
  return all;
}
