import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, differences } from './lezer.ts';
import { readmes } from './readmes.ts';

/** Our masking held against @lezer/markdown, unit by unit; and where we mean to differ, why. */
const DELIBERATE: readonly {
  readonly why: string;
  readonly is: (text: string, difference: Difference) => boolean;
}[] = [
  {
    why: 'CommonMark: brackets inside a link’s text that are no link leave it a link; Lezer takes them for references',
    is: (text, { start, lezer, ours }) =>
      lezer === 'prose' &&
      ours === 'link' &&
      /\][^[\]\n]*\]+\[?$/.test(text.slice(Math.max(0, start - 200), start)),
  },
  {
    why: 'every address with a scheme is one, also one that GFM makes no link of: http://localhost, git+https://',
    is: (text, { start, lezer, ours }) =>
      lezer === 'prose' && ours === 'link' && /^[a-z][a-z+.-]*:\/\//i.test(runAround(text, start)),
  },
  {
    why: 'a semicolon, quotation mark or backtick after a bare address is no part of it',
    is: (text, { start, end, lezer, ours }) =>
      lezer === 'link' && ours === 'prose' && /^[;'"`*]+$/.test(text.slice(start, end)),
  },
  {
    why: 'Pandoc: @scope/name is a citation key, so that name@1.0.0 in it is no mail address',
    is: (text, { start, lezer, ours }) =>
      lezer === 'link' && ours === 'prose' && /^@[\w/-]+@\d/.test(runAround(text, start)),
  },
  {
    why: 'cmark and markdown-it: a backtick after an escaped one may begin a code span; Lezer does not look at it',
    is: (text, { start }) => /\\`{2,}/.test(paragraphAround(text, start)),
  },
];

/** The run without white space around `at`. */
function runAround(text: string, at: number): string {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  return before + (/^\S*/.exec(text.slice(at, at + 200))?.[0] ?? '');
}

function paragraphAround(text: string, at: number): string {
  return text.slice(
    text.lastIndexOf('\n\n', at) + 1,
    (text.indexOf('\n\n', at) + text.length + 1) % (text.length + 1),
  );
}

function unexplained(text: string): string[] {
  return differences(text)
    .filter(difference => !DELIBERATE.some(({ is }) => is(text, difference)))
    .map(({ start, end, lezer, ours }) => {
      const around = JSON.stringify(text.slice(Math.max(0, start - 30), end + 20));
      return `${JSON.stringify(text.slice(start, end))} is ${ours}, for Lezer ${lezer}: ${around}`;
    });
}

describe('code, HTML and links are where Lezer finds them', () => {
  it('in hundreds of real READMEs', () => {
    const files = readmes();
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap(({ name, text }) => unexplained(text).map(each => `${name}: ${each}`))).toEqual([]);
  });

  it('in the examples of CommonMark that Lezer’s own tests hold', () => {
    const path = join(import.meta.dirname, '../../../../node_modules/@lezer/markdown/test/test-markdown.ts');
    const examples = [...readFileSync(path, 'utf8').matchAll(/test\("([^"]*)", `((?:[^`\\]|\\.)*)`/g)];
    expect(examples.length).toBeGreaterThan(600);
    const found = examples.flatMap(([, name = '', marked = '']) =>
      unexplained(unmark(marked.replace(/\\([`\\$])/g, '$1'))).map(each => `${name}: ${each}`),
    );
    expect(found).toEqual([]);
  });

  it('in blocks nested in blocks', () => {
    fc.assert(
      fc.property(documents, text => {
        expect(unexplained(text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('with each of the ways in which we differ still in use', () => {
    const all = readmes().flatMap(({ text }) => differences(text).map(difference => ({ text, difference })));
    for (const { is, why } of DELIBERATE) {
      expect(
        all.some(({ text, difference }) => is(text, difference)),
        why,
      ).toBe(true);
    }
  });
});

/** Takes the marks of Lezer's test notation away: `{P:foo}` is `foo`. */
function unmark(marked: string): string {
  let text = '';
  let depth = 0;
  for (let at = 0; at < marked.length; at++) {
    const open = /^\{\w+:/.exec(marked.slice(at, at + 40));
    if (open !== null) {
      depth++;
      at += open[0].length - 1;
    } else if (marked.charAt(at) === '}' && depth > 0) depth--;
    else text += marked.charAt(at);
  }
  return text;
}

// Documents made of blocks. Left out is what DELIBERATE lists and what Lezer reads otherwise than CommonMark: tabs behind
// markers, a list that starts where a lazy line could stand, definitions without a blank line behind them.
const inline = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'word',
          'two words',
          'Kerry',
          'a*b*c',
          '**bold**',
          '_it_',
          'x < y',
          'a & b',
          '5 > 3',
          '\\*',
          '\\[',
          '\\<b>',
        ),
      },
      fc.constantFrom(
        '`code`',
        '`` a ` b ``',
        '`*x*`',
        '` ',
        '``',
        '`a',
        '<b>',
        '</b>',
        '<a href="x y">',
        "<i class='z'/>",
        '<!-- note -->',
        '<?php x ?>',
        '<b',
      ),
      fc.constantFrom(
        '[text](dest)',
        '[text](<a b> "title")',
        "[t](d 'e')",
        '![alt](src)',
        '[![a](b)](c)',
        '[ref][label]',
        '[open',
        'close]',
        '(round)',
        '[t](a(b)c)',
        '[t]( )',
      ),
      fc.constantFrom(
        '<https://a.example/x>',
        '<me@a.example>',
        'https://a.example/path',
        'www.a.example',
        'me@a.example',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(' '));

const line = inline.map(text => `w ${text}`);
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 });

const leaf: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  line.map(text => [`## ${text}`]),
  line.map(text => [text, '---']),
  fc
    .array(fc.constantFrom('code', '  more `x`', '', '> q', '<div>'), { maxLength: 4 })
    .map(lines => ['```js', ...lines, '```']),
  fc.array(fc.constantFrom('code', '# no', '~~'), { maxLength: 3 }).map(lines => ['~~~', ...lines, '~~~~']),
  fc
    .array(fc.constantFrom('code', '  deeper', '<b>'), { minLength: 1, maxLength: 3 })
    .map(lines => lines.map(text => `    ${text}`)),
  fc.constantFrom<string[]>(
    ['<div>', 'x `y`', '</div>'],
    ['<!-- a', '', 'b -->'],
    ['<pre>', '', 'x', '</pre>'],
    ['<custom-tag>'],
    ['<?x', '?>'],
  ),
  fc.constantFrom<string[]>(
    ['| a | `b` |', '| --- | :-: |', '| c \\| d | [e](f) |'],
    ['a | b', '--- | ---', 'c | `d'],
  ),
  fc.constantFrom<string[]>(['***'], ['[def]: /url "title"'], ['[def]: <a b>', "  'title'"]),
);

const indent = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((text, index) => (index === 0 ? first + text : text === '' ? '' : rest + text));

/** Not around HTML that a blank line ends: for Lezer the line is not blank, as the mark of the quotation stands on it. */
const quote = (lines: readonly string[]): string[] =>
  lines.some(text => /^[\s>\d.-]*<\/?[a-z]/i.test(text))
    ? [...lines]
    : lines.map(text => (text === '' ? '>' : `> ${text}`));

const { blocks } = fc.letrec<{ blocks: string[]; block: string[] }>(tie => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    tie('blocks').map(quote),
    tie('blocks').map(lines => indent(lines, '- ', '  ')),
    tie('blocks').map(lines => indent(lines, '1. ', '   ')),
  ),
  blocks: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map(parts => parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))),
}));
const documents = blocks.map(lines => lines.join('\n'));
