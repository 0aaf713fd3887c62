import { either, object, type Shape } from './shapes.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function schemaAt(value: unknown, where: string): Schema {
  if (!isSchema(value)) throw new Error(`${where} is no schema`);
  return value;
}

/** Reads the shapes of schemas that refer to each other by their file names. */
export class SchemaShapes {
  readonly #files: ReadonlyMap<string, Schema>;

  constructor(files: ReadonlyMap<string, unknown>) {
    this.#files = new Map([...files].map(([name, schema]) => [name, schemaAt(schema, name)]));
  }

  /** The shape of the schema in the file, or of one of its definitions: `person.schema.json#/$defs/office`. */
  of(reference: string): Shape {
    const [file = '', pointer = ''] = reference.split('#');
    let schema = schemaAt(this.#files.get(file), file);
    for (const step of pointer.split('/').slice(1))
      schema = schemaAt(schema[step], `${reference} at ${step}`);
    return this.#shape(schema, file);
  }

  #shape(schema: Schema, file: string): Shape {
    const { $ref, type } = schema;
    if (typeof $ref === 'string') return this.of($ref.startsWith('#') ? `${file}${$ref}` : $ref);
    if (Array.isArray(schema['enum'])) return { is: 'words', values: schema['enum'].map(String).sort() };
    if (schema['if']) {
      return either(['then', 'else'].map(key => this.#shape(schemaAt(schema[key], key), file)));
    }
    if (type === 'array') return { is: 'list', of: this.#shape(schemaAt(schema['items'], 'items'), file) };
    if (type === 'string') return { is: 'text' };
    if (type === 'boolean') return { is: 'yes-or-no' };
    if (type === 'integer' || type === 'number') return { is: 'number' };
    const more = schema['additionalProperties'];
    if (isSchema(more)) return { is: 'map', of: this.#shape(more, file) };
    if (more !== false) throw new Error(`an object of ${file} admits any field: ${JSON.stringify(schema)}`);
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    return object(
      Object.entries(schemaAt(schema['properties'], 'properties')).map(([name, property]) => ({
        name,
        optional: !required.includes(name),
        shape: this.#shape(schemaAt(property, name), file),
      })),
    );
  }
}
