import { type Dossier, isPassageEvidence, isRecordEvidence, isWeak } from '../dossier/dossier.ts';
import { addTo } from '../dossier/keyed.ts';
import type { Aspect, Evidence, Person, SourceDocument } from '../dossier/records.ts';
import { passageId, type RecordReference } from '../dossier/reference.ts';
import type { Translate } from '../dossier/translate.ts';
import { grade } from './phrases.ts';

/** Where a statement comes from, short enough to stand beside it. */
export interface SourceMark {
  /** The document's or the public record's name: `Reuters 2013`, `Travels of the Secretary of State`. */
  readonly source: string;
  /** Where in it: `¶5`, `caption`, `entry 3379`. */
  readonly place?: string;
  /** The grade, for documents. */
  readonly grade?: string;
  readonly reference?: RecordReference;
  readonly url?: string;
  /** It is a document of the lowest grades. */
  readonly weak: boolean;
  /** It only contradicts. */
  readonly contradicts: boolean;
  /** What it contradicts, also where it supports something else. */
  readonly contradicted: readonly Aspect[];
  /** It says itself that the thing took place, and not only where or when someone was. */
  readonly attests: boolean;
  readonly note?: string;
}

/** `Reuters 2013, ¶5`. */
export const markLabel = ({ source, place }: SourceMark): string =>
  [source, place].filter(Boolean).join(', ');

export function sourceMark(dossier: Dossier, evidence: Evidence, t: Translate): SourceMark {
  const contradicted = evidence.contradicts ?? [];
  const common = {
    contradicts: (evidence.supports?.length ?? 0) === 0 && contradicted.length > 0,
    contradicted,
    attests: evidence.supports?.includes('event') ?? false,
    ...(evidence.note === undefined ? {} : { note: evidence.note }),
  };
  if (isRecordEvidence(evidence)) {
    return {
      source: dossier.publicRecords.get(evidence.record)?.name ?? evidence.record,
      place: t('entry {0}', evidence.id),
      url: evidence.url,
      weak: false,
      ...common,
    };
  }
  const document = dossier.documents.get(evidence.document);
  return {
    ...documentMark(document, evidence.document),
    place: locatorText(document, evidence, t),
    reference: placeReference(evidence.document, evidence.passage),
    ...common,
  };
}

/** A document as a source, without a place in it. */
export function documentMark(document: SourceDocument | undefined, id: string): SourceMark {
  return {
    source: document?.shortName ?? id,
    ...(document ? { grade: grade(document.assessment) } : {}),
    reference: { type: 'document', id },
    weak: document ? isWeak(document) : false,
    contradicts: false,
    contradicted: [],
    attests: false,
  };
}

/** Where in a document something stands: `¶5`, or outside all passages what the region at its start is. */
export function locatorText(
  document: SourceDocument | undefined,
  { passage, start = -1 }: { readonly passage?: number; readonly start?: number },
  t: Translate,
): string {
  if (passage !== undefined) return `¶${passage}`;
  const region = document?.regions.find(candidate => candidate.start <= start && start < candidate.end);
  if (region?.kind === 'caption') return t('caption');
  return region?.kind === 'printed-twice' ? t('printed twice') : t('heading');
}

/** What leads to a place in a document: its passage, or outside all passages the document. */
export const placeReference = (document: string, passage: number | undefined): RecordReference =>
  passage === undefined
    ? { type: 'document', id: document }
    : { type: 'passage', id: passageId(document, passage) };

/** The marks of several pieces of evidence, documents first, each place once. */
export function sourceMarks(dossier: Dossier, evidence: readonly Evidence[], t: Translate): SourceMark[] {
  const marks = new Map<string, SourceMark>();
  const ordered = [...evidence.filter(isPassageEvidence), ...evidence.filter(isRecordEvidence)];
  for (const item of ordered) {
    const mark = sourceMark(dossier, item, t);
    const key = markLabel(mark);
    const known = marks.get(key);
    const contradicted = [...new Set([...(known?.contradicted ?? []), ...mark.contradicted])];
    const better = !known || (known.contradicts && !mark.contradicts) ? mark : known;
    marks.set(key, { ...better, contradicted, attests: mark.attests || (known?.attests ?? false) });
  }
  return [...marks.values()];
}

/** The passages that name a person: what is said of them without other evidence rests on these. */
export function mentionMarks(dossier: Dossier, person: Person): SourceMark[] {
  return dossier.documentsAbout(person.id).flatMap(document =>
    document.passages
      .filter(passage => passage.mentions.includes(person.id))
      .map(passage => ({
        ...documentMark(document, document.id),
        place: `¶${passage.number}`,
        reference: placeReference(document.id, passage.number),
      })),
  );
}

/** Several places of one source in one: `Reuters 2013, ¶1, ¶4 ⟨B2⟩`. */
export interface SourceGroup {
  readonly source: string;
  readonly grade?: string;
  readonly weak: boolean;
  readonly contradicts: boolean;
  readonly contradicted: readonly Aspect[];
  readonly attests: boolean;
  /** The marks, in order; one that has no place stands for the whole source. */
  readonly places: readonly SourceMark[];
}

/** Marks of one source that say the same (supports, or contradicts) as one group, in the order of their first. */
export function groupMarks(marks: readonly SourceMark[]): SourceGroup[] {
  const groups = new Map<string, SourceMark[]>();
  for (const mark of marks) addTo(groups, `${mark.source}\n${mark.contradicts}`, mark);
  return Array.from(groups.values()).flatMap(places => {
    const [first] = places;
    if (!first) return [];
    const { source, weak, contradicts } = first;
    return [
      {
        source,
        weak,
        contradicts,
        ...(first.grade === undefined ? {} : { grade: first.grade }),
        contradicted: [...new Set(places.flatMap(place => place.contradicted))],
        attests: places.some(place => place.attests),
        places,
      },
    ];
  });
}

/** A public record with a single entry needs no place: its name leads there. */
export const namedPlaces = ({ grade: graded, places }: SourceGroup): readonly SourceMark[] =>
  graded === undefined && places.length === 1 ? [] : places.filter(place => place.place !== undefined);

/** A group in plain words: `Reuters 2013, ¶1, ¶4 ⟨B2⟩`. */
export function sourceGroupWords(group: SourceGroup): string {
  const all = [group.source, ...namedPlaces(group).map(place => place.place)].join(', ');
  return group.grade === undefined ? all : `${all} ⟨${group.grade}⟩`;
}
