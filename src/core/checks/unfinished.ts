import type { Finding } from './rule.ts';

/** What a finding says of which words, wherever these stand. */
const identity = (text: string, { code, start, end }: Finding): string => `${code} ${text.slice(start, end)}`;

/** Of all findings those to be shown, and whether some are held back. */
export interface Sorted {
  readonly shown: readonly Finding[];
  readonly holdsBack: boolean;
  /** What is shown, to be given with the next findings. */
  readonly identities: ReadonlySet<string>;
}

/**
 * Holds back what is found for the first time where the writer is still typing: a key or a word that is not finished is
 * nearly always wrong. It is shown once the cursor has gone on.
 * @param cursors offsets of the cursors in the text
 * @param before what was shown last
 */
export function holdBackUnfinished(
  findings: readonly Finding[],
  text: string,
  cursors: readonly number[],
  before: ReadonlySet<string>,
): Sorted {
  const shown = findings.filter(
    finding =>
      !cursors.some(cursor => finding.start < cursor && cursor <= finding.end) ||
      before.has(identity(text, finding)),
  );
  return {
    shown,
    holdsBack: shown.length < findings.length,
    identities: new Set(shown.map(finding => identity(text, finding))),
  };
}
