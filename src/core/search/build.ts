import MiniSearch, { type AsPlainObject } from 'minisearch';
import { formatEdtf } from '../dossier/date-format.ts';
import { parseEdtf } from '../dossier/edtf.ts';
import type { DossierRecords, SourceDocument } from '../dossier/records.ts';
import { passageId } from '../dossier/reference.ts';
import { type Entry, type EntryType, SEARCH_OPTIONS } from './options.ts';

/** The words of each passage's original, by document id; the passages in order. */
export type TermsByDocument = Readonly<Record<string, readonly (readonly string[])[]>>;

const entryKey = (type: EntryType, id: string): string => `${type}:${id}`;

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
  const entry = (type: EntryType, id: string, fields: Partial<Entry> & { title: string }): Entry => ({
    names: '',
    text: '',
    date: '',
    terms: '',
    weight: 1,
    ...fields,
    key: entryKey(type, id),
  });

  return [
    ...records.people.map(person =>
      entry('person', person.id, {
        weight: 3,
        title: person.name,
        names: namesOf([person.id]),
        text: [person.description ?? '', ...person.offices.map(office => office.title)].join(' '),
      }),
    ),
    ...records.meetings.map(meeting =>
      entry('meeting', meeting.id, {
        weight: meeting.status !== 'attested' ? 0.7 : meeting.partOf === undefined ? 1.5 : 1,
        title: [meeting.place?.name, meeting.place?.venue, meeting.place?.country].filter(Boolean).join(' '),
        names: namesOf(meeting.participants.map(participant => participant.person)),
        text: [meeting.kind.replaceAll('-', ' '), ...meeting.topics, meeting.summary].join(' '),
        date: formatEdtf(parseEdtf(meeting.date)),
      }),
    ),
    ...records.disputes.map(dispute =>
      entry('dispute', dispute.id, {
        title: dispute.question,
        names: namesOf(dispute.about.people),
        text: [...dispute.positions.map(position => position.claim), dispute.assessment].join(' '),
      }),
    ),
    ...records.documents.flatMap(document => documentEntries(document, terms, namesOf, entry)),
  ];
}

function documentEntries(
  document: SourceDocument,
  terms: TermsByDocument,
  namesOf: (people: readonly string[]) => string,
  entry: (type: EntryType, id: string, fields: Partial<Entry> & { title: string }) => Entry,
): Entry[] {
  const authors = (document.csl.author ?? []).map(name =>
    'literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`,
  );
  return [
    entry('document', document.id, {
      title: document.csl.title,
      names: authors.join(' '),
      text: [
        document.id,
        document.shortName,
        document.csl['container-title'],
        document.csl.publisher,
        document.summary,
      ]
        .filter(Boolean)
        .join(' '),
      date: document.csl.issued ? formatEdtf(document.csl.issued) : '',
    }),
    ...document.passages.map(passage =>
      entry('passage', passageId(document.id, passage.number), {
        title: document.shortName,
        names: namesOf(passage.mentions),
        text: passage.precis,
        terms: (terms[document.id]?.[passage.number - 1] ?? []).join(' '),
      }),
    ),
    ...document.quotations
      .filter(quotation => quotation.kind !== 'not-speech')
      .map(quotation =>
        entry('quotation', quotation.id, {
          title: document.shortName,
          names: quotation.speaker ? namesOf([quotation.speaker]) : '',
          text: quotation.words,
          date: quotation.date ? formatEdtf(quotation.date) : '',
        }),
      ),
  ];
}

/** The index over all records, ready to be serialised and to be loaded by `Searcher.load`. */
export function buildSearchIndex(records: DossierRecords, terms: TermsByDocument): AsPlainObject {
  const index = new MiniSearch<Entry>(SEARCH_OPTIONS);
  index.addAll(searchEntries(records, terms));
  return index.toJSON();
}
