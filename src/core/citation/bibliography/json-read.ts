import { FlowReader } from '../../text/yaml/flow-reader.ts';
import { flowItems } from '../../text/yaml/items.ts';
import { isMap, valueIn, type YamlNode, type YamlProblemSink } from '../../text/yaml/nodes.ts';
import { type CslRecord, cslItem } from './csl-item.ts';
import { type BibliographyEntry, type ListPlace, lazyEntry, type ProblemSink } from './entry.ts';

/** The members of a list of works are below these names, where the list is not the whole file. */
const NAMES = /^(?:references|items)$/;

/**
 * Adds the work that was read between two places to the entries, or reports what it lacks. `again` reads it when it is asked
 * for, so that a large file is not held in memory twice.
 */
export function takeEntry(
  entries: BibliographyEntry[],
  report: ProblemSink,
  start: number,
  end: number,
  work: YamlNode,
  again: (silent: YamlProblemSink) => YamlNode,
): void {
  const id = isMap(work) ? work.get('id') : undefined;
  const { value = null, start: keyStart = 0, end: keyEnd = 0 } = id && 'value' in id ? id : {};
  const key = typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\n$/, '') : '';
  if (!isMap(work)) report('bad-value', start, end);
  else if (key === '') report('missing-key', start, start + 1);
  else {
    const place = { key, keyStart, keyEnd, start, end, aliases: [] };
    entries.push(lazyEntry(place, () => cslItem(valueIn(again(() => {})) as CslRecord)));
  }
}

/**
 * Reads a list of works in brackets, or a map that holds one, from where the reader is; pauses between entries.
 * @returns where the next one goes; `undefined` where there is no list.
 */
export function* readingList(
  reader: FlowReader,
  report: ProblemSink,
  entries: BibliographyEntry[],
): Generator<void, ListPlace | undefined> {
  const { text, yaml, end } = reader;
  reader.skip();
  const start = reader.at;
  if (reader.peek() === '{') {
    reader.at++;
    for (;;) {
      reader.skip();
      if (/^\}?$/.test(reader.peek())) break;
      const before = reader.at;
      const name = valueIn(reader.value());
      reader.skip();
      if (reader.peek() !== ':') {
        reader.at = Math.max(reader.at, before + 1);
        continue;
      }
      reader.at++;
      reader.skip();
      if (NAMES.test(String(name)) && reader.peek() === '[')
        return yield* readingList(reader, report, entries);
      if (reader.peek() !== '') reader.value();
      reader.begin(end);
    }
  }
  if (reader.peek() !== '[' || text.charAt(start) === '{') {
    report('no-list', start, Math.min(start + 1, text.length));
    return undefined;
  }
  const items = flowItems(reader);
  for (let item = items.next(); ; item = items.next()) {
    if (item.done) return { kind: 'flow', ...item.value };
    const { node, start: from, end: to } = item.value;
    takeEntry(entries, report, from, to, node, silent =>
      new FlowReader(text, from, to, yaml, silent).value(),
    );
    yield;
  }
}
