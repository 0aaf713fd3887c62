import MarkdownIt from 'markdown-it';
import type { NameForm, Person } from '../../src/core/dossier/records.ts';
import { analyse } from '../../src/core/text/analysis.ts';
import { NameMatcher } from '../../src/core/text/name-index.ts';
import { ProseScanner } from '../../src/core/text/prose.ts';
import { quantile, type Result } from './result.ts';

/** Names among the words: about one in 370 units, as in the text of the measurements. */
const NAMES = 0.017;
const RUNS = 7;

const GIVEN =
  'Anna Boris Carla David Elena Frank Greta Hugo Irina Jonas Karin Leon Marta Nils Olga Peter Rosa Stefan Tanja Viktor'.split(
    ' ',
  );
const LOWER = (
  'the of and to in that for was with his from they which this have had not are but were been their more about would when ' +
  'there said could into than then other some time after only year government officials talks minister agreement weapons ' +
  'under between against during while country meeting “quoted” don’t — state’s'
).split(' ');
const CAPITAL = 'Geneva Syria Washington Europe Tuesday The But In He They United American Moscow When'.split(
  ' ',
);

/** The same numbers on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

const SYLLABLES = 'bar del fin gor hal kev lom mir nad pol rus sev tam vik zor'.split(' ');

function surname(number: number): string {
  const random = generator(number + 1);
  const name = pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${number % 2 ? 'ov' : 'er'}`;
}

function person(number: number): Person {
  const family = surname(number);
  const full = `${GIVEN[number % GIVEN.length]} ${family}`;
  const form = (text: string, kind: NameForm['kind']): NameForm => ({ form: text, kind, status: 'attested' });
  return {
    id: `person-${number}`,
    name: full,
    sortName: full,
    offices: [],
    forms: [form(full, 'full'), form(family, 'surname')],
  };
}

const lavrov: Person = {
  ...person(0),
  id: 'lavrov',
  forms: [
    { form: 'Сергей Лавров', kind: 'full', status: 'attested' },
    { form: 'Лавров', kind: 'surname', status: 'attested' },
  ],
};

/** Running text of about `units` with the people's names in it, in one flat string as an editor gives it. */
function prose(units: number, people: number, markdown: boolean): string {
  const random = generator(7);
  const parts: string[] = [];
  let length = 0;
  for (let word = 1; length < units; word++) {
    const chance = random();
    let part = pick(LOWER, random);
    if (chance < NAMES) {
      const number = Math.floor(random() * people);
      part = chance < NAMES / 2 ? surname(number) : `${GIVEN[number % GIVEN.length]} ${surname(number)}`;
      if (chance < NAMES / 10) part = 'Сергей Лавров';
    } else if (chance < NAMES + 0.05) part = pick(CAPITAL, random);
    else if (chance < NAMES + 0.053) part = `September ${1990 + Math.floor(random() * 30)}`;
    if (markdown && word % 60 === 0)
      part = pick(['*stress*', '`code`', '[a link](https://a.example/b "c")', '[^1]', '<br>'], random);
    if (word % 14 === 0) part += '.';
    part += word % 90 === 0 ? '\n\n' : ' ';
    if (markdown && word % 450 === 0)
      part += '## A heading\n\n- one item\n- another item\n\n> a quotation\n> of two lines\n\n';
    parts.push(part);
    length += part.length;
  }
  return Buffer.from(parts.join(''), 'utf16le').toString('utf16le');
}

/** Time that this process computed, in milliseconds: other processes on the machine do not count. */
function computed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least disturbed of several runs of each, in turns. */
function fastest(runs: number, ...works: readonly (() => void)[]): number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) best[index] = Math.min(best[index] ?? 0, computed(work));
  }
  return best;
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;

function scanNames(forms: number, limit: number): Result {
  const people = forms / 2;
  const text = prose(10_000_000, people, false);
  const matcher = new NameMatcher([lavrov, ...Array.from({ length: people }, (_, number) => person(number))]);
  let sum = 0;
  let hits = 0;
  const [loop = 0, scan = 0] = fastest(
    RUNS,
    () => {
      for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    },
    () => {
      hits = 0;
      const sink = { mention: () => hits++, date: () => undefined };
      const scanner = new ProseScanner({ text, from: 0, to: text.length, heading: false }, matcher, sink);
      while (!scanner.run(65_536));
    },
  );
  return {
    name: `names and dates in 10 M units, folding, ${forms} forms, against a charCodeAt loop`,
    value: loop / scan,
    unit: '×',
    limit,
    better: 'higher',
    detail: `${ms(scan)} against ${ms(loop)} (sum ${sum}), ${hits} mentions`,
  };
}

function firstAnalysis(): Result[] {
  const matcher = new NameMatcher([lavrov, ...Array.from({ length: 250 }, (_, number) => person(number))]);
  const parser = new MarkdownIt({ html: true });
  const texts = [prose(1_000_000, 250, true), prose(10_000_000, 250, true)] as const;
  const times = texts.map(text =>
    fastest(
      text.length < 5_000_000 ? 4 * RUNS : RUNS,
      () => parser.parse(text, {}),
      () => analyse(text, matcher),
    ),
  );
  const results = times.map(
    ([parse = 0, own = 0], index): Result => ({
      name: `first analysis of ${index === 0 ? 1 : 10} MB against markdown-it’s parse`,
      value: own / parse,
      unit: '×',
      limit: 1,
      better: 'lower',
      detail: `${ms(own)} against ${ms(parse)}`,
    }),
  );
  const [small = 0, large = 0] = times.map(([, own = 0]) => own);
  results.push({
    name: 'first analysis of ten times the text',
    value: large / small,
    unit: '×',
    limit: 11,
    better: 'lower',
    detail: `${ms(large)} against ${ms(small)}`,
  });
  return [...results, keystroke(texts[1], matcher, large)];
}

function keystroke(text: string, matcher: NameMatcher, first: number): Result {
  const at = Math.floor(text.length / 2);
  const typed = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`, 'utf16le').toString('utf16le');
  let analysis = analyse(text, matcher);
  const times: number[] = [];
  for (let run = 0; run < 1200; run++) {
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
    detail: `p50 ${quantile(times, 0.5).toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, against ${ms(first)}`,
  };
}

/** The analysis of a text against the limits of the machine and a parser, all within one run. */
export function benchNames(): Result[] {
  return [scanNames(500, 0.2), scanNames(5000, 0.13), ...firstAnalysis()];
}
