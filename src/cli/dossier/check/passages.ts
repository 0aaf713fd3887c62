import type { SourceDocument } from '../../../core/dossier/records.ts';
import type { Fault } from '../faults.ts';
import type { Entry } from '../load.ts';
import { entryFault, type Rule } from './rule.ts';

/** The text regions are numbered 1 to n in order, and so are the précis. */
export const passages: Rule = {
  id: 'passages',
  *check({ documents }) {
    for (const entry of documents) {
      yield* regionNumbers(entry);
      yield* precisNumbers(entry);
    }
  },
};

function* regionNumbers(entry: Entry<SourceDocument>): Iterable<Fault> {
  const { precis } = entry.file;
  let expected = 1;
  for (const [index, { kind, passage }] of entry.record.regions.entries()) {
    if (kind !== 'text' || passage === undefined) continue;
    const fault = (message: string): Fault =>
      entryFault('passages', entry, ['regions', index, 'passage'], message);
    if (passage !== expected) yield fault(`is ${passage} where ${expected} comes next`);
    if (!precis.some(item => item.number === passage)) {
      yield fault(`passage ${passage} has no précis below the front matter: add a line "${passage}. …"`);
    }
    expected = passage + 1;
  }
}

function* precisNumbers({ record, file }: Entry<SourceDocument>): Iterable<Fault> {
  const numbers = new Set(record.passages.map(passage => passage.number));
  let expected = 1;
  for (const { number, line, column } of file.precis) {
    const fault = { file: file.path, line, column, field: `précis ${number}`, rule: 'passages' };
    if (number !== expected) yield { ...fault, message: `stands where précis ${expected} comes next` };
    if (!numbers.has(number)) yield { ...fault, message: `no region of kind text has passage ${number}` };
    expected = number + 1;
  }
}
