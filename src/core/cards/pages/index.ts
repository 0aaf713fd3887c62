import type { Dossier } from '../../dossier/dossier.ts';
import { parsePassageId, type RecordReference } from '../../dossier/reference.ts';
import type { Voice } from '../../dossier/translate.ts';
import type { Page } from '../page.ts';
import { disputePage } from './dispute-page.ts';
import { documentPage, passageAnchor } from './document-page.ts';
import { meetingPage } from './meeting-page.ts';
import { personPage } from './person-page.ts';

/** The page on which a reference stands, and the place on it. */
export interface PageLocation {
  readonly reference: RecordReference;
  /** The fragment of a heading on the page. */
  readonly anchor?: string;
}

/** Passages and quotations stand on their document's page. `undefined` where the dossier does not know the reference. */
export function locatePage(
  dossier: Dossier,
  reference: RecordReference,
  { t }: Voice,
): PageLocation | undefined {
  const onDocument = (id: string, passage: number | undefined): PageLocation | undefined => {
    const page = { reference: { type: 'document' as const, id } };
    if (passage === undefined) return page;
    return dossier.passage(id, passage) && { ...page, anchor: passageAnchor(passage, t) };
  };
  switch (reference.type) {
    case 'passage': {
      const place = parsePassageId(reference.id);
      return place && onDocument(place.document, place.number);
    }
    case 'quotation': {
      const located = dossier.quotation(reference.id);
      return located && onDocument(located.document.id, located.quotation.passage);
    }
    default:
      return pageOf(dossier, reference) ? { reference } : undefined;
  }
}

function pageOf(dossier: Dossier, { type, id }: RecordReference) {
  if (type === 'person') return dossier.people.get(id);
  if (type === 'meeting') return dossier.meetings.get(id);
  if (type === 'document') return dossier.documents.get(id);
  return type === 'dispute' ? dossier.disputes.get(id) : undefined;
}

/** The page of a person, meeting, document or dispute; `undefined` where there is none. */
export function buildPage(dossier: Dossier, { type, id }: RecordReference, voice: Voice): Page | undefined {
  if (type === 'person') {
    const person = dossier.people.get(id);
    return person && personPage(dossier, person, voice);
  }
  if (type === 'meeting') {
    const meeting = dossier.meetings.get(id);
    return meeting && meetingPage(dossier, meeting, voice);
  }
  if (type === 'document') {
    const document = dossier.documents.get(id);
    return document && documentPage(dossier, document, voice);
  }
  const dispute = type === 'dispute' ? dossier.disputes.get(id) : undefined;
  return dispute && disputePage(dossier, dispute, voice);
}
