import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

const nobody = new NameMatcher([]);

/** The masked stretches of a text as `kind: what stands there`. */
function masked(text: string): string[] {
  return analyse(text, nobody)
    .maskedIn(0, text.length)
    .map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

describe('what is not prose', () => {
  it.each<[what: string, text: string, expected: readonly string[]]>([
    ['front matter', '---\ntitle: x\n---\ntext', ['front-matter: ---\ntitle: x\n---\n']],
    [
      'front matter after a byte-order mark',
      '\uFEFF---\na: b\n...\ntext',
      ['front-matter: \uFEFF---\na: b\n...\n'],
    ],
    ['front matter with CRLF', '---\r\na: b\r\n---\r\ntext', ['front-matter: ---\r\na: b\r\n---\r\n']],
    ['TOML front matter', '+++\na = 1\n+++\ntext', ['front-matter: +++\na = 1\n+++\n']],
    ['no front matter that is not closed', '---\ntitle: x\n\ntext', []],
    ['no front matter further down', 'text\n\n---\na: b\n---\n', []],
    ['fenced code', 'a\n```js\nb\n```\nc', ['code: ```js\nb\n```']],
    ['fenced code to the end where it is not closed', 'a\n~~~\nb\n\nc', ['code: ~~~\nb\n\nc']],
    ['a longer fence', '````\n```\n````\nx', ['code: ````\n```\n````']],
    ['indented code', 'a\n\n    b\n\nc', ['code: b']],
    ['no indented code within a paragraph', 'a\n    b', []],
    ['no code in an indented part of a list', '- a\n\n    b', []],
    ['code in a list', '- a\n\n      b', ['code: b']],
    ['code after a tab', '\tb', ['code: b']],
    ['fenced code in a quotation', '> ```\n> b\n> ```\n> c', ['code: ```\n> b\n> ```']],
    ['fenced code ended with its quotation', '> ```\n> b\nc', ['code: ```\n> b']],
    ['code spans', 'a `b` ``c ` d`` e', ['code: `b`', 'code: ``c ` d``']],
    ['a code span across lines', 'a `b\nc` d', ['code: `b\nc`']],
    ['no code span across paragraphs', 'a `b\n\nc` d', []],
    ['an HTML block', '<div>\na\n</div>\n\nb', ['html: <div>\na\n</div>']],
    ['a comment over blank lines', 'a\n\n<!-- b\n\nc -->\nd', ['comment: <!-- b\n\nc -->']],
    ['a comment in a line', 'a <!-- b --> c', ['comment: <!-- b -->']],
    [
      'tags in a line, not what stands between them',
      'a <b title="x">c</b> d',
      ['html: <b title="x">', 'html: </b>'],
    ],
    ['a script', '<script>\na\n\nb\n</script>\nc', ['html: <script>\na\n\nb\n</script>']],
    [
      'autolinks',
      '<https://a.example/b> <a@b.example>',
      ['url: <https://a.example/b>', 'mail: <a@b.example>'],
    ],
    [
      'bare addresses without the dot behind',
      'See https://a.example/b. Or www.a.example.',
      ['url: https://a.example/b', 'url: www.a.example'],
    ],
    ['an address in brackets', '(https://a.example/b_(c))', ['url: https://a.example/b_(c)']],
    ['a mail address', 'Write to kerry@state.example, please.', ['mail: kerry@state.example']],
    ['the destination and title of a link', '[a](b "c") d', ['link: (b "c")']],
    ['the destination of an image', '![a](<b c>)', ['link: (<b c>)']],
    ['the label of a reference', '[a][b] and [c][]', ['link: [b]']],
    ['the outer link where the inner brackets are none', '[a [b] c](d)', ['link: (d)']],
    ['no link around a link', '[a [b](c) d](e)', ['link: (c)']],
    ['a definition', '[a]: b "c"\n\ntext', ['definition: [a]: b "c"']],
    [
      'definitions in a quotation',
      '> [a]: b\n> [c]: d\n> text',
      ['definition: [a]: b', 'definition: [c]: d'],
    ],
    ['footnote labels, not what they say', 'a[^1]\n\n[^1]: b *c*', ['footnote: [^1]', 'footnote: [^1]:']],
    [
      'citation keys',
      'a [@b_2013, p. 3; see -@c] and @d:e.',
      ['citation: @b_2013', 'citation: @c', 'citation: @d:e'],
    ],
    ['citation keys in braces', '@{https://a.example/b} c', ['citation: @{https://a.example/b}']],
    ['formulas', 'a $x_1$ b $$y$$ c', ['math: $x_1$', 'math: $$y$$']],
    ['no sums of money', 'from $5 to $10, or $5 billion and US$ 7', []],
    [
      'shortcodes',
      '{{< figure "x" >}} and {% raw %}',
      ['shortcode: {{< figure "x" >}}', 'shortcode: {% raw %}'],
    ],
    ['no escaped marks', '\\`a\\` \\[b](c) \\<d>', []],
    ['a code span in a table', '| a | b |\n| - | - |\n| `c` | d |', ['code: `c`']],
    ['no code span over two cells', '| `a | b` |\n| - | - |', []],
    ['a heading’s code', '# a `b`\n\nc `d`\n=====', ['code: `b`', 'code: `d`']],
  ])('%s', (_, text, expected) => {
    expect(masked(text)).toEqual(expected);
  });
});

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'` `` ``` ~~~ > - * + 1. # === --- *** | [ ] ( ) ![ ]( <div> </div> <!-- --> <? ?> <a <b> \\ $ $$ @ [^ ]: {{ }} :// www. " \' &nbsp; : . !'.split(
          ' ',
        ),
        '\n',
        '\n\n',
        '    ',
        '\t',
        '\r\n',
        '\r',
        ' ',
        '\uFEFF',
        '\ud800',
        '\udc00',
        '[a]: b',
        '| - | - |',
        'John Kerry',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''));

describe('any text', () => {
  it('has masked stretches in order, within it, none overlapping another', () => {
    fc.assert(
      fc.property(soup, text => {
        let at = 0;
        for (const { start, end } of analyse(text, nobody).maskedIn(0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same with other line ends', () => {
    fc.assert(
      fc.property(soup, text => {
        const unix = text.replace(/\r\n?/g, '\n').replaceAll('\ud800', '').replaceAll('\udc00', '');
        const shown = (each: string): string[] => masked(each).map(part => part.replace(/\r\n?/g, '\n'));
        expect(shown(unix.replaceAll('\n', '\r\n'))).toEqual(shown(unix));
        expect(shown(unix.replaceAll('\n', '\r'))).toEqual(shown(unix));
      }),
      { numRuns: 500 },
    );
  });
});
