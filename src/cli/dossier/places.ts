import { type Document, isCollection, isMap, isPair, isScalar, type LineCounter, type Node } from 'yaml';

/** A place in a file: lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a value stands in a record: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[];

/** A path as a reader writes it: `evidence[0].passage`. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

const startOf = (node: unknown): number | undefined => {
  const range = (node as Node | null)?.range;
  return range?.[0];
};

/** Finds places in a parsed YAML document that begins `linesBefore` lines below the top of its file. */
export class Places {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #linesBefore: number;

  constructor(document: Document, lines: LineCounter, linesBefore: number) {
    this.#document = document;
    this.#lines = lines;
    this.#linesBefore = linesBefore;
  }

  /** The place of an offset into the YAML text. */
  at(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1) + this.#linesBefore, column: Math.max(col, 1) };
  }

  /** The place of the value at the path, or of as much of the path as is there. With `key`, the place of its last key. */
  of(path: Path, which: 'value' | 'key' = 'value'): Place {
    let node: unknown = this.#document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, step] of path.entries()) {
      const next = child(node, step);
      if (!next) break;
      const last = index === path.length - 1;
      offset = (last && which === 'key' ? next.key : (next.value ?? next.key)) ?? offset;
      node = next.node;
    }
    return this.at(offset);
  }
}

interface Child {
  readonly node: unknown;
  readonly key: number | undefined;
  readonly value: number | undefined;
}

function child(node: unknown, step: string | number): Child | undefined {
  if (!isCollection(node)) return undefined;
  if (!isMap(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return item === undefined ? undefined : { node: item, key: startOf(item), value: startOf(item) };
  }
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key !== String(step)) continue;
    const empty = isScalar(pair.value) && pair.value.value === null;
    return {
      node: pair.value,
      key: startOf(pair.key),
      value: empty ? startOf(pair.key) : startOf(pair.value),
    };
  }
  return undefined;
}
