import { joinRuns, type RichText, type Run, run, toPlain } from '../rich-text.ts';

/** What a reference is put together from; what is empty or missing is left out with its separator. */
export type Part = RichText | string | false | undefined;

/** As runs; nothing for what is empty. */
export const rich = (part: Part): RichText =>
  typeof part === 'string' ? (part ? [run(part)] : []) : part || [];

/** The parts that there are, with a separator between them. */
export const join = (separator: string, ...parts: readonly Part[]): RichText =>
  joinRuns(parts.map(rich), separator).filter(({ text }) => text !== '');

/** A part between two strings; nothing without it. */
export const wrap = (before: string, part: Part, after = ''): RichText => {
  const inner = rich(part);
  return inner.length > 0 ? join('', before, inner, after) : [];
};

export const italics = (text: string | undefined): RichText => (text ? [{ text, italic: true }] : []);

export const address = (url: string | undefined): RichText => (url ? [{ text: url, url: true }] : []);

/** With a capital at its beginning; an address and a name such as iPhone keep their letters. */
export const capital = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  const kept = text === '' || /^(?:\p{Ll}\p{Lu}|[\p{L}\p{N}-]{1,64}\.\p{L}{2})/u.test(text);
  return kept ? text : first.toUpperCase() + text.slice(first.length);
};

/** A part that begins a sentence. */
export function sentence(part: Part): RichText {
  const [first, ...rest] = rich(part);
  return first
    ? [first.url || first.text === 'n.d.' ? first : { ...first, text: capital(first.text) }, ...rest]
    : [];
}

const CLOSING = '”';

/** A title in double quotation marks; those within it become single (CMOS 6.11). */
export function quoted(title: string): RichText {
  const inner = curly(title).replace(/“/g, '‘').replace(/”/g, '’');
  return inner ? [run('“'), run(inner), run(CLOSING)] : [];
}

/** Typewriter's marks as printed ones. */
export const curly = (text: string): string =>
  text
    .replace(/(^|[\s([{—–-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{—–“-])'/g, '$1‘')
    .replace(/'/g, '’');

/** The closing marks of quotation at the end, single ones only where one is open. */
function closers(text: string): string {
  const marks = text.includes('‘') ? '’”' : '”';
  let start = text.length;
  while (start > 0 && marks.includes(text.charAt(start - 1))) start--;
  return text.slice(start);
}

/** A full stop that belongs to an abbreviation or an initial, and stays before a comma. */
const ABBREVIATION =
  /(?:(?:^|[.\s])\p{L}|\.\S*|\b(?:ed|eds|no|vol|vols|Inc|Ltd|Co|Jr|Sr|diss|etc|д|дис))\.$/u;

/** Puts a full stop or comma at the end of what is there: within quotation marks, and never beside a mark like it. */
function placeMark(runs: Run[], mark: string, within: boolean): void {
  let at = runs.length - 1;
  let tail = '';
  if (runs[at]?.text === CLOSING) tail = runs[at--]?.text ?? '';
  const last = runs[at];
  if (!last) return;
  const inner = within ? closers(last.text) : '';
  let words = inner ? last.text.slice(0, -inner.length) : last.text;
  const end = words.slice(-1);
  const doubled = mark === '.' ? '.!?…'.includes(end) : end === ',';
  if (doubled && end !== '') return;
  if (!within && mark === '.' && /[.…][’”»]+$/.test(last.text)) return;
  if (end === '.' && tail && !ABBREVIATION.test(words.slice(-24))) words = words.slice(0, -1);
  if (tail || inner) {
    runs[at] = { ...last, text: words + mark + inner };
  } else if (last.italic || last.url) {
    runs.push(run(mark));
  } else {
    runs[at] = { ...last, text: words + mark };
  }
}

/**
 * Joins the runs of one kind and settles the marks between them (CMOS 6.9).
 * @param within whether full stops and commas go within closing marks of quotation, as in American English.
 */
export function finish(runs: RichText, within = true): RichText {
  const out: Run[] = [];
  for (const next of runs) {
    let { text } = next;
    if (!next.url && !next.italic && /^[.,]/.test(text)) {
      placeMark(out, text.slice(0, 1), within);
      text = text.slice(1);
    }
    if (text !== '') out.push({ ...next, text });
  }
  return out.reduce<Run[]>((merged, next) => {
    const last = merged.at(-1);
    if (last && !last.url && !next.url && Boolean(last.italic) === Boolean(next.italic)) {
      merged[merged.length - 1] = { ...last, text: last.text + next.text };
    } else merged.push(next);
    return merged;
  }, []);
}

/** With a full stop at its end, within closing marks of quotation, unless a mark ends it already. */
export const ended = (runs: RichText, within = true): RichText => finish([...runs, run('.')], within);

/** The same for Markdown in which the writer's own words may stand last; marks of emphasis at the end are looked through. */
export function endedMarkdown(text: string, within = true): string {
  const marks = /(?<!\\)(?:\*{1,3}|_{1,3})$/.exec(text)?.[0] ?? '';
  const words = text.slice(0, text.length - marks.length);
  // A mark that begins a text would be settled with what stands before it.
  const lead = /^[.,]*/.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length);
  const closed = lead + toPlain(ended([marks ? { text: rest, italic: true } : run(rest)], within));
  // The mark stands behind the emphasis, or before a closing mark of quotation within it.
  return closed.startsWith(words) ? words + marks + closed.slice(words.length) : closed + marks;
}
