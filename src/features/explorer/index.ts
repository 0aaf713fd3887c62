import * as vscode from 'vscode';
import { type ContextKey, VIEWS } from '../../contributions.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { executeCommand, registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { nothingChosen, referenceArgument } from '../../platform/references.ts';
import { dragRows } from './drag.ts';
import type { Grouping } from './meeting-groups.ts';
import { NodeTree, type TreeNode } from './node.ts';

type Roots = typeof import('./roots.ts');

const GROUPING_KEY = 'meetings.groupBy';
const FILTERED: ContextKey = 'counterparts.meetingsFiltered';

export interface ExplorerTrees {
  readonly secretaries: NodeTree;
  readonly meetings: NodeTree;
  readonly documents: NodeTree;
  readonly disputes: NodeTree;
}

/** The sidebar: secretaries, meetings, documents and disputes of the dossier. */
export function registerExplorer(deps: {
  service: DossierService;
  log: Log;
  state: vscode.Memento;
}): vscode.Disposable & { readonly trees: ExplorerTrees } {
  const { service, log, state } = deps;
  const store = new DisposableStore();
  let filter = '';

  /** A tree whose dossier cannot be read is empty and shows its welcome content; the reason is in the log. */
  const tree = (roots: (from: Roots, dossier: Dossier) => TreeNode[]): NodeTree =>
    store.add(
      new NodeTree(async () => {
        try {
          return roots(await import('./roots.ts'), await service.get());
        } catch (error) {
          log.error(error);
          return [];
        }
      }),
    );
  const view = (id: string, provider: NodeTree): vscode.TreeView<TreeNode> =>
    store.add(
      vscode.window.createTreeView(id, {
        treeDataProvider: provider,
        showCollapseAll: true,
        dragAndDropController: dragRows,
      }),
    );

  const secretaries = tree((from, dossier) => from.secretaryRoots(dossier));
  const meetings = tree((from, dossier) =>
    from.meetingRoots(dossier, state.get<Grouping>(GROUPING_KEY, 'year'), filter),
  );
  const documents = tree((from, dossier) => from.documentRoots(dossier));
  const disputes = tree((from, dossier) => from.disputeRoots(dossier));
  const secretariesView = view(VIEWS.secretaries, secretaries);
  const meetingsView = view(VIEWS.meetings, meetings);
  const documentsView = view(VIEWS.documents, documents);
  const disputesView = view(VIEWS.disputes, disputes);
  store.add(
    service.onDidChange(() => {
      for (const provider of [secretaries, meetings, documents, disputes]) provider.refresh();
    }),
  );

  const setFilter = async (text: string): Promise<void> => {
    filter = text.trim();
    await vscode.commands.executeCommand('setContext', FILTERED, filter !== '');
    meetingsView.description = filter === '' ? '' : `“${filter}”`;
    meetings.refresh();
  };
  store.add(
    registerCommand('counterparts.groupMeetings', log, async () => {
      const { askGrouping } = await import('./roots.ts');
      const picked = await askGrouping(state.get<Grouping>(GROUPING_KEY, 'year'));
      if (!picked) return;
      await state.update(GROUPING_KEY, picked);
      meetings.refresh();
    }),
  );
  store.add(
    registerCommand('counterparts.filterMeetings', log, async () => {
      const text = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('Words that a meeting must have: a name, place, year, kind, status or topic'),
        value: filter,
      });
      if (text !== undefined) await setFilter(text);
    }),
  );
  store.add(registerCommand('counterparts.clearMeetingsFilter', log, () => setFilter('')));

  const places: readonly (readonly [NodeTree, vscode.TreeView<TreeNode>])[] = [
    [secretaries, secretariesView],
    [meetings, meetingsView],
    [documents, documentsView],
    [disputes, disputesView],
  ];
  const reveal = async (reference: RecordReference): Promise<void> => {
    await service.get(); // a dossier that cannot be read is told here, not as "not in the sidebar"
    for (const [provider, place] of inOrder(reference, places)) {
      const node = await provider.find(reference);
      if (!node) continue;
      await place.reveal(node, { select: true, focus: true, expand: true });
      return;
    }
    await executeCommand('counterparts.openPage', reference);
  };
  store.add(
    registerCommand('counterparts.revealInSidebar', log, async argument => {
      const reference = referenceArgument(argument);
      if (!reference) throw nothingChosen();
      await reveal(reference);
    }),
  );
  return { trees: { secretaries, meetings, documents, disputes }, dispose: () => store.dispose() };
}

/** The tree in which a reference is at home comes first. */
function inOrder<T>(reference: RecordReference, places: readonly T[]): readonly T[] {
  const home = { person: 0, meeting: 1, document: 2, passage: 2, quotation: 2, dispute: 3 }[reference.type];
  return [...places.slice(home, home + 1), ...places.slice(0, home), ...places.slice(home + 1)];
}
