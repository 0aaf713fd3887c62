import * as vscode from 'vscode';
import type { Masked } from '../../core/text/masked.ts';
import { type Lines, maskedNear } from '../../core/text/masked-near.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';

/**
 * What is masked at an offset of a document as it is now, at once: by its last analysis and a look at the lines around, since
 * putting a long text together takes longer than anyone waits for at a key. `undefined` where these do not tell it.
 */
export function maskedAt(
  analyses: AnalysisService,
  document: vscode.TextDocument,
  offset: number,
): readonly Masked[] | undefined {
  const last = analyses.last(document);
  if (last === undefined || last.changes.length > 0)
    return last && maskedNear(last.analysis, last.changes, offset, linesOf(document));
  return last.analysis.maskedIn(offset, offset);
}

const linesOf = (document: vscode.TextDocument): Lines => ({
  count: document.lineCount,
  at: line => document.lineAt(line).text,
  of: offset => document.positionAt(offset).line,
  between: (offset, line) =>
    document.getText(new vscode.Range(document.positionAt(offset), new vscode.Position(line, 0))),
});
