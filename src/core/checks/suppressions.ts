import type { Analysis } from '../text/analysis.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import { type Edit, type Finding, isRuleCode, type RuleCode } from './rule.ts';

/** Which findings a writer has silenced by comments in the file. */
export interface Suppressions {
  silences(code: RuleCode, offset: number): boolean;
}

const COMMENT = /^<!--\s*counterparts-disable(?:-(line|next-line|file))?(?:\s+([^>]*?))?\s*-->/;

/**
 * The edit that silences a rule by a comment, on the line where a finding begins or in its whole file; `undefined` where a
 * comment can stand on no such line: in the front matter.
 */
export function silencingEdit(
  text: string,
  { code, start }: Pick<Finding, 'code' | 'start'>,
  scope: 'line' | 'file',
  eol: string,
): Edit | undefined {
  const head = frontMatterEnd(text);
  if (scope === 'file') {
    const gap = head > 0 ? eol : '';
    return {
      start: head,
      end: head,
      text: `${gap}<!-- counterparts-disable-file ${code} -->${eol}${head > 0 ? '' : eol}`,
    };
  }
  if (start < head) return undefined;
  const line = text.slice(0, lineEnd(text, start)).replace(/\r$/, '');
  // Before blanks at the end, which may be a hard line break.
  const end = line.length - (/[ \t]*\\?$/.exec(line.slice(-64))?.[0].length ?? 0);
  return { start: end, end, text: ` <!-- counterparts-disable-line ${code} -->` };
}

/** The codes after the directive, parted by blanks or commas; none means all. Unknown words are left alone. */
function codesIn(words: string | undefined): ReadonlySet<RuleCode> | 'all' {
  const given = (words ?? '').split(/[\s,]+/).filter(Boolean);
  return given.length === 0 ? 'all' : new Set(given.filter(isRuleCode));
}

/**
 * Reads `<!-- counterparts-disable-line CODE… -->`, `…-disable-next-line` and `…-disable-file`; without a code all rules are
 * meant. Lines are those of the text. A comment in code is none.
 */
export function suppressionsIn(analysis: Analysis): Suppressions {
  const { text } = analysis;
  if (!text.includes('counterparts-disable')) return { silences: () => false };
  const lines: { start: number; end: number; codes: ReadonlySet<RuleCode> | 'all' }[] = [];
  const file: (ReadonlySet<RuleCode> | 'all')[] = [];
  for (const { start, end, kind } of analysis.maskedIn(0, text.length)) {
    if (kind !== 'comment') continue;
    const match = COMMENT.exec(text.slice(start, Math.min(end, start + 300)));
    if (match === null) continue;
    const codes = codesIn(match[2]);
    if (match[1] === 'file') file.push(codes);
    else if (match[1] === 'next-line') {
      const next = lineEnd(text, end) + 1;
      lines.push({ start: next, end: lineEnd(text, next), codes });
    } else lines.push({ start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd(text, end), codes });
  }
  const has = (codes: ReadonlySet<RuleCode> | 'all', code: RuleCode): boolean =>
    codes === 'all' || codes.has(code);
  return {
    silences: (code, offset) =>
      file.some(codes => has(codes, code)) ||
      lines.some(({ start, end, codes }) => start <= offset && offset <= end && has(codes, code)),
  };
}

/** Where the line ends that `offset` stands on, before its line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
