import type { AsPlainObject } from 'minisearch';

/**
 * The index as it lies in the compiled dossier, a third smaller than MiniSearch's own form once it is compressed. `terms`
 * has the terms in order, each without what it begins with like the one before: a digit (base 36) says how long that is.
 * `postings` has a line for each term: field by field, parted by `|`, the field's digit, the documents as distances from
 * the one before and, where the term stands in one more than once, behind `/` how often in each; all in base 36.
 */
export interface PackedIndex extends Omit<AsPlainObject, 'index'> {
  readonly index: { readonly terms: string; readonly postings: string };
}

type Term = AsPlainObject['index'][number];
type Postings = Term[1][string];

const BASE = 36;
const digits = (value: number): string => value.toString(BASE);
const number = (text: string): number => Number.parseInt(text, BASE);

export function packIndex(plain: AsPlainObject): PackedIndex {
  const sorted = [...plain.index].sort(([a], [b]) => (a < b ? -1 : 1));
  let before = '';
  const terms = sorted.map(([term]) => {
    let common = 0;
    while (common < BASE - 1 && common < term.length && term[common] === before[common]) common++;
    before = term;
    return digits(common) + term.slice(common);
  });
  const postings = sorted.map(([, fields]) =>
    Object.entries(fields)
      .map(([field, documents]) => digits(Number(field)) + packPostings(documents))
      .join('|'),
  );
  return { ...plain, index: { terms: lines(terms), postings: lines(postings) } };
}

const lines = (list: readonly string[]): string => list.map(line => `${line}\n`).join('');
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

function packPostings(documents: Postings): string {
  const entries = Object.entries(documents).map(([id, count]) => [Number(id), Number(count)] as const);
  entries.sort(([a], [b]) => a - b);
  let before = 0;
  const distances = entries.map(([id]) => {
    const distance = digits(id - before);
    before = id;
    return distance;
  });
  const counts = entries.map(([, count]) => digits(count));
  return distances.join() + (counts.every(count => count === '1') ? '' : `/${counts.join()}`);
}

/** @throws where it is not what {@link packIndex} made. */
export function unpackIndex(packed: PackedIndex): AsPlainObject {
  const postings = linesOf(packed.index.postings);
  let before = '';
  const index = linesOf(packed.index.terms).map((line, at): Term => {
    before = before.slice(0, number(line.charAt(0))) + line.slice(1);
    const fields = postings[at]?.split('|');
    if (!fields) throw new Error(`The search index has no postings for its term ${at}.`);
    return [
      before,
      Object.fromEntries(fields.map(field => [number(field.charAt(0)), unpackPostings(field.slice(1))])),
    ];
  });
  return { ...packed, index };
}

function unpackPostings(packed: string): Postings {
  const [distances = '', counts] = packed.split('/');
  const each = counts?.split(',');
  let id = 0;
  return Object.fromEntries(
    distances.split(',').map((distance, at) => {
      id += number(distance);
      return [id, each ? number(each[at] ?? '') : 1];
    }),
  );
}
