import * as vscode from 'vscode';
import { RECORDS_MIME } from '../../contributions.ts';
import { MARKER_WORD } from '../../core/citation/bibliography-markers.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { CITING_LANGUAGES } from '../../platform/languages.ts';
import { setting } from '../../platform/settings.ts';
import type { AcceptedKeys } from './accepted-keys.ts';
import type { CitationDependencies } from './insert-command.ts';

/** Where something is dropped, pasted or saved. */
const CITING: vscode.DocumentSelector = [...CITING_LANGUAGES];

export interface CitationRegistration extends vscode.Disposable {
  readonly provideDropEdits: vscode.DocumentDropEditProvider['provideDocumentDropEdits'];
  readonly providePasteEdits: NonNullable<vscode.DocumentPasteEditProvider['provideDocumentPasteEdits']>;
}

/**
 * Citations in the writer's text. `Counterparts: Insert Citation` without an argument shows the picker; with a reference
 * (from a tree or a card) the picker begins with it; with `{ items: [{ type, id }, …], form, style, prefix, suffix }` it
 * inserts these without a picker, for key bindings and other extensions. What is not given is that of the settings, or was
 * used last. The other commands that insert or copy take the same.
 */
export function registerCitations(deps: CitationDependencies): CitationRegistration {
  const { log } = deps;
  const { languages } = vscode;
  const store = new DisposableStore();
  store.add(
    registerCommand('counterparts.insertCitation', log, async argument => {
      const { insertCitationCommand } = await import('./insert-command.ts');
      await insertCitationCommand(deps, argument);
    }),
  );
  store.add(
    registerCommand('counterparts.citationActions', log, async () => {
      const { showCitationActions } = await import('./picker.ts');
      showCitationActions();
    }),
  );
  store.add(
    registerCommand('counterparts.insertQuotation', log, async argument => {
      const { insertQuotationCommand } = await import('./quotation-command.ts');
      await insertQuotationCommand(deps, argument);
    }),
  );
  store.add(
    registerCommand('counterparts.findSupport', log, async () => {
      const { findSupportCommand } = await import('./support-command.ts');
      await findSupportCommand(deps);
    }),
  );
  store.add(
    registerCommand('counterparts.copyCitation', log, async argument => {
      const { copyCitationCommand } = await import('./copy-command.ts');
      await copyCitationCommand(deps, argument);
    }),
  );
  const copyAs = async (format: 'biblatex' | 'csl-json' | 'ris', argument: unknown): Promise<void> => {
    const { copyAsCommand } = await import('./copy-command.ts');
    await copyAsCommand(deps, format, argument);
  };
  store.add(registerCommand('counterparts.copyAsBibLatex', log, argument => copyAs('biblatex', argument)));
  store.add(registerCommand('counterparts.copyAsCslJson', log, argument => copyAs('csl-json', argument)));
  store.add(registerCommand('counterparts.copyAsRis', log, argument => copyAs('ris', argument)));
  store.add(
    registerCommand('counterparts.convertCitations', log, async argument => {
      const { convertCitationsCommand } = await import('./file-commands.ts');
      await convertCitationsCommand(deps, argument);
    }),
  );
  store.add(
    registerCommand('counterparts.refreshBibliography', log, async argument => {
      const { refreshBibliographyCommand } = await import('./file-commands.ts');
      await refreshBibliographyCommand(deps, argument);
    }),
  );
  store.add(
    registerCommand('counterparts.whereCited', log, async argument => {
      const { whereCitedCommand } = await import('./where-cited.ts');
      await whereCitedCommand(deps, argument);
    }),
  );
  store.add(
    vscode.workspace.onWillSaveTextDocument(event => {
      const { document, reason } = event;
      const onItsOwn = reason === vscode.TextDocumentSaveReason.AfterDelay;
      if (onItsOwn || languages.match(CITING, document) === 0) return;
      if (!document.getText().includes(MARKER_WORD)) return;
      if (!setting('citation.refreshBibliographyOnSave', document)) return;
      const since = Date.now();
      const refreshed = log.quietly(async () =>
        (await import('./bibliography-on-save.ts')).editsOnSave(deps, document, since),
      );
      event.waitUntil(refreshed.then(edits => edits ?? []));
    }),
  );
  let accepted: Promise<AcceptedKeys> | undefined;
  store.add(
    registerCommand('counterparts.addToBibliography', log, async reference => {
      accepted ??= import('./accepted-keys.ts').then(({ AcceptedKeys: Made }) => store.add(new Made(deps)));
      await (await accepted).accept(reference);
    }),
  );
  const kinds = [vscode.DocumentDropOrPasteEditKind.Empty.append('text', 'counterpartsCitation')];
  const provideDropEdits: CitationRegistration['provideDropEdits'] = (document, position, data) =>
    log.quietly(async () => (await import('./drop-paste.ts')).dropEdits(deps, document, position, data));
  const providePasteEdits: CitationRegistration['providePasteEdits'] = (document, ranges, data) =>
    log.quietly(async () => (await import('./drop-paste.ts')).pasteEdits(deps, document, ranges, data));
  store.add(
    languages.registerDocumentDropEditProvider(
      CITING,
      { provideDocumentDropEdits: provideDropEdits },
      { dropMimeTypes: [RECORDS_MIME], providedDropEditKinds: kinds },
    ),
  );
  store.add(
    languages.registerDocumentPasteEditProvider(
      CITING,
      { provideDocumentPasteEdits: providePasteEdits },
      { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: kinds },
    ),
  );
  return { provideDropEdits, providePasteEdits, dispose: () => store.dispose() };
}
