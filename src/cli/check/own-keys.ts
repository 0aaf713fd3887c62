import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CheckContext } from '../../core/checks/rule.ts';
import { BibliographyIndex } from '../../core/citation/bibliography/bibliography-index.ts';
import { bibliographyFormat } from '../../core/citation/bibliography/entry.ts';
import { readBibliography } from '../../core/citation/bibliography/read.ts';
import { frontMatterFields } from '../../core/text/front-matter-fields.ts';

/**
 * The keys of the bibliography files that a Markdown file names in its front matter, relative to it and then to where the
 * program runs; `undefined` where it names none. One that cannot be read makes the keys incomplete, so that none of them
 * is called unknown.
 */
export function ownKeys(file: string, text: string): CheckContext['otherKeys'] {
  const paths = frontMatterFields(text).bibliography.map(({ path }) => path);
  if (paths.length === 0) return undefined;
  const read = paths.flatMap(path => {
    const format = bibliographyFormat(path);
    for (const base of format ? [dirname(file), '.'] : []) {
      try {
        const found = readFileSync(resolve(base, path), 'utf8');
        return format ? [{ file: path, bibliography: readBibliography(found, format) }] : [];
      } catch {
        // Not there, or not to be read: the next place may have it.
      }
    }
    return [];
  });
  const index = new BibliographyIndex(read);
  return { has: key => index.has(key), complete: read.length === paths.length };
}
