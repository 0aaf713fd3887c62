import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { parsePassageId, type RecordReference } from '../../core/dossier/reference.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { nothingChosen, referenceArgument } from '../../platform/references.ts';
import { PageFiles } from './page-files.ts';

/** Pages of people, meetings, documents and disputes: read-only Markdown, shown in VS Code's own preview. */
export function registerPages(deps: { service: DossierService; log: Log }): vscode.Disposable {
  const { service, log } = deps;
  const store = new DisposableStore();
  store.add(
    vscode.workspace.registerFileSystemProvider(PAGE_SCHEME, new PageFiles(service), {
      isReadonly: true,
      isCaseSensitive: true,
    }),
  );
  store.add(
    registerCommand('counterparts.openPage', log, async argument => {
      const reference = referenceArgument(argument);
      if (!reference) throw nothingChosen();
      const { findPage } = await import('../../platform/pages.ts');
      const page = findPage(await service.get(), reference);
      if (!page) throw unknownRecord(reference);
      // Locked: a preview that follows the editor would show the writer's own text as soon as they go back to it.
      await vscode.commands.executeCommand('markdown.showPreview', page, undefined, { locked: true });
    }),
  );
  store.add(
    registerCommand('counterparts.openSource', log, async argument => {
      const reference = referenceArgument(argument);
      if (!reference) throw nothingChosen();
      const document = documentOf(await service.get(), reference);
      if (!document) throw unknownRecord(reference);
      const address = document.csl.URL;
      if (!address) throw new Error(vscode.l10n.t('No address is known for {0}.', document.shortName));
      await vscode.env.openExternal(vscode.Uri.parse(address, true));
    }),
  );
  store.add(
    registerCommand('counterparts.copyCitationKey', log, async argument => {
      const reference = referenceArgument(argument);
      const document = reference && documentOf(await service.get(), reference);
      if (!document) throw nothingChosen();
      await vscode.env.clipboard.writeText(`@${document.id}`);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied @{0}', document.id), 4000);
    }),
  );
  return store;
}

/** The document itself, or the one in which a passage or quotation stands. */
function documentOf(dossier: Dossier, { type, id }: RecordReference) {
  if (type === 'document') return dossier.documents.get(id);
  if (type === 'passage') return dossier.documents.get(parsePassageId(id)?.document ?? '');
  return type === 'quotation' ? dossier.quotation(id)?.document : undefined;
}

const unknownRecord = ({ type, id }: RecordReference): Error =>
  new Error(vscode.l10n.t('The dossier has no {0} “{1}”.', type, id));
