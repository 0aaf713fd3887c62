import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, visit, type YAMLParseError } from 'yaml';
import { FileError, readText } from '../files.ts';
import { type Fault, fileFault } from './faults.ts';
import { type Precis, splitMarkdown } from './markdown.ts';
import { type Path, type Place, Places } from './places.ts';

/** The types of a dossier's files. */
export type RecordType = 'person' | 'meeting' | 'document' | 'dispute' | 'records' | 'index';

/** A file of records as it was read, not yet validated. */
export interface RecordFile {
  readonly type: RecordType;
  /** As it was reached from the working directory, with forward slashes. */
  readonly path: string;
  /** Its name without folder and extension: the id of its record. */
  readonly name: string;
  /** What it holds; of a document, the front matter. */
  readonly value: unknown;
  /** A document's précis, in the order of the file. */
  readonly precis: readonly Precis[];
  place(path: Path, which?: 'value' | 'key'): Place;
}

/** What was read of a dossier's folder, and what could not be. */
export interface ReadResult {
  readonly files: readonly RecordFile[];
  readonly faults: readonly Fault[];
  /** Type and name of every file, the unreadable ones too. */
  readonly names: readonly Pick<RecordFile, 'type' | 'name'>[];
}

const FOLDERS: readonly { readonly type: RecordType; readonly folder: string; readonly extension: string }[] =
  [
    { type: 'person', folder: 'people', extension: '.yaml' },
    { type: 'meeting', folder: 'meetings', extension: '.yaml' },
    { type: 'document', folder: 'documents', extension: '.md' },
    { type: 'dispute', folder: 'disputes', extension: '.yaml' },
    { type: 'index', folder: 'index', extension: '.json' },
  ];

/** The folders of records, by one of which a dossier is known. */
export const DOSSIER_FOLDERS: readonly string[] = FOLDERS.filter(({ type }) => type !== 'index').map(
  ({ folder }) => folder,
);

/** Whether a folder looks like a dossier at all. */
export const isDossier = (data: string): boolean =>
  DOSSIER_FOLDERS.some(folder => existsSync(join(data, folder)));

/** Joins with forward slashes on every system, so that messages are the same everywhere. */
export const joinPath = (...parts: string[]): string => join(...parts).replaceAll('\\', '/');

/** File names of a folder in a fixed order, hidden ones left out; none where it is missing or no folder. */
function listFolder(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter(name => !name.startsWith('.'))
    .sort();
}

/** Reads all record files of a dossier's folder. A file that cannot be read is a fault, and the others are read still. */
export function readDossier(data: string): ReadResult {
  const files: RecordFile[] = [];
  const faults: Fault[] = [];
  const names: Pick<RecordFile, 'type' | 'name'>[] = [];
  const read = (type: RecordType, path: string, name: string): void => {
    names.push({ type, name });
    const { file, faults: found } = readRecordFile(type, path, name);
    faults.push(...found);
    if (file) files.push(file);
  };
  for (const { type, folder, extension } of FOLDERS) {
    const place = joinPath(data, folder);
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
      faults.push(fileFault('read', place, 'is no folder'));
    for (const name of listFolder(joinPath(data, folder))) {
      const path = joinPath(data, folder, name);
      if (name.endsWith(extension)) read(type, path, name.slice(0, -extension.length));
      else faults.push(fileFault('read', path, `is no record: files in ${folder}/ end in ${extension}`));
    }
  }
  const records = joinPath(data, 'records.yaml');
  if (existsSync(records)) read('records', records, 'records');
  return { files, faults, names };
}

function readRecordFile(
  type: RecordType,
  path: string,
  name: string,
): { file?: RecordFile; faults: readonly Fault[] } {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { faults: [fileFault('read', path, `cannot be read: ${error.message}`)] };
  }
  if (type !== 'document') return parseYaml(type, path, name, text, 0, []);
  const { frontMatter, linesBefore, precis, faults } = splitMarkdown(path, text);
  if (frontMatter === undefined) return { faults };
  const parsed = parseYaml(type, path, name, frontMatter, linesBefore, precis);
  return { ...parsed, faults: [...parsed.faults, ...faults] };
}

function parseYaml(
  type: RecordType,
  path: string,
  name: string,
  text: string,
  linesBefore: number,
  precis: readonly Precis[],
): { file?: RecordFile; faults: readonly Fault[] } {
  // JSON is YAML, so that the index files have their places by the same way.
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const places = new Places(document, lines, linesBefore);
  const faults: Fault[] = [...firstErrors(document.errors), ...document.warnings].map(problem => ({
    file: path,
    ...places.at(problem.pos[0]),
    field: '',
    rule: 'yaml',
    message: `YAML: ${problem.message}`,
  }));
  visit(document, {
    Alias: (_, node) => {
      const message = `YAML: the alias *${node.source} is not for records: write the value out`;
      faults.push({ file: path, ...places.at(node.range?.[0] ?? 0), field: '', rule: 'yaml', message });
    },
  });
  if (faults.length > 0) return { faults };
  const value: unknown = document.toJS();
  return { file: { type, path, name, value, precis, place: (at, which) => places.of(at, which) }, faults };
}

/** After a mistake of syntax the parser guesses, so that only the first is told; keys that stand twice are told all. */
function firstErrors(errors: readonly YAMLParseError[]): YAMLParseError[] {
  const first = errors.find(error => error.code !== 'DUPLICATE_KEY');
  return errors.filter(error => error === first || error.code === 'DUPLICATE_KEY');
}
