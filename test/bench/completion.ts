import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { installHost } from '../host/install.ts';
import { ownFolder } from '../host/processes.ts';
import { runHostTests } from '../host/run-tests.ts';
import { NEWEST } from '../host/versions.ts';
import { ms } from './clock.ts';
import { ASKED, COMPLETION_TIMES, NOTES, type NoteTimes, PLAIN_NOTE } from './completion-marks.ts';
import { median, quantile, type Result } from './result.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENTRIES = 10_000;
const PARTS = ['ba', 'vel', 'sor', 'mi', 'tran', 'ko', 'lind', 'ra', 'shev', 'no', 'stel', 'ur'] as const;
const TOPICS =
  'Harbour Clock Summit Treaty Winter River Archive Border Letters Geneva Minister Silence Garden Embassy Notes Sanctions'.split(
    ' ',
  );

const part = (number: number): string => PARTS[number % PARTS.length] ?? '';
const topic = (number: number): string => TOPICS[number % TOPICS.length] ?? '';
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The family name of a person of so high a number: 1,728 different ones. */
const family = (number: number): string =>
  part(number) + part(Math.floor(number / 12)) + part(Math.floor(number / 144));

function entry(number: number): string {
  const [author, second] = [family((number * 7) % 1728), family((number * 31) % 1728)];
  const year = 1950 + (number % 75);
  const title = `The ${topic(number)} and the ${topic(Math.floor(number / 16) + 3)} of ${capital(family(number % 1728))}`;
  return [
    `@article{${author}-${year}-${topic(number).toLowerCase()}-${number},`,
    `  author = {${capital(author)}, Ada M. and ${capital(second)}, Jan},`,
    `  title = {${title}},`,
    `  journal = {Journal of ${topic(number + 5)} Studies},`,
    `  date = {${year}-${String((number % 12) + 1).padStart(2, '0')}},`,
    `  pages = {${number}--${number + 12}},`,
    '}',
  ].join('\n');
}

/** What is typed behind `[@`: nothing, half a key, an author, titles with and without an error, several words, a name, nonsense. */
const TYPED = [
  '',
  's',
  'the',
  family(25).slice(0, 5),
  `${family(7)}-19`,
  family(31),
  'harbour',
  'hrabour',
  'winter-clock',
  `${family(14)}-summit-and-the`,
  'the-harbour-and-the-letters-of',
  'lavrov',
  'лавров',
  'qqqxzz',
];

const PROSE =
  'In September 2013 Kerry and Lavrov spent three days in Geneva, and nothing was agreed. '.repeat(4);

/** A note of so many characters, the places in its middle. */
function note(length: number, head: string): string {
  const asked = TYPED.map(typed => `${ASKED}${typed}`).join('\n\n');
  const around = `${PROSE}\n\n`.repeat(Math.ceil((length - asked.length) / 2 / (PROSE.length + 2)));
  return `${head}${around}${asked}\n\n${around}`;
}

function writeFolder(folder: string): void {
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('refs.bib', `${Array.from({ length: ENTRIES }, (_, number) => entry(number)).join('\n\n')}\n`);
  const head = '---\nbibliography: refs.bib\n---\n\n';
  write(NOTES['20 kB'], note(20_000, head));
  write(NOTES['10 MB'], note(10_000_000, head));
  write(PLAIN_NOTE, note(2_000, ''));
}

const spread = (times: readonly number[]): string =>
  `p50 ${ms(median(times))}, p99 ${ms(quantile(times, 0.99))}, over ${times.length} answers`;

function figures(
  size: string,
  kind: string,
  { first, whole, longestHold, still, processor, peer, edited, items }: NoteTimes,
): Result[] {
  const all = Object.values(still).flat();
  const slowest = Object.entries(still)
    .map(([typed, times]) => ({ typed, p50: median(times) }))
    .reduce((a, b) => (b.p50 > a.p50 ? b : a));
  const what = `completion behind [@, ${ENTRIES} entries, ${size}, ${kind} host`;
  const once = `the first answer ${ms(first)}, with entries of the bibliography ${ms(whole)} later, the thread held for ${ms(longestHold)} at most`;
  const used = processor.length > 0 ? `in processor time p99 ${ms(quantile(processor, 0.99))}; ` : '';
  const beside = `${used}a loop of a millisecond beside it p99 ${ms(quantile(peer, 0.99))}`;
  return [
    {
      name: `${what}, p99`,
      value: quantile(all, 0.99),
      unit: 'ms',
      limit: 5,
      better: 'lower',
      detail: `${spread(all)} of ${items.toFixed(0)} items; slowest for “${slowest.typed}”, p50 ${ms(slowest.p50)}; ${beside}; ${once}`,
    },
    {
      name: `${what}, directly behind an edit, p99`,
      value: quantile(edited, 0.99),
      unit: 'ms',
      better: 'lower',
      detail: spread(edited),
    },
  ];
}

/**
 * The completion provider's own time behind `[@` in Markdown files of 20 kB and 10 MB whose front matter names a bibliography
 * of 10,000 entries, once that has been read: in the file as it stands, and directly behind an edit. In the node and the
 * web host.
 */
export async function benchCompletion(): Promise<Result[]> {
  const results: Result[] = [];
  const folder = ownFolder();
  try {
    for (const kind of ['node', 'web'] as const) {
      writeFolder(folder.path);
      const outcome = await runHostTests({
        host: installHost(NEWEST),
        kind,
        extension: ROOT,
        tests: path.join(ROOT, 'dist/test/bench-completion.js'),
        opened: folder.path,
        timeout: 600_000,
      });
      const lines = outcome.console.filter(text => text.includes(COMPLETION_TIMES));
      if (outcome.ended !== 'passed' || lines.length !== Object.keys(NOTES).length) {
        throw new Error(
          `The measurement in the ${kind} host ${outcome.ended}:\n${outcome.console.slice(-20).join('\n')}`,
        );
      }
      for (const line of lines) {
        const json = line.slice(line.indexOf(COMPLETION_TIMES) + COMPLETION_TIMES.length);
        const [size, times] = JSON.parse(json) as [string, NoteTimes];
        results.push(...figures(size, kind, times));
      }
    }
  } finally {
    folder.remove();
  }
  return results;
}
