import MarkdownIt from 'markdown-it';
import { type Analysis, analyse } from '../../src/core/text/analysis.ts';
import { NameMatcher } from '../../src/core/text/name-index.ts';
import { computed, ms, ratio, rounds, typical } from './clock.ts';
import { benchHolds } from './holds.ts';
import { median, quantile, type Result } from './result.ts';
import { flat, people, prose } from './text.ts';

const ROUNDS = 9;

/** A text in so many parts of one length. */
function parts(text: string, count: number): string[] {
  const length = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => flat(text.slice(index * length, (index + 1) * length)));
}

function firstAnalysis(names: NameMatcher): Result[] {
  const parser = new MarkdownIt({ html: true });
  const large = prose(10_000_000, 250, true);
  // Its ten parts, so that both had the same to do, to fetch from the memory and to clear away.
  const small = parts(large, 10);
  const parseSmall = () => small.map(text => parser.parse(text, {}).length);
  const parseLarge = () => parser.parse(large, {}).length;
  const ownSmall = () => small.map(text => analyse(text, names));
  const ownLarge = () => analyse(large, names);
  // By itself first: the parser leaves so much behind that what runs after it has to clear it away.
  const [smallAlone, largeAlone] = rounds(ROUNDS, ownSmall, ownLarge);
  const typing = keystroke(large, names, median(largeAlone ?? []));
  const [smallParsed, smallAnalysed] = rounds(ROUNDS, parseSmall, ownSmall);
  const [largeParsed, largeAnalysed] = rounds(ROUNDS, parseLarge, ownLarge);
  return [
    {
      name: 'first analysis of 1 MB against markdown-it’s parse',
      value: ratio(smallAnalysed, smallParsed),
      unit: '×',
      limit: 1,
      better: 'lower',
      detail: `${typical(smallAnalysed)} against ${typical(smallParsed)}, of ten of them each`,
    },
    {
      name: 'first analysis of 10 MB against markdown-it’s parse',
      value: ratio(largeAnalysed, largeParsed),
      unit: '×',
      limit: 1,
      better: 'lower',
      detail: `${typical(largeAnalysed)} against ${typical(largeParsed)}`,
    },
    {
      name: 'first analysis of ten times the text',
      value: 10 * ratio(largeAlone, smallAlone),
      unit: '×',
      limit: 11,
      better: 'lower',
      detail: `${typical(largeAlone)} for 10 MB, ${typical(smallAlone)} for its ten parts`,
    },
    typing,
  ];
}

function keystroke(text: string, names: NameMatcher, first: number): Result {
  const at = Math.floor(text.length / 2);
  const typed = flat(`${text.slice(0, at)}x${text.slice(at)}`);
  let analysis: Analysis = analyse(text, names);
  const times: number[] = [];
  for (let run = 0; run < 4200; run++) {
    const time = computed(() => {
      analysis =
        run % 2 === 0
          ? analysis.edit([{ start: at, end: at, inserted: 1 }], typed)
          : analysis.edit([{ start: at, end: at + 1, inserted: 0 }], text);
    });
    // The first ones are compiled on the way.
    if (run >= 200) times.push(time);
  }
  const p99 = quantile(times, 0.99);
  return {
    name: 'a keystroke in the middle of 10 MB against the first analysis',
    value: first / p99,
    unit: '×',
    limit: 300,
    better: 'higher',
    detail: `p50 ${ms(median(times))}, p99 ${ms(p99)}, against ${ms(first)}`,
  };
}

/** What might make an analysis look at the same again and again; each goes on for as long as one likes. */
const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
  ['[', '['],
  ['" (quotation marks)', '"'],
  ['“', '“'],
  ['« »', '« '],
  ['*', '*'],
  ['*a _', '*a _'],
  ['@a', '@a'],
  ['[@a; ', '[@a; '],
  ['Kerry', 'Kerry '],
  ['surnames', 'Badelfinov '],
  ['Secretary of State', 'Secretary of State '],
  ['nested >', '> '],
  ['nested -', '- '],
  ['lines of >', '> a\n'],
  ['`', '`'],
  ['` and ``', '`a``b'],
  ['<', '<'],
  ['<!--', '<!-- '],
  ['&nbsp;', '&nbsp;'],
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['|', '|'],
  ['[a](', '[a]('],
  ['![', '!['],
  ['$', '$'],
  ['1', '1'],
  ['1 May ', '1 May '],
  ['J. ', 'J. '],
  ['~~~', '~~~\n'],
  ['[^1]: ', '[^1]: '],
  ['combining marks', 'a\u0301'],
  ['Han', '克里'],
];

/**
 * How much more time twice the text takes, from an eighth of 4 M units to the whole. The worse mean of two doublings counts:
 * where one comes out long because the memory was cleared in it, the next comes out short.
 */
function doubled(name: string, piece: string, names: NameMatcher): Result {
  // Eight texts, then four of twice the length, two, one: the same units in all. The letter makes each a string of two bytes
  // a unit.
  const sizes = [8, 4, 2, 1].map(count =>
    Array.from({ length: count }, () => flat(`\u0416\n\n${piece.repeat(4_000_000 / count / piece.length)}`)),
  );
  const times = rounds(5, ...sizes.map(texts => () => texts.map(text => analyse(text, names))));
  const growths = times.slice(1).map((longer, index) => 2 * ratio(longer, times[index]));
  return {
    name: `twice as much of: ${name}`,
    value: Math.max(...growths.slice(1).map((growth, index) => Math.sqrt(growth * (growths[index] ?? 0)))),
    unit: '×',
    limit: 2.6,
    better: 'lower',
    detail: `from 0.5 to 4 M units: ${growths.map(growth => growth.toFixed(2)).join(', ')}; the last in ${typical(times.at(-1))}`,
  };
}

/** The analysis of a text against a parser, itself and the thread that it holds, all within one run. */
export async function benchAnalysis(): Promise<Result[]> {
  const names = new NameMatcher(people(250));
  return [
    ...firstAnalysis(names),
    ...(await benchHolds(names)),
    ...HOSTILE.map(([name, piece]) => doubled(name, piece, names)),
  ];
}
