/** What breaks a line or commands a terminal: control characters, separators of lines, marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as it can be printed on one line of a terminal, whatever stands in a file or is its name. */
export const oneLine = (text: string): string =>
  text.replace(
    UNPRINTABLE,
    char => NAMES[char] ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
