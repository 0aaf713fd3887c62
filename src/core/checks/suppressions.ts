import type { Analysis } from '../text/analysis.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import { type Edit, type Finding, isRuleCode, type RuleCode } from './rule.ts';

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
  const line = text.slice(0, lineEnd(text, start));
  // Before blanks at the end, which may be a hard line break.
  const end = line.length - (/[ \t]*\\?$/.exec(line.slice(-64))?.[0].length ?? 0);
  return { start: end, end, text: ` <!-- counterparts-disable-line ${code} -->` };
}

/** The codes after the directive; none means all. Unknown words are left alone. */
const codesIn = (words: readonly string[]): ReadonlySet<RuleCode> | 'all' =>
  words.length === 0 ? 'all' : new Set(words.filter(isRuleCode));

/** A stretch, both ends of it included, in which a comment silences some rules. */
interface Silence {
  readonly start: number;
  readonly end: number;
  readonly codes: ReadonlySet<RuleCode> | 'all';
}

const DIRECTIVE = 'counterparts-disable';
/** So many findings or comments are looked at between two chances to give the thread back. */
const SLICE = 500;

/**
 * The findings, which are in the order of the text, that no comment of the file silences:
 * `<!-- counterparts-disable-line CODE… -->`, `…-disable-next-line` and `…-disable-file`; without a code all rules are meant.
 * Lines are those of the text. A comment in code is none.
 */
export function* notSilenced(found: readonly Finding[], analysis: Analysis): Generator<void, Finding[]> {
  const silences = yield* silencesIn(analysis);
  const heard: Finding[] = [];
  /** How far each rule is silenced by what began so far. */
  const until = new Map<RuleCode | 'all', number>();
  let next = 0;
  for (const [index, finding] of found.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    for (; (silences[next]?.start ?? Infinity) <= finding.start; next++) {
      const { codes, end = 0 } = silences[next] ?? {};
      for (const code of codes === 'all' ? [codes] : (codes ?? []))
        until.set(code, Math.max(end, until.get(code) ?? 0));
    }
    if (finding.start > Math.max(until.get('all') ?? -1, until.get(finding.code) ?? -1)) heard.push(finding);
  }
  return heard;
}

/** No such comment is longer. */
const LONGEST = 300;
const OPEN = '<!--';

/** What the comments of a text silence, in the order in which that begins. */
function* silencesIn(analysis: Analysis): Generator<void, Silence[]> {
  const { text } = analysis;
  const silences: Silence[] = [];
  const lineAt = linesOf(text);
  let seen = 0;
  for (let at = text.indexOf(DIRECTIVE); at >= 0; at = text.indexOf(DIRECTIVE, at + 1)) {
    if (++seen % SLICE === 0) yield;
    const mask = analysis.maskedIn(at, at).find(({ start, end }) => start < at && at < end);
    const open = mask?.kind === 'comment' ? text.slice(Math.max(mask.start, at - LONGEST), at).trimEnd() : '';
    const written = text.slice(at, at + LONGEST);
    const close = written.indexOf('-->');
    if (!open.endsWith(OPEN) || close < 0) continue;
    const [directive, ...words] = written
      .slice(0, close)
      .trim()
      .split(/[\s,]+/);
    const codes = codesIn(words);
    const line = lineAt(at);
    if (directive === `${DIRECTIVE}-file`) silences.push({ start: 0, end: text.length, codes });
    else if (directive === `${DIRECTIVE}-next-line` && line.next <= text.length)
      silences.push({ ...lineAt(line.next), codes });
    else if (directive === DIRECTIVE || directive === `${DIRECTIVE}-line`) silences.push({ ...line, codes });
  }
  return silences.sort((a, b) => a.start - b.start);
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

/** Finds the line of an offset. The last two are remembered: many comments may stand on one long line. */
function linesOf(text: string): (offset: number) => { start: number; end: number; next: number } {
  let known: ReturnType<ReturnType<typeof linesOf>>[] = [];
  return offset => {
    let line = known.find(({ start, end }) => start <= offset && offset <= end);
    if (line === undefined) {
      let start = offset;
      while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
      const end = lineEnd(text, offset);
      line = { start, end, next: end + (text.startsWith('\r\n', end) ? 2 : 1) };
      known = [line, ...known.slice(0, 1)];
    }
    return line;
  };
}

/** Where the line ends that `offset` stands on, before its line break. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}
