/**
 * Runs what events ask for as long as something is open: what comes late, or was awaited, must not touch what has been
 * disposed of. Nobody else would hear of a failure in an event, so it is reported.
 */
export class WhileOpen {
  readonly #report: (error: unknown) => void;
  #open = true;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  run(action: () => void): void {
    if (!this.#open) return;
    try {
      action();
    } catch (error) {
      this.#report(error);
    }
  }

  /** Runs the action with what was awaited, or with `otherwise` where that failed. */
  async after<T>(awaited: Promise<T>, otherwise: T, action: (value: T) => void): Promise<void> {
    const value = await awaited.catch((error: unknown) => {
      this.#report(error);
      return otherwise;
    });
    this.run(() => action(value));
  }

  close(): void {
    this.#open = false;
  }
}
