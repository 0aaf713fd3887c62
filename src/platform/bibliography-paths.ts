import * as vscode from 'vscode';
import { frontMatterFields } from '../core/text/front-matter-fields.ts';
import { setting } from './settings.ts';

/** The paths of a Markdown file's bibliography files: those that its front matter names, or the one of the setting. */
export function bibliographyPaths(document: vscode.TextDocument): readonly string[] {
  // Front matter is short; the text behind it need not be looked at.
  const head = document.getText(new vscode.Range(0, 0, HEAD_LINES, 0));
  const named = frontMatterFields(head).bibliography.map(({ path }) => path);
  const preset = setting('citation.bibliography', document).trim();
  return named.length > 0 ? named : preset === '' ? [] : [preset];
}

/** No front matter has more lines. */
const HEAD_LINES = 2000;

/** Where the file of a path may lie: beside the Markdown file, then in its folder, then in the others that are open. */
export function bibliographyUris({ uri }: vscode.TextDocument, path: string): vscode.Uri[] {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return [];
  const plain = path.replaceAll('\\', '/');
  if (/^(?:\/|[a-z]:\/)/i.test(plain)) {
    const { scheme, authority } = uri.scheme === 'untitled' ? vscode.Uri.file('/') : uri;
    return [vscode.Uri.from({ scheme, authority, path: plain.startsWith('/') ? plain : `/${plain}` })];
  }
  const own = vscode.workspace.getWorkspaceFolder(uri);
  const folders = [own, ...(vscode.workspace.workspaceFolders ?? []).filter(folder => folder !== own)];
  const bases = folders.flatMap(folder => (folder ? [folder.uri] : []));
  if (uri.scheme !== 'untitled') bases.unshift(vscode.Uri.joinPath(uri, '..'));
  return bases.map(base => vscode.Uri.joinPath(base, plain));
}
