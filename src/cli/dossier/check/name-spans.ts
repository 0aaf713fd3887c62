/** Where something stands in a text, as UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name form where it stands in a text. */
export interface Name extends Span {
  readonly form: string;
  /** The id of the person. */
  readonly person: string;
}

/**
 * Where a name stands in a text, as printed and as whole words: neither a letter, a mark on one nor a digit touches it. Its
 * blanks may be blanks of any sort and number there, so that a name is found across the end of a line too.
 * @param flags `i` finds it in whatever capitals.
 */
export function nameSpans(text: string, name: string, flags: '' | 'i' = ''): readonly Span[] {
  const words = name.split(/\s+/).map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`,
    `gu${flags}`,
  );
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Those that are no part of a longer one, whoever's that is: in "Anna Berg" there is no "Berg". */
export function longestNames(names: readonly Name[]): readonly Name[] {
  const length = ({ start, end }: Span): number => end - start;
  return names.filter(name => !names.some(other => holds(other, name) && length(other) > length(name)));
}

/** Whether the whole of one lies within the other. */
export const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
