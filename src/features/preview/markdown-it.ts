/**
 * The part of markdown-it that the preview uses, as types of our own: VS Code brings the code, of one version or another
 * (https://github.com/markdown-it/markdown-it, versions 12 to 15).
 */

export interface Token {
  type: string;
  content: string;
  children: Token[] | null;
  map: [number, number] | null;
}

type NewToken = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** What the parser hands from rule to rule. */
interface Environment {
  readonly references?: Readonly<Record<string, unknown>>;
}

export interface CoreState {
  readonly src: string;
  readonly env: Environment;
  tokens: Token[];
  readonly Token: NewToken;
}

export interface InlineState {
  readonly src: string;
  readonly env: Environment;
  pos: number;
  readonly posMax: number;
  pending: string;
  readonly linkLevel: number;
  push(type: string, tag: string, nesting: 0): Token;
}

interface Renderer {
  readonly rules: Record<string, RenderRule | undefined>;
  render(tokens: Token[], options: object, env: object): string;
  renderInline(tokens: Token[], options: object, env: object): string;
}

export type RenderRule = (
  tokens: Token[],
  index: number,
  options: object,
  env: object,
  self: Renderer,
) => string;

export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: CoreState) => void): void } };
  readonly inline: {
    readonly ruler: {
      before(other: string, name: string, rule: (state: InlineState, silent: boolean) => boolean): void;
    };
  };
  readonly renderer: Renderer;
  readonly options: object;
  readonly utils: { normalizeReference(label: string): string; escapeHtml(text: string): string };
  parseInline(source: string, env: object): Token[];
}
