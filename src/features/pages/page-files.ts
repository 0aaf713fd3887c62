import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import { pageMarkdown } from '../../core/cards/markdown.ts';
import { buildPage, locatePage } from '../../core/cards/pages/index.ts';
import { isRecordReference, type RecordReference } from '../../core/dossier/reference.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { editorVoice } from '../../platform/voice.ts';

/** The address of a page, with the fragment of the place on it: `counterparts:/meeting/2013-09-geneva.md`. */
export function pageUri({ type, id }: RecordReference, anchor?: string): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${type}/${id}.md`, fragment: anchor ?? '' });
}

function referenceOf(uri: vscode.Uri): RecordReference | undefined {
  const match = /^\/([a-z]+)\/(.+)\.md$/.exec(uri.path);
  const reference = { type: match?.[1], id: match?.[2] };
  return isRecordReference(reference) ? reference : undefined;
}

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
    const reference = referenceOf(uri);
    const dossier = await this.#service.get();
    const voice = editorVoice();
    const page = reference && buildPage(dossier, reference, voice);
    if (!page) throw vscode.FileSystemError.FileNotFound(uri);
    const markdown = pageMarkdown(page, target => {
      const location = locatePage(dossier, target, voice) ?? { reference: target };
      // From `/document/x.md` to `/meeting/y.md`: relative, so that the preview finds it within the same scheme.
      const { path, fragment } = pageUri(location.reference, location.anchor);
      return `..${encodeURI(path)}${fragment ? `#${encodeURIComponent(fragment)}` : ''}`;
    });
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
