import * as vscode from 'vscode';
import { entryWorks, NO_WORKS, type OwnWorks } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { type DocumentBibliography, entryLocation } from '../../platform/bibliography-reader.ts';

/** The works of the bibliography files of a document; none where there is no document. */
export async function ownWorks(
  bibliographies: Bibliographies,
  document: vscode.TextDocument | undefined,
): Promise<OwnWorks> {
  return document ? entryWorks((await bibliographies.get(document)).index) : NO_WORKS;
}

/** {@link ownWorks}, where a record needs them because the dossier has no such document: else no file is read. */
export const ownWorksFor = (
  bibliographies: Bibliographies,
  document: vscode.TextDocument | undefined,
  dossier: Dossier,
  records: readonly RecordReference[],
): Promise<OwnWorks> =>
  records.some(({ type, id }) => type === 'document' && !dossier.documents.has(id))
    ? ownWorks(bibliographies, document)
    : Promise.resolve(NO_WORKS);

/** Opens the bibliography file at the entry of a key. */
export async function showEntry(bibliography: DocumentBibliography, key: string): Promise<void> {
  const place = entryLocation(bibliography, key);
  if (place) await vscode.window.showTextDocument(place.uri, { selection: place.range });
}
