import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const MODULES = join(import.meta.dirname, '../../../../node_modules');

/** The Markdown files of the installed packages: hundreds of files that nobody wrote for our tests. */
export function readmes(): { readonly name: string; readonly text: string }[] {
  return readdirSync(MODULES, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ name: relative(MODULES, path), text: readFileSync(path, 'utf8') }));
}
