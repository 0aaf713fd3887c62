import { LineIndex } from '../../core/text/line-index.ts';
import { oneLine } from '../one-line.ts';
import type { CheckedFile } from './check-files.ts';
import { sarif } from './sarif.ts';

/** How findings are written. */
export type CheckFormat = 'text' | 'json' | 'sarif';

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

/** One line a finding, `file:line:column: severity: message (code)`, and one that counts them. */
function plain(files: readonly CheckedFile[]): string {
  const told = files.flatMap(({ file, text, findings }) => {
    const lines = new LineIndex(text);
    return findings.map(({ start, severity, message, code }) => {
      const { line, character } = lines.placeOf(start);
      return oneLine(`${file}:${line + 1}:${character + 1}: ${severity}: ${message} (${code})`);
    });
  });
  if (files.length === 0) return 'no file was checked.\n';
  const verdict = told.length === 0 ? 'nothing was found' : count(told.length, 'finding');
  return [...told, `${verdict} in ${count(files.length, 'file')}.`, ''].join('\n');
}

/** `[{ file, start, end, code, severity, message, fixes[] }]`: UTF-16 offsets, end exclusive. */
function json(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ findings }) =>
    findings.map(({ file, start, end, code, severity, message, fixes }) => ({
      file,
      start,
      end,
      code,
      severity,
      message,
      fixes,
    })),
  );
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** What was found, in the wanted form. */
export function writeFindings(files: readonly CheckedFile[], format: CheckFormat): string {
  if (format === 'json') return json(files);
  return format === 'sarif' ? `${JSON.stringify(sarif(files), null, 2)}\n` : plain(files);
}
