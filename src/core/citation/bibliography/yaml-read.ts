import { BlockReader } from '../../text/yaml/block-reader.ts';
import { FlowReader } from '../../text/yaml/flow-reader.ts';
import { dashItems } from '../../text/yaml/items.ts';
import { isDash, lineEnd } from '../../text/yaml/lines.ts';
import type { YamlProblemSink } from '../../text/yaml/nodes.ts';
import type { BibliographyEntry, ListPlace, ProblemSink } from './entry.ts';
import { readingList, takeEntry } from './json-read.ts';

const REFERENCES = /(?<=^\uFEFF?|\n)(?:references|"references"|'references')[ \t]{0,20}:(?=[ \t\r\n]|$)/;

/**
 * Reads CSL-YAML: a list of works, or one below `references`, as Pandoc has it, in a file or in front matter; pauses
 * between entries. @returns where the next one goes; `undefined` where there is no list.
 */
export function* readingYaml(
  text: string,
  report: ProblemSink,
  entries: BibliographyEntry[],
): Generator<void, ListPlace | undefined> {
  const found = REFERENCES.exec(text);
  let at = found === null ? 0 : found.index + found[0].length;
  const flow = new FlowReader(text, at, text.length, true, report);
  for (;;) {
    flow.skip();
    // Marks of documents, and directives.
    if (found !== null || !/^(?:---|%)/.test(text.slice(flow.at, flow.at + 3))) break;
    const mark =
      text.startsWith('---', flow.at) &&
      /\S/.test(text.slice(flow.at + 3, lineEnd(text, flow.at, text.length)));
    flow.at = mark ? flow.at + 3 : lineEnd(text, flow.at, text.length);
  }
  at = flow.at;
  if (/[[{]/.test(flow.peek())) return yield* readingList(flow, report, entries);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const bom = text.charCodeAt(line) === 0xfeff ? 1 : 0;
  const indent = text.slice(line + bom, at);
  if (!isDash(text, at) || indent.trim() !== '') {
    if (found !== null)
      return { kind: 'block', at: lineEnd(text, found.index, text.length), comma: false, indent: '' };
    if (flow.peek() !== '') report('no-list', at, at + 1);
    return undefined;
  }
  for (const { start, end: lines } of dashItems(text, at, text.length)) {
    const end = start + text.slice(start, lines).trimEnd().length;
    const read = (sink: YamlProblemSink) => new BlockReader(text, start + 1, lines, sink).block(0);
    takeEntry(entries, report, start, end, read(report), read);
    at = end;
    yield;
  }
  return { kind: 'block', at, comma: false, indent };
}
