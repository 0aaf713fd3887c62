import * as vscode from 'vscode';
import type { DossierService } from '../../platform/dossier-service.ts';

/**
 * The pages as files of a read-only file system: VS Code's Markdown preview follows links between them, and they can be
 * searched, copied and compared like any file. A page is made when it is read.
 */
export class PageFiles implements vscode.FileSystemProvider {
  readonly #service: DossierService;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(service: DossierService) {
    this.#service = service;
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { renderPage } = await import('./render-page.ts');
    const markdown = renderPage(await this.#service.get(), uri);
    if (markdown === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(markdown);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (/^\/[a-z]*\/?$/.test(uri.path))
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { byteLength } = await this.readFile(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: byteLength,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
