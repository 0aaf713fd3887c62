import * as vscode from 'vscode';
import { frontMatterFields } from '../core/text/front-matter-fields.ts';
import { setting } from './settings.ts';

/** The paths of a Markdown file's bibliography files: those that its front matter names, or the one of the setting. */
export function bibliographyPaths(document: vscode.TextDocument): readonly string[] {
  const named = frontMatterFields(headOf(document)).bibliography.map(({ path }) => path);
  if (named.length > 0) return named;
  const preset = setting('citation.bibliography', document).trim();
  return preset === '' ? [] : [preset];
}

/** No front matter has more lines. */
const HEAD_LINES = 2000;

/** The lines up to the one that may end front matter, since this is asked at each key; nothing where none begins. */
function headOf(document: vscode.TextDocument): string {
  const [, fence] = /^\uFEFF?(---|\+\+\+)[ \t]*$/.exec(document.lineAt(0).text) ?? [];
  if (fence === undefined) return '';
  const closing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/ : /^\+\+\+[ \t]*$/;
  const most = Math.min(document.lineCount, HEAD_LINES);
  let line = 1;
  while (line < most && !closing.test(document.lineAt(line).text)) line++;
  return document.getText(new vscode.Range(0, 0, line + 1, 0));
}

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
