import { readingBib } from './bib-read.ts';
import type { Bibliography, BibliographyEntry, BibliographyFormat, BibliographyProblem } from './entry.ts';
import { FlowReader } from './flow.ts';
import { readingList } from './json-read.ts';
import { readingYaml } from './yaml-read.ts';

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
      : yield* readingList(new FlowReader(text, 0, text.length, false, report), entries);
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
