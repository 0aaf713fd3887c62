/** No front matter is longer than this, so that looking for its end costs little however long the file is. */
export const FRONT_MATTER_LIMIT = 65_536;

/**
 * Where the front matter ends that the text begins with (after a byte-order mark): the offset of the line after its
 * closing `---` or `...` (YAML) or `+++` (TOML). 0 where there is none or it is not closed.
 */
export function frontMatterEnd(text: string): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const [fence] = /^(?:---|\+\+\+)(?=[ \t]*\r?\n)/.exec(text.slice(start, start + 256)) ?? [];
  if (fence === undefined) return 0;
  const close = fence === '---' ? /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/ : /\n\+\+\+[ \t]*(?:\r?\n|$)/;
  const head = text.slice(0, FRONT_MATTER_LIMIT);
  const match = close.exec(head);
  if (match === null) return 0;
  const end = match.index + match[0].length;
  // At the limit `$` is not the end of the line.
  return end === FRONT_MATTER_LIMIT && text.length > FRONT_MATTER_LIMIT && !match[0].endsWith('\n') ? 0 : end;
}
