import { cslItem, isCslRecord } from './csl-item.ts';
import { type BibliographyEntry, type ListPlace, lazyEntry } from './entry.ts';
import { FlowReader } from './flow.ts';

/** The members of a list of works are below these names, where the list is not the whole file. */
const NAMES = /^(?:references|items)$/;

/** The blanks before `at` where it begins its line. */
function indentAt(text: string, at: number): string | undefined {
  let from = at;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return /^$|[\r\n\uFEFF]/.test(text.charAt(from - 1)) ? text.slice(from, at) : undefined;
}

/**
 * Reads a list of works in brackets, or a map that holds one, from where the reader is; pauses between entries.
 * @returns where the next one goes; `undefined` where there is no list.
 */
export function* readingList(
  reader: FlowReader,
  entries: BibliographyEntry[],
): Generator<void, ListPlace | undefined> {
  const { text, yaml, report, end } = reader;
  reader.skip();
  const start = reader.at;
  if (reader.peek() === '{') {
    reader.at++;
    for (;;) {
      reader.skip();
      if (/^\}?$/.test(reader.peek())) break;
      const before = reader.at;
      const name = reader.value();
      reader.skip();
      if (reader.peek() !== ':') {
        reader.at = Math.max(reader.at, before + 1);
        continue;
      }
      reader.at++;
      reader.skip();
      if (NAMES.test(String(name)) && reader.peek() === '[') return yield* readingList(reader, entries);
      if (reader.peek() !== '') reader.value();
      reader.begin(reader.at, end);
    }
  }
  if (reader.peek() !== '[' || text.charAt(start) === '{') {
    report('no-list', start, Math.min(start + 1, text.length));
    return undefined;
  }
  let place: ListPlace = { kind: 'flow', at: ++reader.at, comma: false, indent: '' };
  let first = true;
  for (;;) {
    const { unclosed } = reader;
    reader.begin(reader.at, end);
    reader.skip();
    const from = reader.at;
    const char = reader.peek();
    if (char === ']') return place;
    if (char === '') {
      report('unclosed', start, start + 1);
      return place;
    }
    if (char === ',') {
      reader.at++;
      place = { ...place, at: reader.at, comma: false };
      continue;
    }
    if (place.comma && !unclosed) report('missing-comma', from, from + 1);
    if (char === '}') {
      report('extra-brace', from, from + 1);
      reader.at++;
      continue;
    }
    const indent = indentAt(text, from);
    if (first && char === '{' && indent !== undefined && indent.length < 200) reader.fence = indent.length;
    first = false;
    const record = reader.value();
    const to = reader.at;
    place = { kind: 'flow', at: to, comma: true, indent: indent ?? '' };
    const id = reader.id;
    if (!isCslRecord(record)) report('bad-value', from, to);
    else if (id === undefined || id.key === '') report('missing-key', from, from + 1);
    else {
      const spot = { key: id.key, keyStart: id.start, keyEnd: id.end, start: from, end: to, aliases: [] };
      entries.push(
        lazyEntry(spot, () => {
          const again = new FlowReader(text, from, to, yaml, () => {});
          const value = again.value();
          return cslItem(isCslRecord(value) ? value : {});
        }),
      );
    }
    yield;
  }
}
