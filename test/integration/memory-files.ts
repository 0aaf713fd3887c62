import * as vscode from 'vscode';

/** A file system in memory, as extensions for remote places have theirs. */
export class MemoryFiles implements vscode.FileSystemProvider {
  static readonly SCHEME = 'counterparts-test';
  readonly #files = new Map<
    string,
    { bytes: Uint8Array; permissions: vscode.FilePermission | 0; time: number }
  >();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  put(path: string, text: string, permissions: vscode.FilePermission | 0 = 0): vscode.Uri {
    this.#files.set(path, { bytes: new TextEncoder().encode(text), permissions, time: 1 });
    return vscode.Uri.from({ scheme: MemoryFiles.SCHEME, path });
  }

  #get(uri: vscode.Uri) {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { bytes, permissions, time } = this.#get(uri);
    const stat = { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytes.length };
    return permissions === 0 ? stat : { ...stat, permissions };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#get(uri).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const file = this.#get(uri);
    file.bytes = bytes;
    file.time++;
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}
