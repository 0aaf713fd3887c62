import { type Dossier, isPassageEvidence, isRecordEvidence } from '../dossier/dossier.ts';
import type { CslFields, Evidence, PublicRecord, SourceDocument } from '../dossier/records.ts';
import { parsePassageId, type RecordReference } from '../dossier/reference.ts';

/** What a citation points to: a document, whole or at some of its paragraphs, or an entry of a public record. */
export type Reference =
  | {
      readonly kind: 'document';
      readonly document: SourceDocument;
      readonly paragraphs: readonly number[];
      /** The words of the recorded quotation that is cited, as printed. */
      readonly words?: string;
    }
  | {
      readonly kind: 'public-record';
      readonly record: PublicRecord;
      /** The entry's id within the record. */
      readonly entry: string;
      readonly url: string;
    };

/** Why there is nothing to cite: no such record, a person (who is no source), or nothing that supports it. */
export type NothingToCite = 'unknown' | 'person' | 'no-evidence';

export type Resolved =
  | { readonly references: readonly Reference[] }
  | { readonly references: readonly []; readonly reason: NothingToCite };

/**
 * What stands behind a record. A passage and a quotation cite their paragraph. A meeting or a dispute cites the paragraphs
 * that support it, or, where only public records attest it, their entries. Evidence that only contradicts is left out.
 */
export function resolveReference(dossier: Dossier, { type, id }: RecordReference): Resolved {
  switch (type) {
    case 'document':
      return at(dossier.documents.get(id));
    case 'passage': {
      const place = parsePassageId(id);
      const passage = place && dossier.passage(place.document, place.number);
      return passage ? at(dossier.documents.get(place.document), passage.number) : nothing('unknown');
    }
    case 'quotation': {
      const found = dossier.quotation(id);
      return found ? at(found.document, found.quotation.passage, found.quotation.words) : nothing('unknown');
    }
    case 'meeting': {
      const meeting = dossier.meetings.get(id);
      return meeting ? evidenced(dossier, meeting.evidence) : nothing('unknown');
    }
    case 'dispute': {
      const dispute = dossier.disputes.get(id);
      return dispute
        ? evidenced(
            dossier,
            dispute.positions.flatMap(position => position.evidence),
          )
        : nothing('unknown');
    }
    case 'person':
      return nothing(dossier.people.has(id) ? 'person' : 'unknown');
  }
}

const nothing = (reason: NothingToCite): Resolved => ({ references: [], reason });

function at(document: SourceDocument | undefined, paragraph?: number, words?: string): Resolved {
  if (!document) return nothing('unknown');
  const paragraphs = paragraph === undefined ? [] : [paragraph];
  return { references: [{ kind: 'document', document, paragraphs, ...(words !== undefined && { words }) }] };
}

function evidenced(dossier: Dossier, evidence: readonly Evidence[]): Resolved {
  const supporting = evidence.filter(
    ({ supports = [], contradicts = [] }) => supports.length > 0 || contradicts.length === 0,
  );
  const documents = supporting.filter(isPassageEvidence).flatMap((item): Reference[] => {
    const document = dossier.documents.get(item.document);
    if (!document) return [];
    return [{ kind: 'document', document, paragraphs: item.passage === undefined ? [] : [item.passage] }];
  });
  const entries = supporting.filter(isRecordEvidence).flatMap((item): Reference[] => {
    const record = dossier.publicRecords.get(item.record);
    return record ? [{ kind: 'public-record', record, entry: item.id, url: item.url }] : [];
  });
  const references = mergeReferences(documents.length > 0 ? documents : entries);
  return references.length > 0 ? { references } : nothing('no-evidence');
}

/** The same documents and entries, each once, where it comes first; a document with the paragraphs of all its references. */
export function mergeReferences(references: readonly Reference[]): readonly Reference[] {
  const merged = new Map<string, Reference>();
  for (const reference of references) {
    const id = referenceId(reference);
    const known = merged.get(id);
    if (known?.kind === 'document' && reference.kind === 'document') {
      const paragraphs = [...new Set([...known.paragraphs, ...reference.paragraphs])].sort((a, b) => a - b);
      merged.set(id, { ...known, paragraphs });
    } else if (!known) merged.set(id, reference);
  }
  return [...merged.values()];
}

const referenceId = (reference: Reference): string =>
  reference.kind === 'document' ? `document ${reference.document.id}` : `record ${reference.url}`;

/** The bibliographic fields of what is cited; a public record is a page of its publisher. */
export function fieldsOf(reference: Reference): CslFields {
  if (reference.kind === 'document') return reference.document.csl;
  const { name, publisher } = reference.record;
  return { type: 'webpage', title: name, publisher, URL: reference.url };
}
