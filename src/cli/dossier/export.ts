import { isRecordEvidence } from '../../core/dossier/dossier.ts';
import type {
  Dispute,
  Evidence,
  Meeting,
  Person,
  Quotation,
  SourceDocument,
} from '../../core/dossier/records.ts';
import { type LoadedDossier, recordsOf } from './load.ts';

/**
 * A dossier without faults as one JSON text for other programs. Its form is that of `data/schemas/export.schema.json`:
 * fields without a value are left out, but those that every entry has are `null`. The same records give the same bytes.
 */
export function exportDossier(dossier: LoadedDossier): string {
  const { people, meetings, documents, disputes, records } = recordsOf(dossier);
  const evidence = evidenceOf(documents);
  return `${JSON.stringify(
    {
      people: people.map(person => personOf(person, evidence)),
      meetings: meetings.map(meeting => meetingOf(meeting, evidence)),
      relations: people.flatMap(person => relationsOf(person, evidence)),
      documents: documents.map(documentOf),
      quotations: documents.flatMap(({ id, quotations }) =>
        quotations.map(quotation => quotationOf(id, quotation)),
      ),
      figures: documents.flatMap(({ id, figures }) =>
        figures.map(({ passage, start, end, value, hedge, what }) => ({
          document: id,
          passage,
          start,
          end,
          value,
          hedge,
          what,
        })),
      ),
      flaws: documents.flatMap(({ id, flaws }) =>
        flaws.map(({ kind, start, end, note }) => ({ document: id, kind, start, end, note })),
      ),
      disputes: disputes.map(dispute => disputeOf(dispute, evidence)),
      records,
    },
    null,
    2,
  )}\n`;
}

type ToEvidence = (list: readonly Evidence[]) => readonly object[];

/** Evidence as it is exported: a pointer into a document has a start and an end, those of its passage if no narrower. */
const evidenceOf =
  (documents: readonly SourceDocument[]): ToEvidence =>
  list =>
    list.map(item => {
      const { supports, contradicts, note } = item;
      if (isRecordEvidence(item)) {
        const { record, id, url } = item;
        return { record, id, url, supports, contradicts, note };
      }
      const { document, passage: number } = item;
      const passage = documents
        .find(({ id }) => id === document)
        ?.passages.find(candidate => candidate.number === number);
      const start = item.start ?? passage?.start;
      const end = item.end ?? passage?.end;
      return { document, passage: number ?? null, start, end, supports, contradicts, note };
    });

const personOf = (person: Person, evidence: ToEvidence): object => ({
  id: person.id,
  name: person.name,
  forms: person.forms.map(({ form }) => form),
  offices: person.offices.map(office => ({
    office: office.office,
    from: office.from ?? null,
    to: office.to ?? null,
    title: office.title,
    note: office.note,
    evidence: evidence(office.evidence),
  })),
  surfaceForms: person.surfaceForms ?? {},
  sortName: person.sortName,
  gender: person.gender,
  description: person.description,
  nameForms: person.forms,
  identifiers: person.identifiers,
  confusableWith: person.confusableWith,
});

const relationsOf = ({ id, relations = [] }: Person, evidence: ToEvidence): readonly object[] =>
  relations.map(relation => ({
    id: relation.id,
    people: [id, ...relation.with],
    period: relation.period,
    summary: relation.summary,
    evidence: evidence(relation.evidence),
  }));

function meetingOf(meeting: Meeting, evidence: ToEvidence): object {
  const { participants, dateBasis, place } = meeting;
  const apart = participants.filter(({ separately }) => separately).map(({ person }) => person);
  const roles = participants.flatMap(({ person, role }) => (role === undefined ? [] : [[person, role]]));
  return {
    id: meeting.id,
    kind: meeting.kind,
    status: meeting.status,
    participants: participants.map(({ person }) => person),
    date: meeting.date,
    dateBasis: dateBasis.kind,
    place: place?.name ?? null,
    topics: meeting.topics,
    partOf: meeting.partOf,
    evidence: evidence(meeting.evidence),
    summary: meeting.summary,
    roles: roles.length === 0 ? undefined : Object.fromEntries(roles),
    separately: apart.length === 0 ? undefined : apart,
    others: meeting.others,
    count: meeting.count,
    dateExpression: dateBasis.expression,
    dateReasoning: dateBasis.reasoning,
    venue: place?.venue,
    country: place?.country,
  };
}

function documentOf(document: SourceDocument): object {
  const { csl, basis, source } = document;
  const issued = csl.issued ?? null;
  return {
    id: document.id,
    source: source.file,
    title: csl.title,
    issued,
    issuedBasis: basis['issued'] ?? (issued === null ? null : 'printed in the text'),
    assessment: document.assessment,
    regions: document.regions,
    passages: document.passages,
    shortName: document.shortName,
    length: source.length,
    sha256: source.sha256,
    summary: document.summary,
    csl,
    basis,
  };
}

const quotationOf = (document: string, quotation: Quotation): object => ({
  id: quotation.id,
  document,
  passage: quotation.passage ?? null,
  start: quotation.start,
  end: quotation.end,
  words: quotation.words,
  speaker: quotation.speaker ?? null,
  reportedBy: quotation.reportedBy,
  kind: quotation.kind,
  addressee: quotation.addressee,
  date: quotation.date,
  sic: quotation.sic,
  note: quotation.note,
});

const disputeOf = (dispute: Dispute, evidence: ToEvidence): object => ({
  id: dispute.id,
  question: dispute.question,
  positions: dispute.positions.map(({ claim, evidence: list }) => ({ claim, evidence: evidence(list) })),
  assessment: dispute.assessment,
  about: dispute.about,
});
