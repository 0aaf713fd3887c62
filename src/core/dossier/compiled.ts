import { Dossier } from './dossier.ts';
import type { DossierRecords } from './records.ts';

/**
 * The compiled dossier, `dist/dossier.json`: the records and the search index, written by the command line's `dossier
 * compile`. In the file a checksum stands behind these, see {@link formatCompiledDossier}.
 */
export interface CompiledDossier<Index = unknown> {
  readonly format: typeof COMPILED_FORMAT;
  readonly version: typeof COMPILED_VERSION;
  /** The passages with their fingerprints. */
  readonly records: DossierRecords;
  /** The search index as `core/search` serialises it. */
  readonly search: Index;
}

export const COMPILED_FORMAT = 'counterparts-dossier';
/** Raised with each change of the format that an older extension cannot read. */
export const COMPILED_VERSION = 3;

/** A file that is no compiled dossier that can be read; the words for it are the edge's. */
export class DossierFileError extends Error {
  override readonly name = 'DossierFileError';
  readonly code: 'cut-off' | 'foreign' | 'version' | 'incomplete' | 'list' | 'changed';
  /** What the parser said, the version, or the list that is damaged. */
  readonly detail: string;

  constructor(code: DossierFileError['code'], detail = '') {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

const CHECKSUM = ',"checksum":';

/** The polynomial of the first `length` code units, modulo 2³²: whatever single unit changes, so does this. */
function checksum(text: string, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum >>> 0;
}

/** The file's text. Its last member is the checksum of all that stands before it. */
export function formatCompiledDossier(compiled: CompiledDossier): string {
  const body = JSON.stringify(compiled).slice(0, -1);
  return `${body}${CHECKSUM}${checksum(body, body.length)}}\n`;
}

const LISTS = ['people', 'meetings', 'documents', 'disputes', 'records'] as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a compiled dossier. The compiler has validated every record; here it is made sure that this is such a file, of a
 * version that is understood, whole and as it was written.
 * @throws {DossierFileError}
 */
export function readCompiledDossier(json: string): { dossier: Dossier; search: object } {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch (error) {
    throw new DossierFileError('cut-off', error instanceof Error ? error.message : String(error));
  }
  if (!isObject(file) || file['format'] !== COMPILED_FORMAT) throw new DossierFileError('foreign');
  if (file['version'] !== COMPILED_VERSION) {
    throw new DossierFileError('version', String(file['version']));
  }
  const { records, search } = file;
  if (!isObject(records) || !isObject(search)) throw new DossierFileError('incomplete');
  for (const list of LISTS) {
    const value = records[list];
    if (
      !Array.isArray(value) ||
      !value.every(record => isObject(record) && typeof record['id'] === 'string')
    ) {
      throw new DossierFileError('list', list);
    }
  }
  const end = json.lastIndexOf(CHECKSUM);
  if (end < 0 || file['checksum'] !== checksum(json, end)) throw new DossierFileError('changed');
  // Every list was checked to hold objects with ids; their fields were validated by the compiler against the schemas.
  return { dossier: new Dossier(records as unknown as DossierRecords), search };
}
