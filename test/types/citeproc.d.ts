/** What we use of citeproc-js, which has no types of its own. */
declare module 'citeproc' {
  export interface Cite {
    readonly id: string;
    /** 0: first; 1: later. */
    readonly position?: number;
    readonly locator?: string;
    readonly label?: string;
  }

  interface Engine {
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(cites: readonly Cite[]): string;
    makeBibliography(): [unknown, string[]] | false;
  }

  const CSL: {
    readonly Engine: new (
      system: { retrieveLocale(language: string): string; retrieveItem(id: string): unknown },
      style: string,
      language: string,
      force: boolean,
    ) => Engine;
  };
  export default CSL;
}
