import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { formatPath, type Path, Places } from '../../../../src/cli/dossier/places.ts';

/** The place where `«` stands in the text, and the places that are found in the text without it. */
function places(marked: string, linesBefore = 0): { mark: { line: number; column: number }; found: Places } {
  const at = marked.indexOf('«');
  const lines = new LineCounter();
  const document = parseDocument(marked.replace('«', ''), { lineCounter: lines, prettyErrors: false });
  const before = marked.slice(0, at).split('\n');
  return {
    mark: { line: before.length + linesBefore, column: (before.at(-1) ?? '').length + 1 },
    found: new Places(document, lines, linesBefore),
  };
}

describe('the place of a value', () => {
  test.each<[string, string, Path]>([
    ['of a field', 'a: 1\nb: «2\n', ['b']],
    ['of an entry of a list', 'a:\n  - x\n  - «y\n', ['a', 1]],
    ['in flow style', 'a: [{ b: 1 }, { b: «2 }]\n', ['a', 1, 'b']],
    ['of a record in a list', '- id: a\n- id: «b\n', [1, 'id']],
    ['that is empty: its key', 'a: 1\n«b:\n', ['b']],
    ['that is not there: what would hold it', 'a: 1\nb:\n  «c: 1\n', ['b', 'd']],
    ['whose key is a number', 'a: { 2013: «x }\n', ['a', '2013']],
    ['after letters beyond the basic plane', 'a: { 𝒃: 1, c: «2 }\n', ['a', 'c']],
    ['with the line ends of Windows', 'a: 1\r\nb: «2\r\n', ['b']],
  ])('%s', (_, marked, path) => {
    const { mark, found } = places(marked);
    expect(found.of(path)).toEqual(mark);
  });

  test('of a key', () => {
    const { mark, found } = places('a:\n  b: { «c: 1 }\n');
    expect(found.of(['a', 'b', 'c'], 'key')).toEqual(mark);
  });

  test('below lines that are no YAML', () => {
    const { mark, found } = places('a: 1\nb: «2\n', 7);
    expect(mark.line).toBe(9);
    expect(found.of(['b'])).toEqual(mark);
  });

  test('is always within the text, whatever it is and whatever is asked for', () => {
    const step = fc.oneof(fc.constantFrom('a', 'b', '0'), fc.nat(3));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab:-[]{},\n "\'#&*0😀') }),
        fc.array(step),
        (text, path) => {
          const lines = new LineCounter();
          const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
          const { line, column } = new Places(document, lines, 0).of(path);
          const all = text.split('\n');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(all.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((all[line - 1] ?? '').length + 1);
        },
      ),
    );
  });
});

test('a path is written as in a program', () => {
  expect(formatPath(['evidence', 0, 'passage'])).toBe('evidence[0].passage');
  expect(formatPath([2, 'url'])).toBe('[2].url');
  expect(formatPath(['csl', 'container-title'])).toBe('csl.container-title');
  expect(formatPath([])).toBe('');
});
