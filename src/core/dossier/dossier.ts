import { compareEdtf, type EdtfDate, overlaps, parseEdtf } from './edtf.ts';
import { addTo } from './keyed.ts';
import type {
  Dispute,
  DossierRecords,
  Evidence,
  Meeting,
  Office,
  Passage,
  PassageEvidence,
  Person,
  PublicRecord,
  Quotation,
  RecordEvidence,
  Relation,
  SourceDocument,
} from './records.ts';

/** Opposite whom the secretaries stand. */
export const LAVROV = 'lavrov-sergey';
/** The office whose holders are "the secretaries". */
export const SECRETARY_OF_STATE = 'us-secretary-of-state';

export const isPassageEvidence = (evidence: Evidence): evidence is PassageEvidence => 'document' in evidence;
export const isRecordEvidence = (evidence: Evidence): evidence is RecordEvidence => 'record' in evidence;

/** Whether a document is of the lowest grades: what it alone says is never told as fact. */
export const isWeak = ({ assessment }: SourceDocument): boolean => assessment.reliability >= 'E';

/** A quotation together with the document it stands in. */
export interface LocatedQuotation {
  readonly document: SourceDocument;
  readonly quotation: Quotation;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map(record => [record.id, record]));

/** The days on which an office was held; a tenure without an end lasts. */
export const tenureOf = ({ from, to }: Office): Pick<EdtfDate, 'earliest' | 'latest'> => ({
  earliest: from ? parseEdtf(from).earliest : null,
  latest: to ? parseEdtf(to).latest : null,
});

/**
 * All records with what is asked of them most. Immutable: a change makes a new one. Look-ups that need an order over all
 * meetings are made once, on first use.
 */
export class Dossier {
  readonly people: ReadonlyMap<string, Person>;
  /** Oldest first. */
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  readonly publicRecords: ReadonlyMap<string, PublicRecord>;
  readonly #dates = new Map<string, EdtfDate>();
  #meetingsByPerson: ReadonlyMap<string, readonly Meeting[]> | undefined;

  constructor(records: DossierRecords) {
    this.people = byId(records.people);
    this.documents = byId(records.documents);
    this.disputes = byId(records.disputes);
    this.publicRecords = byId(records.records);
    for (const meeting of records.meetings) this.#dates.set(meeting.id, parseEdtf(meeting.date));
    this.meetings = byId(
      [...records.meetings].sort(
        (a, b) => compareEdtf(this.dateOf(a), this.dateOf(b)) || (a.id < b.id ? -1 : 1),
      ),
    );
  }

  /** The date of a meeting of this dossier, read once. */
  dateOf(meeting: Meeting): EdtfDate {
    return this.#dates.get(meeting.id) ?? parseEdtf(meeting.date);
  }

  /** The holders of the office of secretary of state, in the order of their tenure. */
  get secretaries(): readonly Person[] {
    return this.holdersOf(SECRETARY_OF_STATE);
  }

  /** Everyone who held an office, in the order of their tenure. */
  holdersOf(office: string): readonly Person[] {
    const start = (person: Person): string => this.office(person, office)?.from ?? '';
    return [...this.people.values()]
      .filter(person => this.office(person, office))
      .sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
  }

  /** The person's tenure of an office, where they held it. */
  office(person: Person, office: string): Office | undefined {
    return person.offices.find(held => held.office === office);
  }

  /** The offices that the person can have held on the date. */
  officesAt(person: Person, date: EdtfDate): readonly Office[] {
    return person.offices.filter(office => (office.from || office.to) && overlaps(tenureOf(office), date));
  }

  /** Meetings in which the person takes part, oldest first. */
  meetingsOf(person: string): readonly Meeting[] {
    if (!this.#meetingsByPerson) {
      const all = new Map<string, Meeting[]>();
      for (const meeting of this.meetings.values()) {
        for (const { person: participant } of meeting.participants) addTo(all, participant, meeting);
      }
      this.#meetingsByPerson = all;
    }
    return this.#meetingsByPerson.get(person) ?? [];
  }

  /**
   * Meetings of the two with each other, oldest first, parts included; not those of which the record leaves open whether
   * they were there together.
   */
  meetingsBetween(one: string, other: string): readonly Meeting[] {
    const together = (meeting: Meeting, person: string): boolean =>
      meeting.participants.some(participant => participant.person === person && !participant.separately);
    return this.meetingsOf(one).filter(meeting => together(meeting, one) && together(meeting, other));
  }

  /** The parts of a meeting, oldest first. */
  partsOf(meeting: string): readonly Meeting[] {
    return [...this.meetings.values()].filter(part => part.partOf === meeting);
  }

  passage(document: string, number: number): Passage | undefined {
    return this.documents.get(document)?.passages[number - 1];
  }

  quotation(id: string): LocatedQuotation | undefined {
    for (const document of this.documents.values()) {
      const quotation = document.quotations.find(candidate => candidate.id === id);
      if (quotation) return { document, quotation };
    }
    return undefined;
  }

  /** What the person said, by the documents; terms in quotation marks are left out. */
  quotationsOf(person: string): readonly LocatedQuotation[] {
    return [...this.documents.values()].flatMap(document =>
      document.quotations
        .filter(quotation => quotation.speaker === person && quotation.kind !== 'not-speech')
        .map(quotation => ({ document, quotation })),
    );
  }

  /** Documents that name the person in their own text. */
  documentsAbout(person: string): readonly SourceDocument[] {
    return [...this.documents.values()].filter(document =>
      document.regions.some(region => region.mentions?.includes(person)),
    );
  }

  disputesAbout(subject: { person?: string; meeting?: string }): readonly Dispute[] {
    return [...this.disputes.values()].filter(
      dispute =>
        (subject.person !== undefined && dispute.about.people.includes(subject.person)) ||
        (subject.meeting !== undefined && dispute.about.meetings.includes(subject.meeting)),
    );
  }

  /** Relations in which the person stands, whoever's record holds them, with all people of each. */
  relationsOf(
    person: string,
  ): readonly { readonly relation: Relation; readonly people: readonly string[] }[] {
    return [...this.people.values()].flatMap(holder =>
      (holder.relations ?? [])
        .map(relation => ({ relation, people: [holder.id, ...relation.with] }))
        .filter(({ people }) => people.includes(person)),
    );
  }

  /** Documents whose passages are evidence for something, each once; what only contradicts it is left out. */
  documentsOf(evidence: readonly Evidence[]): readonly SourceDocument[] {
    const supporting = evidence.filter(isPassageEvidence).filter(pointer => pointer.supports?.length);
    const ids = new Set(supporting.map(pointer => pointer.document));
    return [...ids].flatMap(id => this.documents.get(id) ?? []);
  }
}
