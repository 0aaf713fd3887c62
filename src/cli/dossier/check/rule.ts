import { isRecordEvidence } from '../../../core/dossier/dossier.ts';
import type { Evidence, Region, SourceDocument } from '../../../core/dossier/records.ts';
import { type Fault, faultAt } from '../faults.ts';
import type { Entry, LoadedDossier } from '../load.ts';
import type { Original } from '../originals.ts';
import type { Path } from '../places.ts';

/** Something that must hold for a dossier. One rule, one file. */
export interface Rule {
  /** Readable and unique; in the output of `dossier check --json`. */
  readonly id: string;
  /** Yields a fault for each place where the rule is broken. */
  check(dossier: LoadedDossier): Iterable<Fault>;
}

/** Something that must hold between the records and the received texts. */
export interface OriginalRule {
  readonly id: string;
  check(originals: readonly Original[], dossier: LoadedDossier): Iterable<Fault>;
}

/** The fault of a field of a record. */
export function entryFault(
  rule: string,
  { file, path: base }: Entry<unknown>,
  path: Path,
  message: string,
): Fault {
  return faultAt(rule, file, [...base, ...path], message);
}

/** A piece of evidence and where it stands. */
export interface Pointer {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly evidence: Evidence;
}

function* pointers(entry: Entry<unknown>, path: Path, list: readonly Evidence[]): Iterable<Pointer> {
  for (const [index, evidence] of list.entries()) yield { entry, path: [...path, index], evidence };
}

/** All evidence of a dossier: of meetings, offices, relations and disputes. */
export function* allEvidence(dossier: LoadedDossier): Iterable<Pointer> {
  for (const entry of dossier.meetings) yield* pointers(entry, ['evidence'], entry.record.evidence);
  for (const entry of dossier.people) {
    for (const [index, office] of entry.record.offices.entries()) {
      yield* pointers(entry, ['offices', index, 'evidence'], office.evidence);
    }
    for (const [index, relation] of (entry.record.relations ?? []).entries()) {
      yield* pointers(entry, ['relations', index, 'evidence'], relation.evidence);
    }
  }
  for (const entry of dossier.disputes) {
    for (const [index, position] of entry.record.positions.entries()) {
      yield* pointers(entry, ['positions', index, 'evidence'], position.evidence);
    }
  }
}

/** The regions of a document's own text, in which people are mentioned. */
export const NAMING: readonly Region['kind'][] = ['text', 'heading', 'caption'];

/** The valid document of that id. */
export const documentOf = (dossier: LoadedDossier, id: string): SourceDocument | undefined =>
  dossier.documents.find(entry => entry.record.id === id)?.record;

/** Whether the evidence is from a document graded E or F; unknown where that document has no valid record. */
export function isWorstGraded(dossier: LoadedDossier, evidence: Evidence): boolean | undefined {
  if (isRecordEvidence(evidence)) return false;
  const grade = documentOf(dossier, evidence.document)?.assessment.reliability;
  return grade === undefined ? undefined : grade === 'E' || grade === 'F';
}

/** Numbers of passages, as messages write them: `passages 1 to 32`. */
export function formatNumbers(numbers: readonly number[]): string {
  const [first] = numbers;
  if (first === undefined) return 'no passages';
  if (numbers.length === 1) return `passage ${first} alone`;
  const inOrder = numbers.every((number, index) => number === index + 1);
  return `passages ${inOrder ? `1 to ${numbers.length}` : numbers.join(', ')}`;
}

/** A stretch, as messages write it. */
export const formatSpan = ({ start, end }: { start: number; end: number }): string => `${start}–${end}`;
