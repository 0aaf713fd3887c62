import { formatPath, type Path, type Place } from './places.ts';
import type { RecordFile } from './read.ts';

/** Something wrong with a dossier, at its place. */
export interface Fault extends Place {
  /** The file as it was reached from the working directory, with forward slashes. */
  readonly file: string;
  /** What is wrong there, e.g. `evidence[0].passage`; empty where it is the file as a whole. */
  readonly field: string;
  /** The id of the rule that was broken. */
  readonly rule: string;
  readonly message: string;
}

/** Makes the fault of a field of a record file. `which` says whether its value or its key is the place. */
export function faultAt(
  rule: string,
  file: RecordFile,
  path: Path,
  message: string,
  which: 'value' | 'key' = 'value',
): Fault {
  return { file: file.path, ...file.place(path, which), field: formatPath(path), rule, message };
}

/** The fault of a file as a whole. */
export function fileFault(rule: string, file: string, message: string): Fault {
  return { file, line: 1, column: 1, field: '', rule, message };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file, line and column, then by field and words; each fault once. */
export function sortFaults(faults: Iterable<Fault>): Fault[] {
  const once = new Map<string, Fault>();
  for (const fault of faults) once.set(formatFault(fault), fault);
  return [...once.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.field, b.field) ||
      compare(a.message, b.message),
  );
}

/** One line: `data/meetings/x.yaml:12:5: evidence[0].passage: what is wrong`. */
export function formatFault({ file, line, column, field, message }: Fault): string {
  return `${file}:${line}:${column}: ${field === '' ? '' : `${field}: `}${message}`;
}
