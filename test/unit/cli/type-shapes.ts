import { either, object, type Shape } from './shapes.ts';

const TOKEN = /'[^']*'|[A-Za-z_$][\w$]*|\d+|[{}()[\]<>|;:?,=]/y;

/** The tokens of declarations, comments left out. Anything unknown is an error. */
function tokenize(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`unknown in a type: ${text.slice(at, at + 40)}`);
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

/**
 * Reads the shapes of all types that a file of plain interfaces and type aliases exports. It understands what such a file
 * needs: literals, unions, arrays, inline objects, `Readonly<Record<string, T>>` and references; all else is an error.
 */
export class TypeShapes {
  readonly #declarations = new Map<string, readonly string[]>();
  #tokens: readonly string[] = [];
  #at = 0;

  constructor(source: string) {
    for (const declaration of source.split(/^export /m).slice(1)) {
      const [kind, name, ...rest] = tokenize(declaration);
      if (!name || (kind !== 'interface' && kind !== 'type'))
        throw new Error(`unknown declaration ${kind} ${name}`);
      this.#declarations.set(name, kind === 'type' ? rest.slice(1) : rest);
    }
  }

  /** The shape of an exported type. */
  of(name: string): Shape {
    const declaration = this.#declarations.get(name);
    if (!declaration) throw new Error(`no type ${name} is exported`);
    const [tokens, at] = [this.#tokens, this.#at];
    this.#tokens = declaration;
    this.#at = 0;
    const shape = this.#union();
    [this.#tokens, this.#at] = [tokens, at];
    return shape;
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #take(expected?: string): string {
    const token = this.#peek();
    if (expected !== undefined && token !== expected)
      throw new Error(`${token} stands where ${expected} should`);
    this.#at++;
    return token;
  }

  #skip(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }

  #union(): Shape {
    this.#skip('|');
    const members = [this.#array()];
    while (this.#skip('|')) members.push(this.#array());
    return either(members);
  }

  #array(): Shape {
    this.#skip('readonly');
    let shape = this.#single();
    while (this.#skip('[')) {
      this.#take(']');
      shape = { is: 'list', of: shape };
    }
    return shape;
  }

  #single(): Shape {
    const token = this.#take();
    if (token === '{') return this.#object();
    if (token === 'string') return { is: 'text' };
    if (token === 'boolean') return { is: 'yes-or-no' };
    if (token === 'number') return { is: 'number' };
    if (/^['\d]/.test(token)) return { is: 'words', values: [token.replaceAll("'", '')] };
    if (token === '(') {
      const shape = this.#union();
      this.#take(')');
      return shape;
    }
    if (token === 'Readonly') {
      for (const expected of ['<', 'Record', '<', 'string', ',']) this.#take(expected);
      const of = this.#union();
      for (const expected of ['>', '>']) this.#take(expected);
      return { is: 'map', of };
    }
    return this.of(token);
  }

  #object(): Shape {
    const fields: { name: string; shape: Shape; optional: boolean }[] = [];
    while (!this.#skip('}')) {
      this.#skip('readonly');
      const name = this.#take().replaceAll("'", '');
      const optional = this.#skip('?');
      this.#take(':');
      fields.push({ name, optional, shape: this.#union() });
      this.#skip(';');
    }
    return object(fields);
  }
}
