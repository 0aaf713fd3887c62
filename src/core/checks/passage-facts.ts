import { type Dossier, isPassageEvidence, tenureOf } from '../dossier/dossier.ts';
import { type EdtfDate, overlaps, parseEdtf } from '../dossier/edtf.ts';
import { addTo, getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { Evidence, SourceDocument } from '../dossier/records.ts';

/** Whom and which dates something concerns. */
export interface Facts {
  /** Ids of people. */
  readonly people: ReadonlySet<string>;
  /** Of meetings, of words and of what is counted. */
  readonly dates: readonly EdtfDate[];
}

/** What a record says of a document, or of one of its passages. */
interface Statement {
  readonly passage: number | undefined;
  readonly people: readonly string[];
  readonly date?: EdtfDate;
}

/** A dispute about more people than this speaks of each passage about a few of them only. */
const FEW_PEOPLE = 4;

/** What the meetings, relations, offices and disputes of a dossier say that each document shows. Read once. */
const statementsOf = onceFor((dossier: Dossier): ReadonlyMap<string, readonly Statement[]> => {
  const made = new Map<string, Statement[]>();
  const add = (evidence: readonly Evidence[], people: readonly string[], date?: EdtfDate): void => {
    for (const { document, passage } of evidence.filter(isPassageEvidence)) {
      addTo(made, document, { passage, people, ...(date && { date }) });
    }
  };
  for (const meeting of dossier.meetings.values()) {
    const people = meeting.participants.map(({ person }) => person);
    add(meeting.evidence, people, dossier.dateOf(meeting));
  }
  for (const { id, offices, relations = [] } of dossier.people.values()) {
    for (const { evidence } of offices) add(evidence, [id]);
    for (const { evidence, with: others } of relations) add(evidence, [id, ...others]);
  }
  for (const { about, positions } of dossier.disputes.values()) {
    if (about.people.length > FEW_PEOPLE) continue;
    for (const { evidence } of positions) add(evidence, about.people);
  }
  return made;
});

/** Words of a précis that mean people by their office: those who held it when the document was written, or all. */
const OFFICES: readonly (readonly [words: RegExp, office: RegExp, all?: true])[] = [
  [/secretaries/i, /secretary/i, true],
  [/secretary/i, /secretary/i],
  [/foreign minister/i, /foreign/i],
  [/ministers/i, /foreign|secretary/i],
  [/(?<!\p{L})presidents?(?! \p{Lu})|White House|Kremlin/u, /(?<!vice.)president/i],
];

/** Those who may have held the offices that a précis names. */
function officeHolders(dossier: Dossier, { csl: { issued } }: SourceDocument, precis: string): string[] {
  const wanted = OFFICES.filter(([words]) => words.test(precis));
  if (wanted.length === 0) return [];
  const date = issued === undefined ? undefined : parseEdtf(issued);
  return [...dossier.people.values()]
    .filter(({ offices }) =>
      offices.some(held =>
        wanted.some(
          ([, office, all]) =>
            office.test(held.title) && (all || date === undefined || overlaps(tenureOf(held), date)),
        ),
      ),
    )
    .map(({ id }) => id);
}

const factsByParagraphs = onceFor((_document: SourceDocument) => new Map<string, Facts>());

/**
 * Whom a document concerns, or some of its paragraphs: whom it names there, who speaks and is spoken to, and whom records
 * connect with it; and on which dates.
 */
export const factsOf = (dossier: Dossier, document: SourceDocument, paragraphs: readonly number[]): Facts =>
  getOrAdd(factsByParagraphs(document), paragraphs.join(), () => read(dossier, document, paragraphs));

function read(dossier: Dossier, document: SourceDocument, paragraphs: readonly number[]): Facts {
  const people = new Set<string>();
  const dates: EdtfDate[] = [];
  const add = (ids: readonly (string | undefined)[], date?: EdtfDate): void => {
    for (const id of ids) if (id !== undefined && dossier.people.has(id)) people.add(id);
    // A day still to come can be any.
    if (date?.earliest && date.latest) dates.push(date);
  };
  const isMeant = (passage: number | undefined): boolean =>
    paragraphs.length === 0 || (passage !== undefined && paragraphs.includes(passage));
  for (const { passage, people: ids, date } of statementsOf(dossier).get(document.id) ?? []) {
    if (isMeant(passage)) add(ids, date);
  }
  for (const { passage, speaker, reportedBy, addressee, date } of document.quotations) {
    if (isMeant(passage)) add([speaker, reportedBy, addressee], date === undefined ? date : parseEdtf(date));
  }
  for (const { passage, value } of document.figures) {
    if (isMeant(passage) && /^\d{4}(?:-\d\d){0,2}$/.test(value)) add([], parseEdtf(value));
  }
  for (const { number, mentions, precis } of document.passages) {
    if (isMeant(number)) add([...mentions, ...officeHolders(dossier, document, precis)]);
  }
  if (paragraphs.length === 0) for (const { mentions } of document.regions) add(mentions ?? []);
  return { people, dates };
}

/** The people who wrote a document, by their names. */
export function authorsOf(dossier: Dossier, { csl: { author = [] } }: SourceDocument): readonly string[] {
  const names = author.map(name =>
    'literal' in name ? name.literal : `${name.family}, ${name.given ?? ''}`,
  );
  return [...dossier.people.values()].filter(({ sortName }) => names.includes(sortName)).map(({ id }) => id);
}
