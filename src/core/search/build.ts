import MiniSearch from 'minisearch';
import { parseEdtf } from '../dossier/edtf.ts';
import type { CslName, DossierRecords, Evidence, SourceDocument } from '../dossier/records.ts';
import { passageId } from '../dossier/reference.ts';
import { dateWords } from './dates.ts';
import { type Entry, type EntryType, SEARCH_OPTIONS } from './options.ts';
import { type PackedIndex, packIndex } from './packed.ts';

/** The words of each passage's original, by document id; the passages in order. */
export type TermsByDocument = Readonly<Record<string, readonly (readonly string[])[]>>;

const entryKey = (type: EntryType, id: string): string => `${type}:${id}`;

type MakeEntry = (type: EntryType, id: string, fields: Partial<Entry> & { title: string }) => Entry;

const joined = (parts: readonly (string | number | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join(' ');

const dated = (date: string | undefined): string => (date === undefined ? '' : dateWords(parseEdtf(date)));

const notesOf = (evidence: readonly Evidence[]): string => joined(evidence.map(({ note }) => note));

/** The words of a code: `news-conference` is a news conference. */
const plain = (code: string): string => code.replaceAll('-', ' ');

/** Everything that can be found, as the index takes it in. */
export function searchEntries(records: DossierRecords, terms: TermsByDocument): Entry[] {
  const names = new Map(
    records.people.map(person => [
      person.id,
      [person.name, ...person.forms.map(form => form.form)].join(' '),
    ]),
  );
  const namesOf = (people: readonly string[]): string =>
    people.map(person => names.get(person) ?? person).join(' ');
  const entry: MakeEntry = (type, id, fields) => ({
    names: '',
    text: '',
    date: '',
    terms: '',
    weight: 1,
    ...fields,
    key: entryKey(type, id),
  });
  const places = new Map(records.meetings.map(({ id, place }) => [id, place?.name]));

  return [
    ...records.people.map(person =>
      entry('person', person.id, {
        weight: 3,
        title: person.name,
        names: namesOf([person.id]),
        text: joined([
          person.description,
          ...person.offices.flatMap(office => [office.title, office.note]),
          ...(person.relations ?? []).map(({ summary }) => summary),
        ]),
      }),
    ),
    ...records.meetings.map(meeting =>
      entry('meeting', meeting.id, {
        weight: meeting.status !== 'attested' ? 0.7 : meeting.partOf === undefined ? 1.5 : 1,
        title: [meeting.place?.name, meeting.place?.venue, meeting.place?.country].filter(Boolean).join(' '),
        names: namesOf(meeting.participants.map(participant => participant.person)),
        text: joined([
          plain(meeting.kind),
          meeting.status,
          ...meeting.topics,
          meeting.summary,
          meeting.others,
          ...meeting.participants.map(({ role }) => role),
          meeting.dateBasis.expression,
          notesOf(meeting.evidence),
        ]),
        date: dated(meeting.date),
      }),
    ),
    ...records.disputes.map(dispute =>
      entry('dispute', dispute.id, {
        title: dispute.question,
        names: namesOf(dispute.about.people),
        text: joined([
          ...dispute.positions.flatMap(({ claim, evidence }) => [claim, notesOf(evidence)]),
          dispute.assessment,
          ...dispute.about.meetings.map(id => places.get(id)),
        ]),
      }),
    ),
    ...records.documents.flatMap(document => documentEntries(document, terms, namesOf, entry)),
  ];
}

/** These have fields of their own, or say nothing that is looked for. */
const ELSEWHERE = new Set(['title', 'author', 'issued', 'accessed', 'language']);

function documentEntries(
  document: SourceDocument,
  terms: TermsByDocument,
  namesOf: (people: readonly string[]) => string,
  entry: MakeEntry,
): Entry[] {
  const { csl, assessment } = document;
  const nameOf = (name: CslName): string =>
    'literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`;
  // All fields, since an own dossier may have more of them than the bundled one: a place, an edition, a number.
  const fields = Object.entries(csl).map(([field, value]) =>
    ELSEWHERE.has(field) || typeof value !== 'string' ? '' : field === 'type' ? plain(value) : value,
  );
  return [
    entry('document', document.id, {
      title: csl.title,
      names: (csl.author ?? []).map(nameOf).join(' '),
      text: joined([
        document.id,
        document.shortName,
        ...fields,
        document.summary,
        `${assessment.reliability}${assessment.credibility}`,
        assessment.reason,
        ...document.flaws.flatMap(({ kind, note }) => [plain(kind), note]),
      ]),
      date: dated(csl.issued),
    }),
    ...document.passages.map(passage =>
      entry('passage', passageId(document.id, passage.number), {
        title: document.shortName,
        names: namesOf(passage.mentions),
        text: joined([
          passage.precis,
          ...document.figures
            .filter(figure => figure.passage === passage.number)
            .flatMap(({ value, what }) => [value, what]),
        ]),
        terms: (terms[document.id]?.[passage.number - 1] ?? []).join(' '),
      }),
    ),
    ...document.quotations
      .filter(quotation => quotation.kind !== 'not-speech')
      .map(quotation =>
        entry('quotation', quotation.id, {
          title: document.shortName,
          names: namesOf(
            [quotation.speaker, quotation.reportedBy, quotation.addressee].filter(who => who !== undefined),
          ),
          text: joined([quotation.words, quotation.note]),
          date: dated(quotation.date),
        }),
      ),
  ];
}

/** The index over all records, ready to be serialised and to be loaded by `Searcher.load`. */
export function buildSearchIndex(records: DossierRecords, terms: TermsByDocument): PackedIndex {
  const index = new MiniSearch<Entry>(SEARCH_OPTIONS);
  index.addAll(searchEntries(records, terms));
  return packIndex(index.toJSON());
}
