import type * as vscode from 'vscode';
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
      const reference = referenceArgument(argument);
      const { showMentions } = await import('./pickers.ts');
      const loaded = await service.load();
      const person = loaded.dossier.people.get(reference?.type === 'person' ? reference.id : '');
      if (!person) throw nothingChosen();
      showMentions(loaded, person);
    }),
  );
  return store;
}
