import * as vscode from 'vscode';

/** The extension's one log, with how a failure is told to the user. */
export class Log {
  readonly #channel: vscode.LogOutputChannel;

  constructor(channel: vscode.LogOutputChannel) {
    this.#channel = channel;
  }

  /** For what goes wrong where nobody asked for anything: a hover, a tree. */
  error(error: unknown): void {
    this.#channel.error(error instanceof Error ? error : String(error));
  }

  /** Runs what nobody asked for, or not with a question: what is wrong stands in the log, and nothing is the answer. */
  async quietly<Result>(run: () => Promise<Result | undefined>): Promise<Result | undefined> {
    try {
      return await run();
    } catch (error) {
      this.error(error);
      return undefined;
    }
  }

  /** For what was left out, and why. */
  warn(message: string): void {
    this.#channel.warn(message);
  }

  show(): void {
    this.#channel.show();
  }

  /** One sentence where the user asked for something, with the way to the rest. */
  async report(error: unknown): Promise<void> {
    this.error(error);
    const showLog = vscode.l10n.t('Show Log');
    const message = error instanceof Error ? error.message : String(error);
    if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) this.show();
  }

  /** Wraps a command so that its failure is reported in one sentence instead of VS Code's own dialogue. */
  guard<Arguments extends unknown[], Result>(
    run: (...args: Arguments) => Promise<Result> | Result,
  ): (...args: Arguments) => Promise<Result | undefined> {
    return async (...args) => {
      try {
        return await run(...args);
      } catch (error) {
        void this.report(error);
        return undefined;
      }
    };
  }
}
