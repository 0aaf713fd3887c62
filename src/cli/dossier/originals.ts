import { createHash } from 'node:crypto';
import type { SourceDocument } from '../../core/dossier/records.ts';
import { FileError, readBytes } from '../files.ts';
import { type Fault, faultAt } from './faults.ts';
import type { Entry } from './load.ts';
import { joinPath } from './read.ts';

/** A document with its received text. */
export interface Original {
  readonly document: Entry<SourceDocument>;
  readonly text: string;
}

/**
 * Reads the received texts of the documents from a folder. A file that is missing, or is not the one of which the record
 * speaks, is a fault of the record's `source`, and nothing more is said of it.
 */
export function readOriginals(
  documents: readonly Entry<SourceDocument>[],
  folder: string,
): { originals: readonly Original[]; faults: readonly Fault[] } {
  const originals: Original[] = [];
  const faults: Fault[] = [];
  for (const document of documents) {
    const { file, length, sha256 } = document.record.source;
    const fault = (field: string, message: string): void => {
      faults.push(faultAt('originals', document.file, ['source', field], message));
    };
    const path = joinPath(folder, file);
    let bytes: Uint8Array;
    try {
      bytes = readBytes(path);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fault('file', `${path} cannot be read: ${error.message}`);
      continue;
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (actual !== sha256)
      fault('sha256', `${path} has ${actual}: it is another file than the record speaks of`);
    else if (text.length !== length)
      fault('length', `${path} has ${text.length} UTF-16 units, not ${length}`);
    else originals.push({ document, text });
  }
  return { originals, faults };
}
