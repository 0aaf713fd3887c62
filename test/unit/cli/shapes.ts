/** What values a type or a schema admits, in the parts that both can say. */
export type Shape =
  | { readonly is: 'text' | 'number' | 'yes-or-no' }
  | { readonly is: 'words'; readonly values: readonly string[] }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'map'; readonly of: Shape }
  | {
      readonly is: 'object';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required: readonly string[];
    }
  | { readonly is: 'either'; readonly of: readonly Shape[] };

/** Either of several shapes, in an order that does not depend on how it is written. */
export function either(shapes: readonly Shape[]): Shape {
  const values = shapes.flatMap(shape => (shape.is === 'words' ? shape.values : []));
  if (values.length > 0 && shapes.every(shape => shape.is === 'words'))
    return { is: 'words', values: values.sort() };
  const [only] = shapes;
  if (only && shapes.length === 1) return only;
  const key = (shape: Shape): string => JSON.stringify(shape);
  return { is: 'either', of: [...shapes].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** An object's shape, its fields in the order of the alphabet. */
export function object(fields: readonly { name: string; shape: Shape; optional: boolean }[]): Shape {
  const sorted = [...fields].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    is: 'object',
    fields: Object.fromEntries(sorted.map(({ name, shape }) => [name, shape])),
    required: sorted.filter(field => !field.optional).map(field => field.name),
  };
}
