import * as vscode from 'vscode';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';
import type { MarkdownIt } from './markdown-it.ts';

export interface PreviewDependencies {
  readonly service: DossierService;
  readonly bibliographies: Bibliographies;
  readonly log: Log;
  readonly state: vscode.Memento;
}

export interface PreviewRegistration extends vscode.Disposable {
  /** VS Code calls this with each instance of markdown-it that renders previews. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** What may hold a citation or the place of a bibliography. */
const CANDIDATE = /@[\p{L}\p{N}_{]|\{(?:foot)?cite[:}]|counterparts-bibliography|#refs/u;
const WAITING = 'counterparts_waiting';

const refresh = (): Thenable<unknown> => vscode.commands.executeCommand('markdown.preview.refresh');

/**
 * Citations in VS Code's Markdown preview. The plugin is asked at once, and the dossier takes its time: keys stay as they
 * are written until a text with keys has been rendered and the dossier has been read for it; then previews are rendered again.
 */
export function registerPreview({
  service,
  bibliographies,
  log,
  state,
}: PreviewDependencies): PreviewRegistration {
  let install: ((md: MarkdownIt) => void) | undefined;
  let started = false;
  let listed: vscode.Disposable | undefined;
  const waiting: MarkdownIt[] = [];

  async function load(): Promise<void> {
    const { dossier } = await service.load();
    const [{ previewInstaller }, { PreviewBibliographies }] = await Promise.all([
      import('./source.ts'),
      import('./preview-bibliographies.ts'),
    ]);
    const own = new PreviewBibliographies(bibliographies, refresh, error => log.error(error));
    listed?.dispose();
    listed = own;
    install = previewInstaller(dossier, state, own);
    for (const md of waiting.splice(0)) install(md);
    await refresh();
  }

  function start(): void {
    if (started) return;
    started = true;
    load().catch(error => log.error(error));
  }

  const listeners = [
    service.onDidChange(() => {
      // A dossier that could not be read can be now; another one takes its place in new instances.
      started = false;
      install = undefined;
      vscode.commands.executeCommand('markdown.api.reloadPlugins').then(undefined, error => log.error(error));
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      const concerns = ['citation.style', 'citation.bibliography', 'preview.citations'];
      if (started && concerns.some(name => change.affectsConfiguration(`counterparts.${name}`))) {
        refresh().then(undefined, error => log.error(error));
      }
    }),
  ];
  return {
    extendMarkdownIt(md) {
      if (install) {
        install(md);
        return md;
      }
      waiting.push(md);
      md.core.ruler.push(WAITING, ({ src, tokens, Token }) => {
        if (!install && CANDIDATE.test(src)) tokens.push(new Token(WAITING, '', 0));
      });
      md.renderer.rules[WAITING] = (
        _tokens,
        _index,
        _options,
        env: { readonly currentDocument?: vscode.Uri },
      ) => {
        if (setting('preview.citations', env.currentDocument)) start();
        return '';
      };
      return md;
    },
    dispose: () => vscode.Disposable.from(...listeners, { dispose: () => listed?.dispose() }).dispose(),
  };
}
