import type { CslItem } from '../csl-item.ts';
import { type RichText, toPlain } from '../rich-text.ts';
import type { CitationStyle, Place } from '../styles/style.ts';

/** The units `from`..`to` of formatted text. */
function sliceRuns(runs: RichText, from: number, to = Number.POSITIVE_INFINITY): RichText {
  let at = 0;
  return runs.flatMap(run => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** A citation in the text, taken apart: `Strobel`, `2013`, `, para. 5`. */
export interface CitationParts {
  /** Its brackets. */
  readonly open: string;
  readonly close: string;
  /** All between the brackets. */
  readonly whole: RichText;
  /** Who is cited, or the title that stands for it. */
  readonly author: RichText;
  /** Date and locator: what is left where the author stands in the sentence. Empty where the style needs neither. */
  readonly rest: RichText;
}

/** The date at the end of a citation: a year with marks of uncertainty and letters, or that there is none. */
const DATE = /(?:(?:ca?\.|ок\.)\s)?[[(]?(?:\d{4}[\d–/?\]a-z]{0,8}|n\.d\.|б\.\s?г\.)[)\]]?$/u;

/** Takes apart the citation in the text of a style. */
export function citationParts(style: CitationStyle, item: CslItem, place: Place | undefined): CitationParts {
  const { open, close, inner: whole } = unbracketed(style.citation(item, place));
  const base = toPlain(unbracketed(style.citation(item)).inner);
  const full = toPlain(whole);
  const tail = full.startsWith(base) ? base.length : full.length;
  const dated = item.title.includes(base) ? undefined : DATE.exec(base);
  const dateAt = dated && tail === base.length ? dated.index : tail;
  const authorEnd = full.slice(0, dateAt).replace(/[,\s]+$/, '').length;
  const restAt = dateAt === tail ? tail + (/^[,.\s]*/.exec(full.slice(tail))?.[0].length ?? 0) : dateAt;
  const author = sliceRuns(whole, 0, authorEnd).map(run => ({ ...run, text: run.text.replace(/,”$/, '”') }));
  return { open, close, whole, author, rest: sliceRuns(whole, restAt) };
}

function unbracketed(runs: RichText): { open: string; close: string; inner: RichText } {
  const text = toPlain(runs);
  const open = /^[([]/.exec(text)?.[0] ?? '';
  const close = open && text.endsWith(open === '(' ? ')' : ']') ? text.slice(-1) : '';
  if (close === '') return { open: '', close: '', inner: runs };
  return { open, close, inner: sliceRuns(runs, 1, text.length - 1) };
}

/** Who is cited in a style of notes: what its short note has before the title; where it has only a title, that. */
export function noteAuthor(style: CitationStyle, item: CslItem): RichText {
  const short = style.laterNote(item);
  const text = toPlain(short);
  let end = text.indexOf(', “');
  let at = 0;
  for (const { text: words, italic } of short) {
    if (italic && at > 0 && (end < 0 || at < end)) end = text.slice(0, at).replace(/,\s*$/, '').length;
    at += words.length;
  }
  return end > 0 ? sliceRuns(short, 0, end) : short;
}
