import type { Piece } from './forms.ts';
import { characterBefore } from './placement.ts';

const OPENING = /[\s\uFEFF([{«“‘„‚¿¡—–/]/;
/** Opens where it stands behind a blank or at the start, else closes. */
const EITHER = /["'*_~]/;
const WORD = /[\p{L}\p{N}“‘«„`@$]/u;
const CLOSING = /^[ \t\u00a0]*[.,;:!?…)\]}»”’]/;

/** Whether the text before `at` ends with an escaping backslash. */
const escaping = (text: string, at: number): boolean =>
  /(?<!\\)(?:\\\\)*\\$/.test(text.slice(Math.max(0, at - 16), at));

/**
 * The blank that must stand between the text before `at` and a citation, or nothing.
 * @param linkLabels the labels that links go by, in lower case.
 */
export function leadingSpace(
  text: string,
  at: number,
  pieces: readonly Piece[],
  linkLabels: ReadonlySet<string>,
): string {
  const before = characterBefore(text, at);
  if (escaping(text, at)) return ' ';
  if (pieces[0]?.kind === 'note') {
    // `^[` opens a note of Pandoc's, and `[label][…]` would undo a link by its label.
    const label = /\[([^\][^]+)\]$/.exec(text.slice(Math.max(0, at - 256), at))?.[1];
    return before === '^' || (label !== undefined && linkLabels.has(label.toLowerCase())) ? ' ' : '';
  }
  if (before === '' || OPENING.test(before)) return '';
  if (!EITHER.test(before)) return ' ';
  const further = characterBefore(text, at - 1);
  return further === '' || OPENING.test(further) ? '' : ' ';
}

/** The blank that must stand between a citation and the text behind `at`, or nothing. */
export function trailingSpace(text: string, at: number, pieces: readonly Piece[]): string {
  const after = String.fromCodePoint(text.codePointAt(at) ?? 10);
  const last = pieces.at(-1);
  const kind = last?.kind;
  const brackets = kind === 'note' || kind === 'key' || (kind === 'inline' && last?.text.endsWith(']'));
  // Behind brackets, these would make a link or a definition of them; another footnote may follow a footnote.
  if (brackets && /[([{]/.test(after)) return kind === 'note' && text.startsWith('[^', at) ? '' : ' ';
  if (brackets && after === ':' && atLineStart(text, at)) return ' ';
  if (kind === 'note') return '';
  // A bare key or address would go on with these.
  if (kind === 'inline' && /^[:.#$%&+?<>~/-][\p{L}\p{N}_]/u.test(text.slice(at, at + 3))) return ' ';
  return WORD.test(after) || ((kind === 'inline' || kind === 'role') && after === '{') ? ' ' : '';
}

const atLineStart = (text: string, at: number): boolean =>
  /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, at - 16), at));

/** Whether a reference in words closes with a full stop here: not before a mark that closes it already. */
export const closesItself = (text: string, at: number): boolean => !CLOSING.test(text.slice(at, at + 16));
