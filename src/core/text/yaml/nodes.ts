/** A scalar and its place: UTF-16 offsets of how it is written, without quotes; end exclusive. */
export interface YamlScalar {
  readonly value: string | number | boolean | null;
  readonly start: number;
  readonly end: number;
}

/** What YAML or JSON says, with the place of each scalar. Of a key that a map has twice, the first counts. */
export type YamlNode = YamlScalar | readonly YamlNode[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlNode>;

/**
 * What is wrong at a place: a bracket or quotation mark that is not closed, a brace too many, a comma or colon that is missing, a value that
 * cannot be read, YAML beyond the part that is read, brackets or lists in more than 40 others.
 */
export type YamlProblemCode =
  | 'unclosed'
  | 'extra-brace'
  | 'missing-comma'
  | 'missing-colon'
  | 'bad-value'
  | 'unsupported'
  | 'too-deep';

/** Takes what is wrong; `detail` is the value or key that it is about, as it is written. */
export type YamlProblemSink = (code: YamlProblemCode, start: number, end: number, detail?: string) => void;

export const isMap = (node: YamlNode | undefined): node is YamlMap => node instanceof Map;

/** Needed since `Array.isArray` tells nothing of lists that are read only. */
export const isList = (node: YamlNode): node is readonly YamlNode[] => Array.isArray(node);

/** What a node says, without places: lists as arrays, maps as objects. */
export function valueIn(node: YamlNode): unknown {
  if ('value' in node) return node.value;
  return isMap(node)
    ? Object.fromEntries(Array.from(node, ([key, member]) => [key, valueIn(member)]))
    : node.map(valueIn);
}
