import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../contributions.ts';
import type { Log } from './log.ts';

/** The names that VS Code gives to Markdown. */
const FILES = '**/*.{md,mkd,mdwn,mdown,markdown,markdn,mdtxt,mdtext}';
/** More files of one folder are not read, and none that is longer. */
const MOST_FILES = 20_000;
const LONGEST = 10_000_000;
/** So many files are read at once. */
const TOGETHER = 8;

/** The Markdown files that are open: of the open folders, and what has not been saved yet. */
export const openMarkdown = (): vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(
    ({ languageId, isClosed, uri }) =>
      languageId === 'markdown' &&
      !isClosed &&
      uri.scheme !== PAGE_SCHEME &&
      (uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined),
  );

/**
 * The Markdown files of the open folders that are not open, without what the settings exclude from files and search.
 * @param progress is told how many of how many files of a folder were read
 */
export async function* markdownFiles(
  log: Log,
  token: vscode.CancellationToken,
  progress: (done: number, all: number) => void,
): AsyncGenerator<{ readonly uri: vscode.Uri; readonly text: string }> {
  const seen = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uris = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, FILES),
      excluded(folder),
      MOST_FILES,
      token,
    );
    if (uris.length === MOST_FILES)
      log.warn(`Only ${MOST_FILES} Markdown files of ${folder.name} are searched.`);
    for (let at = 0; at < uris.length && !token.isCancellationRequested; at += TOGETHER) {
      progress(at, uris.length);
      const fresh = uris.slice(at, at + TOGETHER).filter(uri => !seen.has(uri.toString()));
      for (const uri of fresh) seen.add(uri.toString());
      const texts = await Promise.all(fresh.map(uri => read(uri, log)));
      for (const [index, uri] of fresh.entries()) {
        const text = texts[index];
        if (text !== undefined && !token.isCancellationRequested) yield { uri, text };
      }
    }
  }
}

/** `search.exclude` as one pattern; `files.exclude` VS Code minds itself. */
function excluded(folder: vscode.WorkspaceFolder): string | undefined {
  const setting = vscode.workspace
    .getConfiguration('search', folder.uri)
    .get<Record<string, unknown>>('exclude');
  const patterns = Object.entries(setting ?? {}).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
  return patterns.length === 0 ? undefined : `{${patterns.join(',')}}`;
}

/** The text of a file; `undefined` where it is too long, or gone. */
async function read(uri: vscode.Uri, log: Log): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size <= LONGEST) return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    log.warn(`${uri.toString(true)} is not searched: it has more than ${LONGEST / 1_000_000} MB.`);
  } catch (error) {
    log.error(error);
  }
  return undefined;
}
