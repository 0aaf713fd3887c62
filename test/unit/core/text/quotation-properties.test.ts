import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { type Word, words } from '../../../../src/core/text/fold.ts';
import type { Range } from '../../../../src/core/text/ordered-ranges.ts';
import { type QuotationMatch, QuotationMatcher } from '../../../../src/core/text/quotation-match.ts';
import { dossier, load } from '../../dossier.ts';
import { readmes } from './readmes.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SMALL = join(ROOT, 'test/fixtures/dossiers/small');
/** The received texts are no part of the project. A relative path is one from the project's folder. */
const ORIGINALS = resolve(ROOT, process.env['COUNTERPARTS_ORIGINALS'] || '../shared/documents');
const missing = !existsSync(ORIGINALS);
if (missing) {
  console.log(
    `Quotations are not tried with the originals: there is no folder ${ORIGINALS} (COUNTERPARTS_ORIGINALS).`,
  );
}

interface Passage {
  readonly document: string;
  readonly number: number;
  readonly text: string;
}

/** The text of each passage of a dossier, from the received files. */
const passagesOf = (records: Dossier, folder: string): Passage[] =>
  [...records.documents.values()].flatMap(({ id, source, passages }) => {
    const text = readFileSync(join(folder, source.file), 'utf8');
    return passages.map(({ number, start, end }) => ({ document: id, number, text: text.slice(start, end) }));
  });

const small = load(join(SMALL, 'data')).dossier;
const smallPassages = passagesOf(small, join(SMALL, 'originals'));
const inSmall = new QuotationMatcher(small);
const inOwn = new QuotationMatcher(dossier);

const replaceWord = (text: string, { start, end }: Word, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** A passage, and the first and the last of a run of at least `least` of its words. */
const runOf = (passages: readonly Passage[], least: number) =>
  fc.constantFrom(...passages.filter(({ text }) => [...words(text)].length >= least)).chain(passage => {
    const all = [...words(passage.text)];
    return fc
      .integer({ min: 0, max: all.length - least })
      .chain(first =>
        fc
          .integer({ min: first + least - 1, max: all.length - 1 })
          .map(last => ({ passage, run: passage.text.slice(all[first]?.start, all[last]?.end) })),
      );
  });

describe('in the texts of a small dossier', () => {
  test('every run of four words and more is exact, in its passage', () => {
    fc.assert(
      fc.property(runOf(smallPassages, 4), ({ passage, run }) => {
        const match = inSmall.match(run);
        expect(match).toMatchObject({ exact: true, document: passage.document, passage: passage.number });
      }),
    );
  });

  test('two runs with an omission that is marked are exact', () => {
    fc.assert(
      fc.property(
        runOf(smallPassages, 8),
        fc.nat(),
        fc.constantFrom('…', ' ... ', ' […] ', '. . .'),
        (of, pick, mark) => {
          const all = [...words(of.run)];
          const first = 3 + (pick % (all.length - 7));
          const from = first + 1 + (pick % (all.length - 4 - first));
          const quoted = of.run.slice(0, all[first]?.end) + mark + of.run.slice(all[from]?.start);
          expect(inSmall.match(quoted)).toMatchObject({ exact: true, document: of.passage.document });
        },
      ),
    );
  });

  test('where one word is another, nothing is exact, and a departure is that word', () => {
    fc.assert(
      fc.property(runOf(smallPassages, 4), fc.nat(), ({ run }, pick) => {
        const all = [...words(run)];
        const word = all[pick % all.length] as Word;
        const match = inSmall.match(replaceWord(run, word, 'zebra'));
        if (match === undefined) return;
        expect(match.exact).toBe(false);
        const changed = { start: word.start, end: word.start + 5 };
        // Of a recorded quotation with words from around it these count as added, all of them, before it and behind it.
        if (match.quotation?.words.includes(word.text) === false) {
          const holds = ({ start, end }: Range): boolean => start <= changed.start && end >= changed.end;
          expect(match.departures.some(holds)).toBe(true);
        } else expect(match.departures).toMatchObject([changed]);
      }),
    );
  });

  test('and in a whole sentence of a dozen words and more it is always found', () => {
    const long = smallPassages.filter(({ text }) => [...words(text)].length > 16);
    expect(long.length).toBeGreaterThan(1);
    for (const { text } of long) {
      for (const word of words(text)) {
        const match = inSmall.match(replaceWord(text, word, 'zebra'));
        const { start } = word;
        expect(match?.departures, text.slice(0, start)).toMatchObject([{ start, end: start + 5 }]);
      }
    }
  });

  test('words that stand nowhere are told nothing of', () => {
    const word = fc.string({ unit: fc.constantFrom(...'bcdfgk'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word), list => {
        expect(inSmall.match(list.join(' '))).toBeUndefined();
      }),
    );
  });
});

/** Words of a quotation with what writers and chance do to them. */
const disturbed = fc
  .constantFrom(
    ...smallPassages.map(({ text }) => text),
    ...[...dossier.documents.values()].flatMap(({ quotations }) =>
      quotations.map(quotation => quotation.words),
    ),
  )
  .chain(text => {
    const pieces = text.split(/(?<=\s)/);
    const other = fc.constantFrom(
      ...[
        '',
        '… ',
        '[',
        ']',
        '] ',
        '[x] ',
        '[sic] ',
        '*',
        '\\',
        'never ',
        '[a](b) ',
        '(',
        ')',
        '&amp; ',
        '\n> ',
        '—',
        "'",
        'U.S. ',
        'US ',
        '<i>',
      ],
    );
    const change = fc.tuple(fc.nat(pieces.length), fc.nat(3), fc.oneof(other, fc.string({ unit: 'binary' })));
    return fc.array(change, { maxLength: 5 }).map(changes => {
      const result = [...pieces];
      for (const [at, remove, insert] of changes) result.splice(at, remove, insert);
      return result.join('');
    });
  });

/** What holds of every match, whatever the words. */
function expectSound(text: string, match: QuotationMatch | undefined): void {
  if (match === undefined) return;
  let done = 0;
  for (const { start, end, shown, kind } of match.departures) {
    expect(start).toBeGreaterThanOrEqual(done);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(end === start).toBe(kind === 'left-out');
    expect(shown.end).toBeGreaterThan(shown.start);
    done = end;
  }
  // Nothing begins or ends within a word.
  const within = [...match.departures, ...match.departures.map(({ shown }) => shown), ...match.unsure];
  for (const offset of within.flatMap(({ start, end }) => [start, end])) {
    const around = text.slice(Math.max(0, offset - 1), offset + 1);
    expect(around, `at ${offset} of ${JSON.stringify(text)}`).not.toMatch(/^[A-Za-z]{2}$/);
  }
  expect(match.exact).toBe(match.departures.length === 0 && match.unsure.length === 0);
}

describe('whatever is done to a quotation', () => {
  test('offsets lie in order and on whole words', () => {
    fc.assert(
      fc.property(disturbed, text => {
        expectSound(text, inOwn.match(text));
        expectSound(text, inSmall.match(text));
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  test('what is put right is exact', () => {
    fc.assert(
      fc.property(disturbed, text => {
        const match = inOwn.match(text);
        if (match?.corrected === undefined || match.unsure.length > 0) return;
        expect(inOwn.match(match.corrected), match.corrected).toMatchObject({ exact: true, departures: [] });
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  test('no text is an error', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...'[]()\\*<>&;…. \n', 'a', 'Lavrov ', "'", 'U.', '—'), { maxLength: 200 })
        .map(list => list.join('')),
    );
    fc.assert(
      fc.property(text, any => {
        expectSound(any, inOwn.match(any));
      }),
    );
  });
});

describe('in texts that nobody wrote for the tests', () => {
  const sentences = (text: string): string[] => text.split(/(?<=[.!?][”"]?)\s+(?=[\p{Lu}“"])/u);

  test.skipIf(missing)('every sentence of a source is exact (needs COUNTERPARTS_ORIGINALS)', () => {
    let count = 0;
    for (const { document, number, text } of passagesOf(dossier, ORIGINALS)) {
      for (const sentence of sentences(text)) {
        if ([...words(sentence)].length < 8) continue;
        count++;
        expect(inOwn.match(sentence), `${document} ¶${number}`).toMatchObject({ exact: true, document });
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  test.skipIf(missing)(
    'one word that is another is that departure (needs COUNTERPARTS_ORIGINALS)',
    () => {
      let [tried, found] = [0, 0];
      for (const { document, number, text } of passagesOf(dossier, ORIGINALS)) {
        for (const sentence of sentences(text)) {
          const all = [...words(sentence)];
          if (all.length < 12) continue;
          for (const [at, word] of all.entries()) {
            // A letter of an abbreviation is no word, and what stands in brackets may be anything.
            const { start, end } = word;
            if (end - start === 1 || /\[/.test(sentence.charAt(start - 1))) continue;
            tried++;
            const match = inOwn.match(replaceWord(sentence, word, 'zebra'));
            if (match === undefined) continue;
            found++;
            const place = `${document} ¶${number}, word ${at}`;
            expect(match.document, place).toBe(document);
            expect(match.departures, place).toMatchObject([{ start, end: start + 5 }]);
          }
        }
      }
      expect(found / tried).toBeGreaterThan(0.96);
    },
    60_000,
  );

  test('nothing in the Markdown of packages is a quotation', () => {
    const found: string[] = [];
    for (const { name, text } of readmes()) {
      for (const paragraph of text.split(/\n\s*\n/)) {
        const quoted = Array.from(
          paragraph.matchAll(/["“']([^"”']{5,300})["”']/g),
          ([, inner]) => inner ?? '',
        );
        for (const piece of [paragraph, ...sentences(paragraph), ...quoted]) {
          if (inOwn.match(piece)) found.push(`${name}: ${piece}`);
        }
      }
    }
    expect(found).toEqual([]);
  }, 60_000);
});
