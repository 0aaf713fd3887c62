import { resolve } from 'node:path';
import { Checker } from '../../core/checks/checker.ts';
import type { Finding, RuleCode, Severity } from '../../core/checks/rule.ts';
import { RULES } from '../../core/checks/rules.ts';
import { COMPILED_VERSION, DossierFileError, readCompiledDossier } from '../../core/dossier/compiled.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { analyse } from '../../core/text/analysis.ts';
import { NameMatcher } from '../../core/text/name-index.ts';
import { FileError, readText } from '../files.ts';
import { oneLine } from '../one-line.ts';
import { ownKeys } from './own-keys.ts';
import { COMMAND_LINE } from './voice.ts';

/** A finding in a file, with how serious it is. */
export interface FileFinding extends Finding {
  readonly file: string;
  readonly severity: Exclude<Severity, 'off'>;
}

/** A file and what was found in it. */
export interface CheckedFile {
  readonly file: string;
  /** As the offsets count: without a byte-order mark, as editors have it. */
  readonly text: string;
  readonly findings: readonly FileFinding[];
}

/** A file that could not be checked; the message is one sentence. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

/** How serious each rule is where that differs from its own: what `--severity CODE=LEVEL` gave. */
export type Severities = ReadonlyMap<RuleCode, Severity>;

/**
 * Reads the compiled dossier.
 * @throws {UnreadableFileError} with what is wrong and what to do.
 */
export function readDossier(file: string): Dossier {
  try {
    return readCompiledDossier(readText(file)).dossier;
  } catch (error) {
    throw new UnreadableFileError(
      `the dossier could not be read from ${oneLine(file)}: ${reasonOf(error)}. "npm run build" writes it, --dossier names another`,
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof DossierFileError)) return error instanceof Error ? error.message : String(error);
  const { code, detail } = error;
  switch (code) {
    case 'cut-off':
      return `it is not whole (${detail.replace(/\.$/, '')})`;
    case 'foreign':
      return 'it is no compiled dossier';
    case 'version':
      return `it is of version ${detail}, and this program reads version ${COMPILED_VERSION}`;
    case 'incomplete':
      return 'its records or its index are missing';
    case 'list':
      return `its list of ${detail} is damaged`;
    case 'changed':
      return 'its contents are not those that were written';
  }
}

/**
 * Checks files one after the other, each once; one that cannot be read is told to `unreadable`, and the others are checked.
 */
export function checkFiles(
  files: readonly string[],
  dossier: Dossier,
  severities: Severities,
  unreadable: (error: UnreadableFileError) => void,
): CheckedFile[] {
  const names = new NameMatcher([...dossier.people.values()]);
  const severityOf = new Map(RULES.map(({ code, severity }) => [code, severities.get(code) ?? severity]));
  const rules = RULES.filter(({ code }) => severityOf.get(code) !== 'off');
  const checker = new Checker(dossier, rules, COMMAND_LINE);
  const once = new Map(files.toReversed().map(file => [resolve(file), file]));
  return [...once.values()].toReversed().flatMap(file => {
    try {
      const text = readText(file);
      const findings = checker
        .check(analyse(text, names), ownKeys(file, text))
        .flatMap((finding): FileFinding[] => {
          const severity = severityOf.get(finding.code);
          return severity === undefined || severity === 'off' ? [] : [{ ...finding, file, severity }];
        });
      return [{ file, text, findings }];
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      unreadable(
        new UnreadableFileError(`${oneLine(file)} was not checked: ${error.message}`, { cause: error }),
      );
      return [];
    }
  });
}
