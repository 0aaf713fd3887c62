import { readFileSync } from 'node:fs';
import { Checker } from '../../core/checks/checker.ts';
import type { Finding, RuleCode, Severity } from '../../core/checks/rule.ts';
import { RULES } from '../../core/checks/rules.ts';
import { readCompiledDossier } from '../../core/dossier/compiled.ts';
import { ENGLISH_DATE_WORDS } from '../../core/dossier/date-format.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { inEnglish } from '../../core/dossier/translate.ts';
import { analyse } from '../../core/text/analysis.ts';
import { NameMatcher } from '../../core/text/name-index.ts';

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
    return readCompiledDossier(readFileSync(file, 'utf8')).dossier;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableFileError(
      `the dossier could not be read from ${file}: ${reason.replace(/\.$/, '')}. "npm run build" writes it, --dossier names another`,
    );
  }
}

/** A Markdown file as text. @throws {UnreadableFileError} */
function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder; name the files in it',
      EACCES: 'it may not be read',
      ERR_ENCODING_INVALID_ENCODED_DATA: 'it is no text in UTF-8',
    };
    const reason = reasons[String(code)] ?? (error instanceof Error ? error.message : String(error));
    throw new UnreadableFileError(`${file} was not checked: ${reason}`);
  }
}

/** Checks files one after the other; one that cannot be read is told to `unreadable`, and the others are checked. */
export function checkFiles(
  files: readonly string[],
  dossier: Dossier,
  severities: Severities,
  unreadable: (error: UnreadableFileError) => void,
): CheckedFile[] {
  const names = new NameMatcher([...dossier.people.values()]);
  const severityOf = new Map(RULES.map(({ code, severity }) => [code, severities.get(code) ?? severity]));
  const rules = RULES.filter(({ code }) => severityOf.get(code) !== 'off');
  const checker = new Checker(dossier, rules, { t: inEnglish, dates: ENGLISH_DATE_WORDS });
  return files.flatMap(file => {
    try {
      const text = readText(file);
      const findings = checker.check(analyse(text, names)).flatMap((finding): FileFinding[] => {
        const severity = severityOf.get(finding.code);
        return severity === undefined || severity === 'off' ? [] : [{ ...finding, file, severity }];
      });
      return [{ file, text, findings }];
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      unreadable(error);
      return [];
    }
  });
}
