import { readMarker } from '../../core/citation/bibliography-markers.ts';
import type { CoreState, Token } from './markdown-it.ts';

/** Pandoc's: a div with the identifier `refs`, on two lines, or with a blank line between them. */
const DIV = /^:{3,}[ \t]*\{[ \t]*#refs(?:[ \t][^}\n]*)?\}[ \t]*(\n:{3,}[ \t]*)?$/;
const DIV_END = /^:{3,}$/;

/**
 * The tokens of a text with one token in the place of the marker of a bibliography; `undefined` where there is none. A
 * section that has its entries in the file already stays as it is.
 * @param make makes the token, with the tokens that it stands for
 */
export function replaceMarkers(
  { tokens, Token: NewToken }: CoreState,
  make: (token: Token, written: readonly Token[]) => void,
): Token[] | undefined {
  for (const [index, token] of tokens.entries()) {
    const length = lengthOfMarker(tokens, index);
    if (length === 0) continue;
    if (isFilled(tokens, index)) return undefined;
    const marker = new NewToken(token.type, '', 0);
    marker.map = token.map;
    make(marker, tokens.slice(index, index + length));
    return [...tokens.slice(0, index), marker, ...tokens.slice(index + length)];
  }
  return undefined;
}

/** How many tokens the marker at `index` takes: one for a comment, those of one or two paragraphs for a div. */
function lengthOfMarker(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.type === 'html_block') return readMarker(token.content.trim())?.closes === false ? 1 : 0;
  if (token?.type !== 'paragraph_open') return 0;
  const opening = DIV.exec(tokens[index + 1]?.content ?? '');
  if (!opening) return 0;
  if (opening[1] !== undefined) return 3;
  return tokens[index + 3]?.type === 'paragraph_open' && DIV_END.test(tokens[index + 4]?.content ?? '')
    ? 6
    : 0;
}

/** Whether something stands between a marker and the one that ends its section. */
function isFilled(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.type !== 'html_block') return false;
  const end = tokens.findIndex(
    ({ type, content }, at) =>
      at > index && type === 'html_block' && readMarker(content.trim())?.closes === true,
  );
  return end > index + 1;
}
