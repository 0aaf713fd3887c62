import { FlowReader } from '../../text/yaml/flow-reader.ts';
import { readingBib } from './bib-read.ts';
import type { Bibliography, BibliographyEntry, BibliographyFormat, BibliographyProblem } from './entry.ts';
import { readingList } from './json-read.ts';
import { readingYaml } from './yaml-read.ts';

/*
 * How features use this folder:
 * - a file is read off the typing path by `inSlices(readingBibliography(text, format))`, of which `bibliographyFormat` tells
 *   the format, and again when it changes: what is read never changes;
 * - all files that a document names make a `BibliographyIndex`: `has` is what the check of unknown keys asks for, `get` gives
 *   hover and definition the entry and its place, `inSlices(index.indexing())` then `search` serve completion, and `problems`
 *   and `duplicates()` are diagnostics of the files;
 * - `appendEntries` gives the edits of a file that is to have more works, and under which keys to cite them. Front matter is
 *   YAML like any other: its `references` are read and written by passing its text.
 */

/**
 * Reads a bibliography file, pausing between entries: for work in slices. Takes any text. An entry that is broken is
 * reported at its place and read as far as it can be; the others are not touched by it. Offsets are UTF-16 positions in
 * the text, end exclusive. The entries convert themselves when their `fields` are asked for.
 */
export function* readingBibliography(
  text: string,
  format: BibliographyFormat,
): Generator<void, Bibliography> {
  if (format === 'biblatex' || format === 'bibtex') {
    return { format, ...(yield* readingBib(text, format === 'biblatex')) };
  }
  const entries: BibliographyEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const report = (code: BibliographyProblem['code'], start: number, end: number, detail = '') => {
    problems.push({ code, start, end, detail });
  };
  const yaml = format === 'csl-yaml';
  const isEmpty = /^[\s\uFEFF]*$/.test(text);
  const list = isEmpty
    ? undefined
    : yaml
      ? yield* readingYaml(text, report, entries)
      : yield* readingList(new FlowReader(text, 0, text.length, false, report), report, entries);
  return { format, entries, problems, ...(list && { list }) };
}

/** {@link readingBibliography} at once: some 100 ms for 10,000 entries. */
export function readBibliography(text: string, format: BibliographyFormat): Bibliography {
  const steps = readingBibliography(text, format);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
