import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import common from '../../../data/schemas/common.schema.json' with { type: 'json' };
import dispute from '../../../data/schemas/dispute.schema.json' with { type: 'json' };
import document from '../../../data/schemas/document.schema.json' with { type: 'json' };
import index from '../../../data/schemas/index.schema.json' with { type: 'json' };
import meeting from '../../../data/schemas/meeting.schema.json' with { type: 'json' };
import person from '../../../data/schemas/person.schema.json' with { type: 'json' };
import records from '../../../data/schemas/records.schema.json' with { type: 'json' };
import type { Dispute, Meeting, Person, PublicRecord, SourceDocument } from '../../core/dossier/records.ts';
import { type Fault, faultAt } from './faults.ts';
import { formatPath, type Path } from './places.ts';
import type { RecordFile } from './read.ts';

/** A document's front matter: all of its record but the passages, which are made of regions and précis. */
export type FrontMatter = Omit<SourceDocument, 'passages'>;

/** What `data/index/` holds of a document: see `data/schemas/index.schema.json`. */
export interface DocumentIndex {
  readonly document: string;
  readonly sha256: string;
  readonly passages: readonly PassageIndex[];
}

/** The words of a passage's original, of which only the set and the hashes of its windows are known. */
export interface PassageIndex {
  readonly number: number;
  readonly terms: readonly string[];
  readonly fingerprint: readonly number[];
}

// `verbose` gives each error the value and the schema that refused it. `patternErrorMessage` is what editors show.
const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true });
ajv.addVocabulary(['patternErrorMessage']);
ajv.addSchema(common);

/** The validators of the record types. Each narrows the type of what it has found valid. */
export const validators = {
  person: ajv.compile<Person>(person),
  meeting: ajv.compile<Meeting>(meeting),
  document: ajv.compile<FrontMatter>(document),
  dispute: ajv.compile<Dispute>(dispute),
  records: ajv.compile<PublicRecord[]>(records),
  index: ajv.compile<DocumentIndex>(index),
} as const;

/** The value of a file where it is valid, else its faults. */
export function validate<T>(
  validator: ValidateFunction<T>,
  file: RecordFile,
): { value: T } | { faults: readonly Fault[] } {
  const { value } = file;
  if (validator(value)) return { value };
  const errors = (validator.errors ?? []).filter(error => error.keyword !== 'if' && !error.propertyName);
  return { faults: errors.map(error => toFault(file, error)) };
}

/** The keys and indexes of a JSON pointer. An index is one only where the pointer runs through a list. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    path.push(step);
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  return path;
}

/** A parameter of an error, as text. */
const param = (error: ErrorObject, name: string): string => {
  const value: unknown = Reflect.get(error.params, name);
  return Array.isArray(value) ? value.join(', ') : String(value);
};

function toFault(file: RecordFile, error: ErrorObject): Fault {
  const path = pathOf(error.instancePath, file.value);
  switch (error.keyword) {
    case 'required': {
      const missing = param(error, 'missingProperty');
      const fault = faultAt('schema', file, path, `is missing${hint(error, missing)}`);
      return { ...fault, field: formatPath([...path, missing]) };
    }
    case 'additionalProperties':
      return faultAt(
        'schema',
        file,
        [...path, param(error, 'additionalProperty')],
        `is no field of this record: ${known(error)}`,
        'key',
      );
    case 'propertyNames':
      return faultAt(
        'schema',
        file,
        [...path, param(error, 'propertyName')],
        'is not a name for this',
        'key',
      );
    default:
      return faultAt('schema', file, path, describe(error));
  }
}

/** What the schema says of a property, if it says anything. */
function hint(error: ErrorObject, property: string): string {
  const properties: unknown = error.parentSchema?.['properties'];
  if (typeof properties !== 'object' || properties === null) return '';
  const schema: unknown = Reflect.get(properties, property);
  const description: unknown =
    typeof schema === 'object' && schema !== null ? Reflect.get(schema, 'description') : undefined;
  return typeof description === 'string' ? `: ${description.replace(/\.$/, '')}` : '';
}

function known(error: ErrorObject): string {
  const properties: unknown = error.parentSchema?.['properties'];
  const names = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return `there are ${names.join(', ')}`;
}

/** A value as messages show it, long ones by their beginning. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map of fields',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
};

/** What is wrong with a value, in words, by the keyword of the schema that refused it. */
function describe(error: ErrorObject): string {
  const { data } = error;
  switch (error.keyword) {
    case 'type': {
      const wanted = TYPE_NAMES[param(error, 'type')] ?? param(error, 'type');
      const quote = wanted === 'text' && typeof data === 'number' ? `: write it in quotes, '${data}'` : '';
      return data === null || data === undefined
        ? `is empty, not ${wanted}`
        : `${shown(data)} is not ${wanted}${quote}`;
    }
    case 'enum':
      return `${shown(data)} is none of ${param(error, 'allowedValues')}`;
    case 'pattern': {
      const message: unknown = error.parentSchema?.['patternErrorMessage'];
      return `${shown(data)} ${typeof message === 'string' ? message : `does not match ${param(error, 'pattern')}`}`;
    }
    case 'minItems':
      return `has too few entries: at least ${param(error, 'limit')} must be there`;
    case 'minLength':
      return 'is empty';
    case 'minimum':
      return `${shown(data)} is less than ${param(error, 'limit')}`;
    case 'maximum':
      return `${shown(data)} is more than ${param(error, 'limit')}`;
    case 'uniqueItems':
      return `entry ${param(error, 'i')} repeats entry ${param(error, 'j')}`;
    default:
      return error.message ?? error.keyword;
  }
}
