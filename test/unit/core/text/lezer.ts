import { GFM, parser } from '@lezer/markdown';
import { analyse } from '../../../../src/core/text/analysis.ts';
import type { MaskKind } from '../../../../src/core/text/masked.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

/** What a unit of a text belongs to, as far as both parsers know it. */
export type Part = 'prose' | 'code' | 'html' | 'link';

/** Not compared: what only one of the two knows, and the marks around. */
const NEITHER = 'neither';

const LEZER: Readonly<Record<string, Part | typeof NEITHER>> = {
  FencedCode: 'code',
  CodeBlock: 'code',
  InlineCode: 'code',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
  HTMLTag: 'html',
  Comment: 'html',
  ProcessingInstruction: 'html',
  Autolink: 'link',
  URL: 'link',
  LinkTitle: 'link',
  LinkReference: 'link',
  LinkLabel: 'link',
  QuoteMark: NEITHER,
  ListMark: NEITHER,
  LinkMark: NEITHER,
  TableDelimiter: NEITHER,
};

const OURS: Readonly<Record<MaskKind, Part | typeof NEITHER>> = {
  code: 'code',
  html: 'html',
  comment: 'html',
  url: 'link',
  mail: 'link',
  link: 'link',
  definition: 'link',
  'front-matter': NEITHER,
  footnote: NEITHER,
  citation: NEITHER,
  role: NEITHER,
  math: NEITHER,
  shortcode: NEITHER,
};

const reference = parser.configure(GFM);
const nobody = new NameMatcher([]);

/** A stretch on which the two parsers differ. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly lezer: Part;
  readonly ours: Part;
}

/** Where our masking and the tree of @lezer/markdown (with its GFM extensions) differ; white space does not count. */
export function differences(text: string): Difference[] {
  const lezer: string[] = new Array(text.length).fill('prose');
  reference.parse(text).iterate({
    enter({ name, from, to }) {
      const part = LEZER[name];
      // The empty label of a collapsed reference holds nothing to be masked.
      if (part !== undefined) lezer.fill(text.slice(from, to) === '[]' ? NEITHER : part, from, to);
    },
  });
  const ours: string[] = new Array(text.length).fill('prose');
  for (const { start, end, kind } of analyse(text, nobody).maskedIn(0, text.length))
    ours.fill(OURS[kind], start, end);
  const found: { start: number; end: number; lezer: Part; ours: Part }[] = [];
  for (let at = 0; at < text.length; at++) {
    const a = lezer[at] as Part | typeof NEITHER;
    const b = ours[at] as Part | typeof NEITHER;
    if (a === b || a === NEITHER || b === NEITHER || /\s/.test(text.charAt(at))) continue;
    const last = found.at(-1);
    if (last?.lezer === a && last.ours === b && text.slice(last.end, at).trim() === '') last.end = at + 1;
    else found.push({ start: at, end: at + 1, lezer: a, ours: b });
  }
  return found;
}
