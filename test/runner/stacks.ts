import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * A function that rewrites the stack of an error in a test bundle: frames of the bundle name the file and line of the
 * source, and frames of the host and of mocha, in which nobody looks for the fault, go.
 *
 * @param bundle the path of the bundle, which has its source map beside it
 */
export function stackReader(bundle: string): (error: string) => string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const frame = new RegExp(
    `${path.basename(bundle).replaceAll('.', '\\.')}(#vscode-extension)?:(\\d+):(\\d+)`,
  );
  const place = (line: string): string | undefined => {
    const match = frame.exec(line);
    if (match === null) return undefined;
    // In a worker the module is the body of a function, which puts two lines before it.
    const row = Number(match[2]) - (match[1] === undefined ? 0 : 2);
    const origin = map.findOrigin(row, Number(match[3]));
    if (!('fileName' in origin)) return undefined;
    const file = path.relative(ROOT, path.resolve(path.dirname(bundle), origin.fileName));
    return file.includes('node_modules/') ? undefined : `${file}:${origin.lineNumber}:${origin.columnNumber}`;
  };
  return error => {
    const lines = error.split('\n').flatMap(line => {
      if (!/^\s+at /.test(line)) return [line];
      const source = place(line);
      return source === undefined ? [] : [`    at ${source}`];
    });
    return lines.join('\n');
  };
}
