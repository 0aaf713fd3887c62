import * as vscode from 'vscode';
import type { Edit, Finding } from '../../core/checks/rule.ts';
import { silencingEdit } from '../../core/checks/suppressions.ts';
import { commandTo } from '../../platform/commands.ts';
import { rulePageUri } from '../../platform/pages.ts';
import { toRange } from '../../platform/ranges.ts';

/** The quick fixes for some diagnostics of a document: what mends them, why they stand there, how to silence them. */
export function codeActions(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const text = document.getText();
  return diagnostics.flatMap(diagnostic => {
    const given = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
    const [from, to] = [document.offsetAt(diagnostic.range.start), document.offsetAt(diagnostic.range.end)];
    const finding = findings.find(({ code, start, end }) => code === given && start === from && end === to);
    return finding ? actionsFor(document, text, finding, diagnostic) : [];
  });
}

function actionsFor(
  document: vscode.TextDocument,
  text: string,
  finding: Finding,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const { code } = finding;
  const edit = (edits: readonly Edit[]): vscode.WorkspaceEdit => {
    const made = new vscode.WorkspaceEdit();
    for (const each of edits) made.replace(document.uri, toRange(document, each), each.text);
    return made;
  };
  const action = (title: string, more: Partial<vscode.CodeAction>): vscode.CodeAction =>
    Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), {
      diagnostics: [diagnostic],
      ...more,
    });
  const fixes = finding.fixes.map(({ title, edits }, index) =>
    action(title, { edit: edit(edits), isPreferred: index === 0 }),
  );
  const silence = (scope: 'line' | 'file', title: string): vscode.CodeAction[] => {
    const silencing = silencingEdit(
      text,
      finding,
      scope,
      document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    );
    return silencing ? [action(title, { edit: edit([silencing]) })] : [];
  };
  const why = vscode.l10n.t('Show what “{0}” reports', code);
  const off = vscode.l10n.t('Disable “{0}” in this workspace', code);
  return [
    ...fixes,
    action(why, {
      command: {
        title: why,
        command: 'markdown.showPreview',
        arguments: [rulePageUri(code), undefined, { locked: true }],
      },
    }),
    ...silence('line', vscode.l10n.t('Disable “{0}” on this line', code)),
    ...silence('file', vscode.l10n.t('Disable “{0}” in this file', code)),
    action(off, { command: commandTo(off, 'counterparts.switchOffRule', code) }),
  ];
}
