import * as vscode from 'vscode';
import { registerChecks } from './features/checks/index.ts';
import { type CitationRegistration, registerCitations } from './features/citations/index.ts';
import { type CompletionRegistration, registerCompletion } from './features/completion/index.ts';
import { type ExplorerTrees, registerExplorer } from './features/explorer/index.ts';
import { type HoverRegistration, registerHover } from './features/hover/index.ts';
import { type NavigationRegistration, registerNavigation } from './features/navigation/index.ts';
import { registerPages } from './features/pages/index.ts';
import { type PreviewRegistration, registerPreview } from './features/preview/index.ts';
import { registerSearch } from './features/search/index.ts';
import { registerTimeline } from './features/timeline/index.ts';
import { AnalysisService } from './platform/analysis-service.ts';
import { Bibliographies } from './platform/bibliographies.ts';
import { registerCommand } from './platform/commands.ts';
import { DossierService } from './platform/dossier-service.ts';
import { Log } from './platform/log.ts';

/** What the integration tests and the benchmark look at; no promise to other extensions. */
export interface ExtensionExports {
  readonly trees: ExplorerTrees;
  readonly analyses: AnalysisService;
  readonly provideHover: HoverRegistration['provideHover'];
  readonly provideCompletions: CompletionRegistration['provideCompletions'];
  readonly provideReferences: NavigationRegistration['provideReferences'];
  readonly provideDropEdits: CitationRegistration['provideDropEdits'];
  readonly providePasteEdits: CitationRegistration['providePasteEdits'];
  readonly extendMarkdownIt: PreviewRegistration['extendMarkdownIt'];
  readonly isDossierRead: () => boolean;
  readonly readDossier: () => Promise<unknown>;
}

/** Registers everything and returns: no file is read here. */
export function activate(context: vscode.ExtensionContext): ExtensionExports {
  const { extensionUri, subscriptions, workspaceState } = context;
  const channel = vscode.window.createOutputChannel('Counterparts', { log: true });
  const log = new Log(channel);
  const service = new DossierService(extensionUri);
  const analyses = new AnalysisService(service);
  const bibliographies = new Bibliographies();
  const hover = registerHover({ service, analyses, bibliographies, log, state: workspaceState });
  const completion = registerCompletion({ service, analyses, bibliographies, log });
  const navigation = registerNavigation({ service, analyses, bibliographies, log });
  const citations = registerCitations({ service, analyses, bibliographies, log, state: workspaceState });
  const explorer = registerExplorer({ service, log, state: workspaceState });
  const preview = registerPreview({ service, bibliographies, log, state: workspaceState });
  subscriptions.push(
    channel,
    service,
    analyses,
    bibliographies,
    registerCommand('counterparts.showLog', log, () => log.show()),
    hover,
    completion,
    explorer,
    navigation,
    preview,
    registerPages({ service, log }),
    registerSearch({ service, log }),
    citations,
    registerChecks({ service, analyses, bibliographies, log }),
    registerTimeline({ extensionUri, service, log }),
  );
  return {
    trees: explorer.trees,
    analyses,
    provideHover: hover.provideHover,
    provideCompletions: completion.provideCompletions,
    provideReferences: navigation.provideReferences,
    provideDropEdits: citations.provideDropEdits,
    providePasteEdits: citations.providePasteEdits,
    extendMarkdownIt: preview.extendMarkdownIt,
    isDossierRead: () => service.isRead,
    readDossier: () => service.get(),
  };
}
