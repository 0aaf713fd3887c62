import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { SchemaShapes } from './schema-shapes.ts';
import type { Shape } from './shapes.ts';
import { TypeShapes } from './type-shapes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'data/schemas');

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const names = readdirSync(FOLDER).sort();
const files = new Map(names.map(name => [name, read(name)]));

const types = new TypeShapes(readFileSync(join(ROOT, 'src/core/dossier/records.ts'), 'utf8'));
const schemas = new SchemaShapes(files);

/** The shape without a field that its schema does not describe. */
function without(shape: Shape, field: string): Shape {
  if (shape.is !== 'object' || !(field in shape.fields)) throw new Error(`the type has no ${field}`);
  const { [field]: _, ...fields } = shape.fields;
  return { ...shape, fields, required: shape.required.filter(name => name !== field) };
}

describe('each schema is the interface of its record', () => {
  test.each([
    ['person.schema.json', 'Person'],
    ['meeting.schema.json', 'Meeting'],
    ['dispute.schema.json', 'Dispute'],
    ['common.schema.json#/$defs/evidence', 'Evidence'],
  ])('%s', (schema, type) => {
    expect(schemas.of(schema)).toEqual(types.of(type));
  });

  test('records.schema.json holds a list of them', () => {
    expect(schemas.of('records.schema.json')).toEqual({ is: 'list', of: types.of('PublicRecord') });
  });

  test('document.schema.json holds all but the passages, which are made of regions and précis', () => {
    expect(schemas.of('document.schema.json')).toEqual(without(types.of('SourceDocument'), 'passages'));
  });
});

test('the basis of CSL fields is asked for those fields that there are', () => {
  const csl = types.of('CslFields');
  expect(files.get('document.schema.json')).toMatchObject({
    properties: {
      basis: { propertyNames: { enum: expect.toSatisfy(sameWords(Object.keys(Object(csl).fields))) } },
    },
  });
});

const sameWords = (expected: readonly string[]) => (actual: unknown) =>
  Array.isArray(actual) && actual.toSorted().join() === expected.toSorted().join();

describe('the comparison can fail', () => {
  const source = 'export interface A { readonly id: string; readonly kind?: "x" }'.replaceAll('"', "'");
  const schema = (properties: object, required: string[] = ['id']) =>
    new SchemaShapes(
      new Map([['a', { type: 'object', additionalProperties: false, required, properties }]]),
    ).of('a');
  const id = { type: 'string' };

  test('it finds the two alike that are alike', () => {
    expect(schema({ id, kind: { enum: ['x'] } })).toEqual(new TypeShapes(source).of('A'));
  });

  test.each([
    ['a field is missing', { id }, ['id']],
    ['a field is added', { id, kind: { enum: ['x'] }, note: id }, ['id']],
    ['a word is added', { id, kind: { enum: ['x', 'y'] } }, ['id']],
    ['a field is required', { id, kind: { enum: ['x'] } }, ['id', 'kind']],
    ['a type differs', { id: { type: 'integer' }, kind: { enum: ['x'] } }, ['id']],
  ])('%s', (_, properties, required) => {
    expect(schema(properties, required)).not.toEqual(new TypeShapes(source).of('A'));
  });
});

describe('as schemas', () => {
  test.each(names)('%s compiles in strict mode', name => {
    const ajv = new Ajv2020({ strict: true });
    ajv.addVocabulary(['patternErrorMessage']);
    for (const [other, schema] of files)
      if (other !== name && typeof schema === 'object') ajv.addSchema(schema ?? {});
    const schema = files.get(name);
    expect(() => ajv.compile(typeof schema === 'object' && schema !== null ? schema : false)).not.toThrow();
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: name });
  });

  test.each(names)('%s says to editors what each field is', name => {
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (key === 'properties' && !path.endsWith('/if')) {
          for (const [field, schema] of Object.entries(Object(child))) {
            if (typeof Object(schema).description !== 'string') bare.push(`${path}/${field}`);
          }
        }
        visit(child, `${path}/${key}`);
      }
    };
    visit(files.get(name), '');
    expect(bare).toEqual([]);
  });

  test.each(names)('every pattern of %s has words for what it wants', name => {
    const wordless: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('pattern' in value && !path.endsWith('/propertyNames') && !('patternErrorMessage' in value))
        wordless.push(path);
      for (const [key, child] of Object.entries(value)) visit(child, `${path}/${key}`);
    };
    visit(files.get(name), '');
    expect(wordless).toEqual([]);
  });
});
