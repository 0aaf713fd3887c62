import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { appendEntries } from '../../../../../src/core/citation/bibliography/append.ts';
import { readBibliography } from '../../../../../src/core/citation/bibliography/read.ts';
import { entryText } from '../../../../../src/core/citation/bibliography/write.ts';
import { applyEdits } from '../../../../../src/core/citation/edits.ts';
import { work } from '../../../../../src/core/text/work.ts';
import { FORMATS, hostile, item } from './generate.ts';

// Hundreds of texts each: some seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const STYLE = { indent: '  ', eol: '\n' };
const RUNS = { numRuns: 400 };

describe.each(FORMATS)('any text as %s', format => {
  it('is read without an error, each entry, key and problem at a place of its own', () => {
    fc.assert(
      fc.property(hostile(format), text => {
        const { entries, problems } = readBibliography(text, format);
        let at = 0;
        for (const { key, keyStart, keyEnd, start, end, aliases, fields } of entries) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(keyStart).toBeGreaterThanOrEqual(start);
          expect(keyEnd).toBeLessThanOrEqual(end);
          at = end;
          const written = text.slice(keyStart, keyEnd);
          if (!/[\\\n']/.test(written)) expect(written).toBe(key);
          for (const alias of aliases) expect(text.slice(alias.keyStart, alias.keyEnd)).toBe(alias.key);
          expect(fields.type).not.toBe('');
        }
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      RUNS,
    );
  });

  it('keeps all that it has when an entry is added, and takes it only once', () => {
    fc.assert(
      fc.property(hostile(format), item, (text, wanted) => {
        const entry = { key: 'wanted-key', item: wanted };
        const { edits, keys, refused } = appendEntries(text, format, [entry]);
        const [edit] = edits;
        if (edit === undefined) {
          expect(refused || keys.get('wanted-key') !== undefined).toBe(true);
          return;
        }
        expect(edit.end).toBe(edit.start);
        const after = applyEdits(text, edits);
        expect(after.startsWith(text.slice(0, edit.start))).toBe(true);
        expect(after.endsWith(text.slice(edit.start))).toBe(true);
        expect(readBibliography(after, format).entries.map(({ key }) => key)).toContain('wanted-key');
        expect(appendEntries(after, format, [entry]).edits).toEqual([]);
      }),
      RUNS,
    );
  });

  it('costs twice as much when it is twice as long', () => {
    fc.assert(
      fc.property(
        hostile(format).filter(text => text.length > 20),
        text => {
          const cost = (times: number): number => {
            const before = work.units;
            readBibliography(text.repeat(times), format);
            return work.units - before;
          };
          expect(cost(80)).toBeLessThan(2.5 * cost(40) + 2_000);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe.each(FORMATS)('an item written as %s', format => {
  it('is the same when it is read, but for what is said to be lost', () => {
    fc.assert(
      fc.property(item, written => {
        const { text, lost } = entryText(written, 'key', format, STYLE);
        const { entries, problems } = readBibliography(format === 'csl-json' ? `[${text}]` : text, format);
        expect(problems).toEqual([]);
        expect(entries.map(({ key }) => key)).toEqual(['key']);
        expect(lost).toEqual([]);
        expect(entries[0]?.fields).toEqual(written);
      }),
      RUNS,
    );
  });
});
