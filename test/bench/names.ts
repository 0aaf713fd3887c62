import { ExactNames } from '../../src/core/text/exact-names.ts';
import { NameMatcher } from '../../src/core/text/name-index.ts';
import { ProseScanner } from '../../src/core/text/prose.ts';
import { Seeds } from '../../src/core/text/seeds.ts';
import { ratio, rounds, typical } from './clock.ts';
import { agreeing, peersFor } from './peers.ts';
import type { Result } from './result.ts';
import { people, prose, stranger } from './text.ts';

const ROUNDS = 15;
const PEER_ROUNDS = 3;

/** What a look at each unit costs. */
function loop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

interface Limits {
  readonly exact: number;
  readonly folding: number;
}

function scans(forms: number, limits: Limits): Result[] {
  const everybody = people(forms / 2);
  const written = [...new Set(everybody.flatMap(person => person.forms.map(({ form }) => form)))];
  const text = prose(10_000_000, forms / 2, false);
  const names = new ExactNames(written);
  const matcher = new NameMatcher(everybody);
  // Without what begins with a digit: names alone.
  const namesOnly = new NameMatcher(everybody);
  namesOnly.triggers.fill(0, 48, 58);
  const seeds = new Seeds([stranger]);
  let sum = 0;
  let exact = names.all(text);
  let mentions = 0;
  let named = false;
  const bare = () => {
    sum = loop(text);
  };
  const scan = (index: NameMatcher) => {
    mentions = 0;
    const sink = { mention: () => mentions++, date: () => undefined };
    const scanner = new ProseScanner({ text, from: 0, to: text.length, heading: false }, index, sink);
    while (!scanner.run(65_536));
  };
  const [bareTimes, exactTimes, foldingTimes, datesTimes, seedTimes] = rounds(
    ROUNDS,
    bare,
    () => {
      exact = names.all(text);
    },
    () => scan(namesOnly),
    () => scan(matcher),
    () => {
      named = seeds.some(text);
    },
  );
  const against = `against ${typical(bareTimes)} of a charCodeAt loop (sum ${sum})`;
  const what = (how: string): string => `10 M units against a charCodeAt loop, ${how}, ${forms} forms`;
  const results: Result[] = [
    {
      name: what('names as written'),
      value: ratio(bareTimes, exactTimes),
      unit: '×',
      limit: limits.exact,
      better: 'higher',
      detail: `${typical(exactTimes)} ${against}, ${exact.length} hits`,
    },
    {
      name: what('names, folding, judged by what stands around'),
      value: ratio(bareTimes, foldingTimes),
      unit: '×',
      limit: limits.folding,
      better: 'higher',
      detail: `${typical(foldingTimes)} ${against}, ${mentions} mentions`,
    },
    {
      name: what('names and dates'),
      value: ratio(bareTimes, datesTimes),
      unit: '×',
      better: 'higher',
      detail: `${typical(datesTimes)} ${against}`,
    },
    {
      name: what('whether somebody may be named'),
      value: ratio(bareTimes, seedTimes),
      unit: '×',
      better: 'higher',
      detail: `${typical(seedTimes)} ${against}: ${named}`,
    },
  ];
  for (const peer of peersFor(written)) {
    let found = peer.find(text);
    const [peerBare, peerTimes] = rounds(PEER_ROUNDS, bare, () => {
      found = peer.find(text);
    });
    const common = agreeing(peer, found, exact);
    results.push({
      name: what(peer.name),
      value: ratio(peerBare, peerTimes),
      unit: '×',
      better: 'higher',
      detail: `${typical(peerTimes)}, the same ${common} hits${peer.placeless ? ', which it does not place' : ''}`,
    });
  }
  return results;
}

/** The search for names against the limit of the machine, and other ways beside it on the same text. */
export function benchNames(): Result[] {
  return [...scans(500, { exact: 0.45, folding: 0.2 }), ...scans(5000, { exact: 0.27, folding: 0.13 })];
}
