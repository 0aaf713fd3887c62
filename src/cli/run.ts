import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_WORKS } from '../core/citation/works.ts';
import { type CheckFilesCommand, type CiteCommand, type Command, parseCommand, UsageError } from './args.ts';
import { checkFiles, readDossier, UnreadableFileError } from './check/check-files.ts';
import { writeFindings } from './check/formats.ts';
import { CitingError, cite, styleFor, writeCited } from './cite/cite.ts';
import { readWorks } from './cite/own-works.ts';
import { checkDossier } from './dossier/check.ts';
import { compileDossier } from './dossier/compile.ts';
import { exportDossier } from './dossier/export.ts';
import { type Fault, formatFault, sortFaults } from './dossier/faults.ts';
import { formatIndex, indexDocument, reportIndex } from './dossier/index.ts';
import { type LoadedDossier, loadDossier } from './dossier/load.ts';
import { readOriginals } from './dossier/originals.ts';
import { DOSSIER_FOLDERS, isDossier, joinPath } from './dossier/read.ts';
import { HELP } from './help.ts';

/** Where a command writes: findings and answers to `out`, what keeps it from its work to `err`. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** All is well; the dossier has faults or a text has errors; the command could not be run as it was given. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line that follows the program's name. Throws only for what nobody foresaw. */
export function run(args: readonly string[], output: Output): ExitCode {
  try {
    return runCommand(parseCommand(args), output);
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`counterparts: ${error.message}. "--help" shows how it is used.\n`);
      return 2;
    }
    if (error instanceof UnreadableFileError || error instanceof CitingError) {
      output.err(`counterparts: ${error.message}.\n`);
      return error instanceof CitingError ? error.exitCode : 2;
    }
    if (!isSystemError(error)) throw error;
    output.err(`counterparts: a file could not be read or written: ${error.message}.\n`);
    return 2;
  }
}

/** What the operating system refuses: a folder in place of a file, no room, no permission. */
const isSystemError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

function runCommand(command: Command, output: Output): ExitCode {
  if (command.name === 'help') {
    output.out(HELP);
    return 0;
  }
  if (command.name === 'check files') return checkMarkdown(command, output);
  if (command.name === 'cite') return citeWorks(command, output);
  needDossier(command.data);
  switch (command.name) {
    case 'compile':
      return compile(command, output);
    case 'check':
      return check(command, output);
    case 'export':
      return exportJson(command, output);
    case 'index':
      return index(command, output);
  }
}

/** The compiled dossier that lies beside the built program. */
const besideProgram = (): string => fileURLToPath(new URL('dossier.json', import.meta.url));

function checkMarkdown({ files, format, dossier, severities }: CheckFilesCommand, output: Output): ExitCode {
  let unread = 0;
  const checked = checkFiles(files, readDossier(dossier ?? besideProgram()), severities, error => {
    unread++;
    output.err(`counterparts: ${error.message}.\n`);
  });
  output.out(writeFindings(checked, format));
  if (unread > 0) return 2;
  return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function citeWorks(command: CiteCommand, output: Output): ExitCode {
  const style = styleFor(command.style, command.lang);
  const { keys, locator, bibliography, json } = command;
  const own = bibliography.length > 0 ? readWorks(bibliography) : NO_WORKS;
  const dossier = readDossier(command.dossier ?? besideProgram());
  output.out(writeCited(cite(dossier, own, keys, style, locator), json));
  return 0;
}

function needFolder(what: string, folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`${what}: there is no folder ${folder}`);
}

/** Without this a mistyped folder would be a dossier without records, and be written as one. */
function needDossier(data: string): void {
  needFolder('--data', data);
  if (!isDossier(data)) {
    const folders = DOSSIER_FOLDERS.map(folder => `${folder}/`).join(', ');
    throw new UsageError(`--data: ${data} is no dossier: it has none of ${folders}`);
  }
}

function compile({ data, out }: Command & { name: 'compile' }, output: Output): ExitCode {
  const { dossier, faults } = checkDossier(data);
  if (faults.length > 0) return refuse(`${out} was not written`, faults, output);
  write(out, compileDossier(dossier), dossier, output);
  return 0;
}

function exportJson({ data, out }: Command & { name: 'export' }, output: Output): ExitCode {
  const { dossier, faults } = checkDossier(data);
  if (faults.length > 0) return refuse('the dossier was not exported', faults, output);
  const json = exportDossier(dossier);
  if (out === undefined) output.out(json);
  else write(out, json, dossier, output);
  return 0;
}

function refuse(outcome: string, faults: readonly Fault[], output: Output): ExitCode {
  output.err(`${faults.map(formatFault).join('\n')}\n${outcome}: ${count(faults.length, 'fault')}.\n`);
  return 1;
}

function write(path: string, text: string, dossier: LoadedDossier, output: Output): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  output.out(`${path}: ${contents(dossier)}, ${Math.ceil(Buffer.byteLength(text) / 1000)} kB.\n`);
}

function check({ data, originals, json }: Command & { name: 'check' }, output: Output): ExitCode {
  if (originals !== undefined) needFolder('--originals', originals);
  const { dossier, faults } = checkDossier(data, originals);
  if (json) {
    output.out(
      `${JSON.stringify({ faults, counts: counts(dossier), originals: originals !== undefined }, null, 2)}\n`,
    );
  } else {
    const compared =
      originals === undefined ? 'without the received texts' : 'compared with the received texts';
    const verdict = faults.length === 0 ? 'no faults' : summary(faults);
    output.out([...faults.map(formatFault), `${verdict}; ${contents(dossier)}, ${compared}.`, ''].join('\n'));
  }
  return faults.length === 0 ? 0 : 1;
}

function index({ data, folder }: Command & { name: 'index' }, output: Output): ExitCode {
  needFolder('FOLDER', folder);
  const { dossier, faults: unread } = loadDossier(data);
  const { originals, faults: missing } = readOriginals(dossier.documents, folder);
  const path = joinPath(data, 'index');
  mkdirSync(path, { recursive: true });
  for (const { document, text } of originals) {
    const { record } = document;
    writeFileSync(joinPath(path, `${record.id}.json`), formatIndex(indexDocument(record, text)));
    output.out(`${reportIndex(record, text).join('\n')}\n`);
  }
  // Only documents matter here; a fault of another record, or of the index just replaced, is for "check" to tell.
  const documents = unread.filter(fault => fault.file.startsWith(joinPath(data, 'documents/')));
  const faults = sortFaults([...documents, ...missing]);
  if (faults.length === 0) return 0;
  output.err(`${faults.map(formatFault).join('\n')}\n`);
  return 1;
}

const counts = (dossier: LoadedDossier) => ({
  people: dossier.people.length,
  meetings: dossier.meetings.length,
  documents: dossier.documents.length,
  passages: dossier.documents.reduce((sum, { record }) => sum + record.passages.length, 0),
  quotations: dossier.documents.reduce((sum, { record }) => sum + record.quotations.length, 0),
  disputes: dossier.disputes.length,
  records: dossier.records.length,
});

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

function contents(dossier: LoadedDossier): string {
  const { people, meetings, documents, passages, quotations, disputes, records } = counts(dossier);
  return [
    count(people, 'person', 'people'),
    count(meetings, 'meeting'),
    `${count(documents, 'document')} (${count(passages, 'passage')}, ${count(quotations, 'quotation')})`,
    count(disputes, 'dispute'),
    count(records, 'public record'),
  ].join(', ');
}

const summary = (faults: readonly Fault[]): string =>
  `${count(faults.length, 'fault')} in ${count(new Set(faults.map(fault => fault.file)).size, 'file')}`;
