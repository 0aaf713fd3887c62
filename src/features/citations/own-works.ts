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

/** The bibliography files of a document, so far as they are read, and as they are once all of them are. */
export interface OwnFiles {
  readonly now: DocumentBibliography | undefined;
  readonly later: Promise<DocumentBibliography>;
}

/**
 * The files whose works a picker offers; none where there is no document.
 * @param preselected what the picker begins with: where it is one of the works, the files are read before.
 */
export async function ownFiles(
  bibliographies: Bibliographies,
  document: vscode.TextDocument | undefined,
  dossier: Dossier,
  preselected?: RecordReference,
): Promise<OwnFiles | undefined> {
  if (!document) return undefined;
  await ownWorksFor(bibliographies, document, dossier, preselected ? [preselected] : []);
  return { now: bibliographies.peek(document)?.bibliography, later: bibliographies.get(document) };
}

/** Opens the bibliography file at the entry of a key. */
export async function showEntry(bibliography: DocumentBibliography, key: string): Promise<void> {
  const place = entryLocation(bibliography, key);
  if (place) await vscode.window.showTextDocument(place.uri, { selection: place.range });
}
