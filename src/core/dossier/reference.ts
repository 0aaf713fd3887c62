/** What has a page of its own, or a place on one: a passage and a quotation are places on their document's page. */
export interface RecordReference {
  readonly type: 'person' | 'meeting' | 'document' | 'passage' | 'quotation' | 'dispute';
  /** The record's id; a passage's is `document#number`. */
  readonly id: string;
}

const TYPES: ReadonlySet<string> = new Set([
  'person',
  'meeting',
  'document',
  'passage',
  'quotation',
  'dispute',
]);

/** Guard for references that arrive from outside: a command's argument, a message, an address. */
export function isRecordReference(value: unknown): value is RecordReference {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id } = value as Record<string, unknown>;
  return typeof type === 'string' && TYPES.has(type) && typeof id === 'string' && id.length > 0;
}

/** The id of a passage: the document's citation key and the passage's number. */
export const passageId = (document: string, number: number): string => `${document}#${number}`;

/** Splits a passage's id into the document's id and the passage's number; `undefined` where it is none. */
export function parsePassageId(id: string): { document: string; number: number } | undefined {
  const match = /^(.+)#([1-9]\d*)$/.exec(id);
  return match ? { document: match[1] ?? '', number: Number(match[2]) } : undefined;
}
