const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  0: '\0',
  _: '\xA0',
};

/** What a string in double quotes says; `folded`: line breaks in it are blanks, as in YAML, or nothing behind a backslash. */
export function unescaped(written: string, folded: boolean): string {
  if (!written.includes('\\')) return folded ? fold(written) : written;
  const joined = written.replace(/\\(\r?\n[ \t]*|[\s\S])/g, (pair, next: string) =>
    folded && next.includes('\n') ? '' : pair,
  );
  return (folded ? fold(joined) : joined).replace(
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|U([\da-f]{8})|([\s\S]))/gi,
    (_, four, two, eight, char: string | undefined) => {
      const code = Number.parseInt(four ?? two ?? eight ?? '', 16);
      if (code <= 0x10ffff) return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
      return char === undefined ? '\uFFFD' : (ESCAPED[char] ?? char);
    },
  );
}

/** Folds lines as YAML does: one break is a blank, further ones stay. */
export const fold = (text: string): string =>
  text.includes('\n')
    ? text
        .split(/\r?\n/)
        .map((line, index, all) =>
          index === 0 ? line.trimEnd() : index === all.length - 1 ? line.trimStart() : line.trim(),
        )
        .join('\n')
        .replace(/\n+/g, breaks => breaks.slice(1) || ' ')
    : text;
