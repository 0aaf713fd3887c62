import type * as vscode from 'vscode';

/**
 * Owns disposables and disposes of them in reverse order. Disposing twice is harmless, adding late disposes at once, and
 * one failure does not keep the others from being disposed of.
 */
export class DisposableStore {
  #items: vscode.Disposable[] = [];
  #disposed = false;

  add<T extends vscode.Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const failures: unknown[] = [];
    for (const item of this.#items.reverse()) {
      try {
        item.dispose();
      } catch (error) {
        failures.push(error);
      }
    }
    this.#items = [];
    if (failures.length > 0) throw new AggregateError(failures, 'Some things could not be disposed of');
  }
}
