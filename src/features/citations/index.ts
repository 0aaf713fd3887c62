import type * as vscode from 'vscode';
import { registerCommand } from '../../platform/commands.ts';
import type { CitationDependencies } from './insert-command.ts';

/**
 * `Counterparts: Insert Citation`. Without an argument it shows the picker; with a reference (from a tree or a card) the
 * picker begins with it; with `{ items: [{ type, id }, …], form }` it inserts these without a picker, for key bindings and
 * other extensions. `form` is one of `pandoc-key`, `footnote`, `markdown-link`, `formatted`; without it, the form of the
 * setting or the one used last.
 */
export function registerCitations(deps: CitationDependencies): vscode.Disposable {
  return registerCommand('counterparts.insertCitation', deps.log, async argument => {
    const { insertCitationCommand } = await import('./insert-command.ts');
    await insertCitationCommand(deps, argument);
  });
}
