import type {
  Dispute,
  DossierRecords,
  Meeting,
  Passage,
  Person,
  PublicRecord,
  SourceDocument,
} from '../../core/dossier/records.ts';
import type { Fault } from './faults.ts';
import type { Path } from './places.ts';
import { type ReadResult, type RecordFile, type RecordType, readDossier } from './read.ts';
import { type DocumentIndex, type FrontMatter, validate, validators } from './schema.ts';

/** A valid record and where it stands. */
export interface Entry<T> {
  readonly record: T;
  readonly file: RecordFile;
  /** Where the record stands in its file: empty but in `records.yaml`. */
  readonly path: Path;
}

/** The valid records of a dossier's folder, for the rules to judge. */
export interface LoadedDossier {
  readonly people: readonly Entry<Person>[];
  readonly meetings: readonly Entry<Meeting>[];
  readonly documents: readonly Entry<SourceDocument>[];
  readonly disputes: readonly Entry<Dispute>[];
  readonly records: readonly Entry<PublicRecord>[];
  readonly indexes: readonly Entry<DocumentIndex>[];
  /** All ids that files claim, those of invalid records too, so that one fault does not bring others about. */
  readonly ids: {
    readonly people: ReadonlySet<string>;
    readonly meetings: ReadonlySet<string>;
    readonly documents: ReadonlySet<string>;
    readonly records: ReadonlySet<string>;
    readonly indexes: ReadonlySet<string>;
  };
  /** Whether the list of public records could not be read, so that none of their ids is known. */
  readonly recordsUnread: boolean;
}

export interface LoadResult {
  readonly dossier: LoadedDossier;
  /** What kept records out: unreadable files, YAML and schema faults. */
  readonly faults: readonly Fault[];
}

/** Reads a dossier's folder and validates each file against the schema of its type. */
export function loadDossier(data: string): LoadResult {
  const read = readDossier(data);
  const { files } = read;
  const faults: Fault[] = [...read.faults];

  const people: Entry<Person>[] = [];
  const meetings: Entry<Meeting>[] = [];
  const documents: Entry<SourceDocument>[] = [];
  const disputes: Entry<Dispute>[] = [];
  const records: Entry<PublicRecord>[] = [];
  const indexes: Entry<DocumentIndex>[] = [];
  const take = <T>(result: { value: T } | { faults: readonly Fault[] }, use: (value: T) => void): void => {
    if ('value' in result) use(result.value);
    else faults.push(...result.faults);
  };
  for (const file of files) {
    const entry = <T>(record: T): Entry<T> => ({ record, file, path: [] });
    switch (file.type) {
      case 'person':
        take(validate(validators.person, file), value => people.push(entry(value)));
        break;
      case 'meeting':
        take(validate(validators.meeting, file), value => meetings.push(entry(value)));
        break;
      case 'document':
        take(validate(validators.document, file), value => documents.push(entry(withPassages(value, file))));
        break;
      case 'dispute':
        take(validate(validators.dispute, file), value => disputes.push(entry(value)));
        break;
      case 'records':
        take(validate(validators.records, file), value =>
          records.push(...value.map((record, index) => ({ record, file, path: [index] }))),
        );
        break;
      case 'index':
        take(validate(validators.index, file), value => indexes.push(entry(value)));
        break;
    }
  }
  const ids = {
    people: claimedIds(read, 'person'),
    meetings: claimedIds(read, 'meeting'),
    documents: claimedIds(read, 'document'),
    records: claimedIds(read, 'records'),
    indexes: claimedIds(read, 'index'),
  };
  const recordsUnread =
    read.names.some(({ type }) => type === 'records') && !files.some(({ type }) => type === 'records');
  const dossier = { people, meetings, documents, disputes, records, indexes, ids, recordsUnread };
  return { dossier, faults };
}

/** The passages that both the regions and the précis know; a rule reports where the two differ. */
function withPassages(front: FrontMatter, file: RecordFile): SourceDocument {
  const passages: Passage[] = [];
  for (const region of front.regions) {
    if (region.kind !== 'text' || region.passage === undefined) continue;
    passages.push({
      number: region.passage,
      start: region.start,
      end: region.end,
      precis: file.precis.find(item => item.number === region.passage)?.text ?? '',
      mentions: region.mentions ?? [],
    });
  }
  return { ...front, passages };
}

const idOf = (value: unknown): string | undefined => {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** The ids that files give themselves, by their names too: one of the two is right even where a file cannot be read. */
function claimedIds({ files, names }: ReadResult, type: RecordType): ReadonlySet<string> {
  const ids = new Set(names.filter(file => file.type === type).map(file => file.name));
  for (const file of files) {
    if (file.type !== type) continue;
    for (const record of Array.isArray(file.value) ? file.value : [file.value]) {
      const id = idOf(record);
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

/** The records of a dossier without their places, each list ordered by id. */
export function recordsOf(dossier: LoadedDossier): DossierRecords {
  const plain = <T extends { readonly id: string }>(entries: readonly Entry<T>[]): T[] =>
    entries.map(entry => entry.record).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    people: plain(dossier.people),
    meetings: plain(dossier.meetings),
    documents: plain(dossier.documents),
    disputes: plain(dossier.disputes),
    records: plain(dossier.records),
  };
}
