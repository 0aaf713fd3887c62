import * as vscode from 'vscode';

/** Files that their provider or their permissions protect; an editor that is locked otherwise refuses the edit. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  if (uri.scheme === 'untitled') return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // not on disk yet, or of a scheme without files, such as a notebook's cell
  }
}
