import { describe, expect, test } from 'vitest';
import { formatIndex } from '../../../../src/cli/dossier/index.ts';
import type { DocumentIndex } from '../../../../src/cli/dossier/schema.ts';

const index = (terms: readonly string[], fingerprint: readonly number[]): DocumentIndex => ({
  document: 'a',
  sha256: '0',
  passages: [{ number: 1, terms, fingerprint }],
});

describe('an index file is laid out as the formatter would do it', () => {
  test('short lists stand on one line', () => {
    expect(formatIndex(index(['a', 'b'], [1]))).toBe(`{
  "document": "a",
  "sha256": "0",
  "passages": [
    {
      "number": 1,
      "terms": ["a", "b"],
      "fingerprint": [1]
    }
  ]
}
`);
  });

  test('of long ones terms take a line each, hashes fill lines up to 110 columns', () => {
    const terms = Array.from({ length: 20 }, (_, at) => `term${at}`);
    const hashes = Array.from({ length: 20 }, () => 1234567890);
    const lines = formatIndex(index(terms, hashes)).split('\n');
    expect(lines.slice(6, 9)).toEqual(['      "terms": [', '        "term0",', '        "term1",']);
    expect(lines.slice(28).map(line => line.length)).toEqual([22, 103, 103, 54, 7, 5, 3, 1, 0]);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(110);
  });

  test('a document without passages has an empty list', () => {
    expect(formatIndex({ document: 'a', sha256: '0', passages: [] })).toContain('"passages": []\n');
  });

  test('it is the JSON of the index, whatever its words', () => {
    const made = index(['"', '\\', 'лавров'], [0, 4294967295]);
    expect(JSON.parse(formatIndex(made))).toEqual(made);
  });
});
