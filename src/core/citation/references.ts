import { type Dossier, isPassageEvidence, isRecordEvidence } from '../dossier/dossier.ts';
import type { Evidence, PublicRecord } from '../dossier/records.ts';
import { parsePassageId, type RecordReference } from '../dossier/reference.ts';
import type { CslItem } from './csl-item.ts';
import { doiAddress } from './doi.ts';
import { type Locator, locatorText, paragraphLocator } from './locators.ts';
import { isWebAddress } from './rich-text.ts';
import type { Place } from './styles/style.ts';
import { type CitableWork, NO_WORKS, type Works, worksOf } from './works.ts';

/** A place in a work; the whole of it where it has neither. */
export interface CitedPlace {
  readonly paragraphs: readonly number[];
  /** A place that is counted otherwise; the paragraphs are then none. */
  readonly locator?: Locator;
}

/** What a citation points to: a work, whole or at some place in it, or an entry of a public record. */
export type Reference =
  | CitedWork
  | {
      readonly kind: 'public-record';
      readonly record: PublicRecord;
      /** The entry's id within the record. */
      readonly entry: string;
      readonly url: string;
    };

export interface CitedWork extends CitedPlace {
  readonly kind: 'work';
  readonly work: CitableWork;
  /** The words of the recorded quotation that is cited, as printed. */
  readonly words?: string;
}

/** Why there is nothing to cite: no such record, a person (who is no source), or nothing that supports it. */
export type NothingToCite = 'unknown' | 'person' | 'no-evidence';

export type Resolved =
  | { readonly references: readonly Reference[] }
  | { readonly references: readonly []; readonly reason: NothingToCite };

/**
 * What stands behind a record. A passage and a quotation cite their paragraph. A meeting or a dispute cites the paragraphs
 * that support it, or, where only public records attest it, their entries. Evidence that only contradicts is left out.
 * @param own works that can be cited as documents beside those of the dossier.
 */
export function resolveReference(
  dossier: Dossier,
  { type, id }: RecordReference,
  own: Works = NO_WORKS,
): Resolved {
  switch (type) {
    case 'document':
      return at(worksOf(dossier, own).get(id));
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

function at(work: CitableWork | undefined, paragraph?: number, words?: string): Resolved {
  if (!work) return nothing('unknown');
  const paragraphs = paragraph === undefined ? [] : [paragraph];
  return { references: [{ kind: 'work', work, paragraphs, ...(words !== undefined && { words }) }] };
}

function evidenced(dossier: Dossier, evidence: readonly Evidence[]): Resolved {
  const supporting = evidence.filter(
    ({ supports = [], contradicts = [] }) => supports.length > 0 || contradicts.length === 0,
  );
  const documents = supporting.filter(isPassageEvidence).flatMap((item): Reference[] => {
    const work = dossier.documents.get(item.document);
    if (!work) return [];
    return [{ kind: 'work', work, paragraphs: item.passage === undefined ? [] : [item.passage] }];
  });
  const entries = supporting.filter(isRecordEvidence).flatMap((item): Reference[] => {
    const record = dossier.publicRecords.get(item.record);
    return record ? [{ kind: 'public-record', record, entry: item.id, url: item.url }] : [];
  });
  const references = mergeReferences(documents.length > 0 ? documents : entries);
  return references.length > 0 ? { references } : nothing('no-evidence');
}

/** The same works and entries, each once, where it comes first; a work with the paragraphs of all its references. */
export function mergeReferences(references: readonly Reference[]): readonly Reference[] {
  const merged = new Map<string, Reference>();
  for (const reference of references) {
    const id = referenceId(reference);
    const known = merged.get(id);
    if (known?.kind === 'work' && reference.kind === 'work') {
      const paragraphs = [...new Set([...known.paragraphs, ...reference.paragraphs])].sort((a, b) => a - b);
      merged.set(id, { ...known, paragraphs });
    } else if (!known) merged.set(id, reference);
  }
  return [...merged.values()];
}

const referenceId = (reference: Reference): string =>
  reference.kind === 'work' ? `work ${reference.work.id}` : `record ${reference.url}`;

/** The bibliographic fields of what is cited; a public record is a page of its publisher. */
export function fieldsOf(reference: Reference): CslItem {
  if (reference.kind === 'work') return reference.work.csl;
  const { name, publisher } = reference.record;
  return { type: 'webpage', title: name, publisher, URL: reference.url };
}

/** The address at which what is cited can be read: its own, or that of its DOI. */
export function addressOf(reference: Reference): string | undefined {
  const { URL, DOI } = fieldsOf(reference);
  return isWebAddress(URL) ? URL : doiAddress(DOI);
}

/** The key by which other programs know what is cited. */
export const keyOf = (reference: Reference): string =>
  reference.kind === 'work' ? reference.work.id : `${reference.record.id}-${reference.entry}`;

/** By which a reader knows what is cited in a line. */
export const nameOf = (reference: Reference): string =>
  reference.kind === 'work' ? reference.work.shortName : reference.record.name;

/** The place that is cited, as styles take it. */
export function placeIn(reference: Reference): Place {
  if (reference.kind !== 'work') return [];
  return reference.locator ?? reference.paragraphs;
}

/**
 * The place that is cited in words, `para. 5`, `pp. 33-35`, as Pandoc reads them; `undefined` for the whole.
 * @param dash between the ends of a run: a hyphen in a key's locator, an en dash in print.
 */
export function placeText(reference: Reference, dash: string): string | undefined {
  if (reference.kind !== 'work') return undefined;
  const { locator, paragraphs } = reference;
  return locator ? locatorText(locator, dash) : paragraphLocator(paragraphs, dash);
}
