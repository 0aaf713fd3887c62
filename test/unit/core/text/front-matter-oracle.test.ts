import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import { frontMatterFields } from '../../../../src/core/text/front-matter-fields.ts';

type Lines = readonly string[];

const word = fc.constantFrom(
  ...['reuters-2013', 'kerry:2018', '2013', 'refs/all.bib', 'ключ', '😀', 'C:\\refs\\all.bib', "o'neill"],
  ...['a, b.bib', '#x', '- x', '[x]', 'x # y', 'id: x', 'two words', '"quoted"', 'a\u00A0b'],
);

/** A string in one of the styles that YAML has for it. */
const scalar = fc.tuple(word, fc.constantFrom('plain', 'single', 'double')).map(([text, style]) => {
  if (style === 'double') return JSON.stringify(text);
  const plain = style === 'plain' && /^[\p{L}\d][\p{L}\d:_./-]*$/u.test(text);
  return plain ? text : `'${text.replaceAll("'", "''")}'`;
});
const comment = fc.constantFrom('', ' # a comment', '  # id: no, [x');
const blanks = fc.nat({ max: 3 }).map(count => ' '.repeat(count));

/** A work on lines of its own, its key anywhere in it or missing. */
const work: fc.Arbitrary<Lines> = fc
  .tuple(
    fc.shuffledSubarray<Lines>([
      ['type: book'],
      ['title: "A title: with\\', '  a colon, and id: no"'],
      ['author:', '- family: X', '  id: of-the-author'],
      ['editor: [{id: of-the-editor},', '  {family: Y}]'],
      ['abstract: |', '  Of a book.', '    id: in-a-text', '', '  # no comment'],
      ['note: >-', '  id: in-a-text'],
      ['keyword: several', '  lines'],
    ]),
    fc.option(scalar, { freq: 8, nil: undefined }),
    comment,
    fc.nat(),
  )
  .map(([fields, id, behind, at]) => {
    const key = id === undefined ? [] : [[`id: ${id}${behind}`]];
    return fields.toSpliced(at % (fields.length + 1), 0, ...key).flat();
  });

const flowWork = scalar.map(id => `{type: book, author: [{id: inner}], id: ${id}, "note": 'id: no'}`);
const json = fc.array(fc.record({ type: fc.constant('book'), id: word, title: word }), { minLength: 1 });

/** The lines of a list of dashes; the first stands behind its field. */
const dashed = (members: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> =>
  fc
    .tuple(fc.array(fc.tuple(members, blanks, fc.boolean(), comment), { minLength: 1 }), blanks, comment)
    .map(([items, indent, behind]) => [
      behind,
      ...items.flatMap(([[first = '{}', ...rest], more, alone, own]) => {
        const inner = `${indent}  ${more}`;
        const begin = alone ? [`${indent}-${own}`, inner + first] : [`${indent}- ${more}${first}`];
        return [...begin, ...rest.map(line => inner + line), '', `${indent}#${own}`];
      }),
    ]);

const inBrackets = (members: fc.Arbitrary<string>): fc.Arbitrary<Lines> =>
  fc
    .tuple(fc.array(members), fc.constantFrom(', ', ',\n  ', ' ,\n  # ours\n  '), fc.constantFrom('', ' ,'))
    .map(([items, comma, last]) => ` [${items.join(comma)}${items.length > 0 ? last : ''}]`.split('\n'));

const frontMatter = fc
  .record({
    title: fc.constant([' "Geneva: a\\', '  bibliography: no"']),
    bibliography: fc.oneof(
      dashed(scalar.map(path => [path])),
      inBrackets(scalar),
      fc.tuple(scalar, comment).map(([path, behind]) => [` ${path}${behind}`]),
    ),
    references: fc.oneof(
      dashed(
        fc.oneof(
          work,
          flowWork.map(text => [text]),
        ),
      ),
      inBrackets(flowWork),
      json.map(works => ` ${JSON.stringify(works, null, 2)}`.replace(/\n(?=\S)/g, '\n  ').split('\n')),
    ),
    nocite: fc.constant([' "@*"']),
  })
  .chain(fields => fc.shuffledSubarray(Object.entries(fields), { minLength: 4 }))
  .map(fields => fields.flatMap(([name, [first = '', ...rest]]) => [`${name}:${first}`, ...rest]));

/** What a YAML parser reads in a place, with the quotes around it. */
function readAt(text: string, start: number, end: number): string {
  const quote = /["']/.exec(text.charAt(start - 1))?.[0] ?? '';
  return String(parse(quote + text.slice(start, end) + quote));
}

describe('front matter', () => {
  it('names the files and keys that a YAML parser finds in it, each at its place', () => {
    fc.assert(
      fc.property(frontMatter, fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = ['---', ...lines, '---', ''].join(eol);
        const parsed = parse(lines.join(eol)) as {
          readonly bibliography: unknown;
          readonly references: readonly { readonly id?: unknown }[];
        };
        const { bibliography, references } = frontMatterFields(text);
        expect(bibliography.map(({ path }) => path)).toEqual([parsed.bibliography].flat().map(String));
        const ids = parsed.references.flatMap(({ id }) => (id === undefined ? [] : [String(id)]));
        expect(references.map(({ id }) => id)).toEqual(ids);
        for (const { path, start, end } of bibliography) expect(readAt(text, start, end)).toBe(path);
        for (const { id, start, end } of references) expect(readAt(text, start, end)).toBe(id);
      }),
      { numRuns: 500 },
    );
  });

  it('has the keys that it has as a bibliography file, however broken it is', () => {
    const piece = fc.constantFrom(
      ...[
        '\n- id: a',
        '\n- ',
        '\n  id: b-2',
        '\n  title: T',
        '\n    id: no',
        '\n  author:\n  - id: no',
        '\n',
        '\r\n',
      ],
      ...[
        ' [',
        ' {',
        ']',
        '}',
        ', {id: c}',
        ',',
        ': ',
        ' "',
        '"',
        " '",
        ' |',
        ' &x',
        ' # ',
        '\\',
        ' -',
        '\t',
        '?',
      ],
    );
    const first = fc.constantFrom('', '\n- id: a', ' [{id: a}', ' [\n  {id: a, title: T}', '\n  - {id: a}');
    fc.assert(
      fc.property(first, fc.array(piece, { maxLength: 25 }), (start, pieces) => {
        // What begins a line is another field, but for a dash.
        const body = `references:${start}${pieces.join('')}\n`.replace(/\n(?=[^\s#-])/g, '\n ');
        const fence = '---\n';
        const { entries } = readBibliography(fence + body, 'csl-yaml');
        expect(frontMatterFields(fence + body + fence).references).toEqual(
          entries.map(({ key, keyStart, keyEnd }) => ({ id: key, start: keyStart, end: keyEnd })),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
