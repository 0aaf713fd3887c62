import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { dossier } from '../../dossier.ts';
import { corpus, type Sentence } from './name-corpus.ts';
import { people } from './people.ts';

/** What stands in a sentence, as `start-end people “words”`; people of the real dossier by the first word of their ids. */
const told = (text: string, start: number, end: number, people: string): string =>
  `${start}-${end} ${people} “${text.slice(start, end)}”`;

function foundIn(text: string, names: NameMatcher): string[] {
  return analyse(text, names)
    .mentionsIn(0, text.length)
    .map(({ start, end, people: whom }) =>
      told(
        text,
        start,
        end,
        whom.map(id => (id === 'bill-clinton' ? id : (id.split('-')[0] ?? ''))).join(', '),
      ),
    );
}

interface Row {
  readonly section: string;
  readonly cases: number;
  readonly marked: number;
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
}

/** What the marks of a sentence say, as far as these people can be met. */
const expectedIn = ({ text, marked }: Sentence, known: (people: string) => boolean) =>
  marked
    .filter(({ people: whom }) => known(whom))
    .map(mark => ({ ...mark, told: told(text, mark.start, mark.end, mark.people) }));

function measure(names: NameMatcher, known: (people: string) => boolean, skip: (section: string) => boolean) {
  const rows: Row[] = [];
  const differences: string[] = [];
  for (const [section, sentences] of corpus) {
    if (skip(section)) continue;
    const row = { section, cases: sentences.length, marked: 0, found: 0, missed: 0, wrong: 0 };
    for (const sentence of sentences) {
      const expected = expectedIn(sentence, known);
      const found = foundIn(sentence.text, names);
      row.marked += expected.length;
      row.found += expected.filter(mark => found.includes(mark.told)).length;
      row.missed += expected.filter(mark => !found.includes(mark.told)).length;
      row.wrong += found.filter(each => !expected.some(mark => mark.told === each)).length;
      const right = expected.filter(mark => !mark.missed).map(mark => mark.told);
      if (right.join() !== found.join())
        differences.push(
          `${section}: ${sentence.line}\n   expected ${right.join('; ')}\n   found    ${found.join('; ')}`,
        );
    }
    rows.push(row);
  }
  return { rows, differences };
}

const sum = (rows: readonly Row[]): Row =>
  rows.reduce((all, row) => ({
    section: 'all',
    cases: all.cases + row.cases,
    marked: all.marked + row.marked,
    found: all.found + row.found,
    missed: all.missed + row.missed,
    wrong: all.wrong + row.wrong,
  }));

const precision = ({ found, wrong }: Row): number => (found + wrong === 0 ? 1 : found / (found + wrong));
const recall = ({ found, marked }: Row): number => (marked === 0 ? 1 : found / marked);

function table(rows: readonly Row[]): string {
  const line = (...cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(40) : String(cell).padStart(9))).join(' ');
  return [
    line('', 'cases', 'names', 'found', 'missed', 'wrong', 'precision', 'recall'),
    ...rows.map(row =>
      line(
        row.section,
        row.cases,
        row.marked,
        row.found,
        row.missed,
        row.wrong,
        precision(row).toFixed(3),
        row.marked === 0 ? '–' : recall(row).toFixed(3),
      ),
    ),
  ].join('\n');
}

describe('the corpus of names', () => {
  it('has as many texts without a name as with one, and hundreds of both', () => {
    const sentences = [...corpus.values()].flat();
    const named = sentences.filter(({ marked }) => marked.length > 0);
    expect(named.length).toBeGreaterThanOrEqual(150);
    expect(sentences.length - named.length).toBeGreaterThanOrEqual(named.length);
  });

  const ids = new Set([...dossier.people.keys()].map(id => id.split('-')[0] ?? ''));
  it.each([
    ['people made for it', new NameMatcher(people), () => true, () => false],
    [
      'the people of the dossier',
      new NameMatcher([...dossier.people.values()]),
      (id: string) => ids.has(id),
      // Forms of the others alone stand here.
      (section: string) => section.endsWith('(made for it)'),
    ],
  ] as const)('with %s: precision 1, recall 0.95 in each section', (name, names, known, skip) => {
    const { rows, differences } = measure(names, known, skip);
    const all = sum(rows);
    console.log(`Names, with ${name}\n${table([...rows, all])}`);
    expect(differences).toEqual([]);
    for (const row of [...rows, all]) {
      expect({ section: row.section, precision: precision(row) }).toEqual({
        section: row.section,
        precision: 1,
      });
      expect(recall(row), `recall of ${row.section}`).toBeGreaterThanOrEqual(0.95);
    }
  });
});
