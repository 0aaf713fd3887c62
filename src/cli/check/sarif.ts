import { isAbsolute, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Rule } from '../../core/checks/rule.ts';
import { RULES } from '../../core/checks/rules.ts';
import { LineIndex } from '../../core/text/line-index.ts';
import type { CheckedFile, FileFinding } from './check-files.ts';
import { COMMAND_LINE } from './voice.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A path as SARIF wants it: relative to where the command ran, or a `file:` address. */
function address(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const path = normalize(file).replace(/\p{Surrogate}/gu, '\ufffd');
  return path.split(sep).map(encodeURIComponent).join('/');
}

/** A text as a SARIF message has it: braces are doubled (3.11.5), and nothing in it is a link (3.11.6). */
const said = (text: string): { text: string } => ({
  text: text.replace(/[{}]/g, brace => brace + brace).replaceAll('](', '] ('),
});

function descriptor({ code, severity, explain }: Rule): ReportingDescriptor {
  const { title, paragraphs } = explain(COMMAND_LINE);
  return {
    id: code,
    shortDescription: said(title),
    fullDescription: said(paragraphs.join('\n\n')),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(file: string, lines: LineIndex, finding: FileFinding): Result {
  const artifactLocation = { uri: address(file) };
  const region = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const from = lines.placeOf(start);
    const to = lines.placeOf(end);
    // SARIF counts from 1.
    return {
      startLine: from.line + 1,
      startColumn: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
      charOffset: start,
      charLength: end - start,
    };
  };
  return {
    ruleId: finding.code,
    ruleIndex: RULES.findIndex(({ code }) => code === finding.code),
    level: LEVELS[finding.severity],
    message: said(finding.message),
    locations: [{ physicalLocation: { artifactLocation, region: region(finding) } }],
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map(({ title, edits }) => ({
        description: said(title),
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(edit => ({
              deletedRegion: region(edit),
              insertedContent: { text: edit.text },
            })),
          },
        ],
      })),
    }),
  };
}

/**
 * What was found as a SARIF log, version 2.1.0, for code scanning and editors.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 */
export function sarif(files: readonly CheckedFile[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Counterparts', rules: RULES.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, text, findings }) => {
          const lines = new LineIndex(text);
          return findings.map(finding => result(file, lines, finding));
        }),
      },
    ],
  };
}
