import * as vscode from 'vscode';
import type { PlacedReference } from '../../contributions.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { nothingChosen, referenceArgument } from '../../platform/references.ts';

/** `Counterparts: Search…`: people, meetings, documents, passages and quotations as you type. */
export function registerSearch(deps: { service: DossierService; log: Log }): vscode.Disposable {
  const { service, log } = deps;
  const store = new DisposableStore();
  store.add(
    registerCommand('counterparts.search', log, async query => {
      const { showSearch } = await import('./pickers.ts');
      showSearch(await service.load(), typeof query === 'string' ? query : '');
    }),
  );
  store.add(
    registerCommand('counterparts.showMentions', log, async argument => {
      const place = placeOf(argument);
      // In the writer's own text VS Code shows them where it shows all references.
      if (place) return vscode.commands.executeCommand('editor.action.findReferences', ...place);
      const reference = referenceArgument(argument);
      const { showMentions } = await import('./pickers.ts');
      const loaded = await service.load();
      const person = loaded.dossier.people.get(reference?.type === 'person' ? reference.id : '');
      if (!person) throw nothingChosen();
      return showMentions(loaded, person);
    }),
  );
  return store;
}

/** The place in a text that a card names; without any argument, the cursor in a Markdown editor. */
function placeOf(argument: unknown): [vscode.Uri, vscode.Position] | undefined {
  if (argument === undefined) {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.languageId === 'markdown'
      ? [editor.document.uri, editor.selection.active]
      : undefined;
  }
  const at = (argument as Partial<PlacedReference> | null)?.at;
  if (typeof at?.uri !== 'string' || !Number.isInteger(at.line) || !Number.isInteger(at.character))
    return undefined;
  return [vscode.Uri.parse(at.uri, true), new vscode.Position(at.line, at.character)];
}
