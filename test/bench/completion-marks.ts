/** Marks a line of the console in which the measurement in a note stands as JSON: its size, and {@link NoteTimes}. */
export const COMPLETION_TIMES = '@@completion-times ';

/** What begins each line of a note at whose end something is asked for; what was typed follows. */
export const ASKED = 'See [@';

/** The notes that are measured in, by the name of the file. */
export const NOTES = { '20 kB': 'small.md', '10 MB': 'large.md' } as const;
/** A note without a bibliography, to warm up. */
export const PLAIN_NOTE = 'plain.md';

/** The measurements in one note, all in ms. */
export interface NoteTimes {
  /** The first answer, with the analysis of the text; of the bibliography it has what is there. */
  readonly first: number;
  /** From then until an answer has entries of the bibliography. */
  readonly whole: number;
  /** The longest that nothing else got the thread meanwhile. */
  readonly longestHold: number;
  /** Each answer in the file as it stands, by what was typed. */
  readonly still: Readonly<Record<string, readonly number[]>>;
  /** The processor time of these, with all threads of the host; none where the host cannot tell it. */
  readonly processor: readonly number[];
  /** A loop that takes about a millisecond, run after each of these: what takes longer was not the loop. */
  readonly peer: readonly number[];
  /** Each answer directly behind an edit. */
  readonly edited: readonly number[];
  /** How many items the answers had on average, of the bibliography or the dossier. */
  readonly items: number;
}
