import type { RichText } from '../../../../../src/core/citation/rich-text.ts';

/** Runs as tests write them: `<i>Herald</i>, 2013`. */
export const html = (runs: RichText): string =>
  runs.map(({ text, italic }) => (italic ? `<i>${text}</i>` : text)).join('');
