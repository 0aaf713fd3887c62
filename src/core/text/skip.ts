/**
 * Where from `at` on, before `stop`, the first unit stands for which a table of all units has something; `stop` where none
 * does. A loop by itself, since V8 keeps one that has nothing else to do in registers: nearly all of an analysis is spent here.
 */
export function skip(text: string, at: number, stop: number, table: Uint8Array): number {
  let pos = at;
  while (pos < stop && table[text.charCodeAt(pos)] === 0) pos++;
  return pos;
}
