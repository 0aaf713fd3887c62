/**
 * The lines between which a file keeps its bibliography: `<!-- counterparts-bibliography style=apa -->` and
 * `<!-- /counterparts-bibliography -->`. Markers without a style, from before there was one, are read as well, and what else
 * somebody wrote into one stays in it.
 */
const OPENING = /^[ \t]*<!--[ \t]*counterparts-bibliography([ \t][^>\r\n]{0,200})?-->[ \t]*$/;
const CLOSING = /^[ \t]*<!--[ \t]*\/counterparts-bibliography[ \t]*-->[ \t]*$/;

export const CLOSING_MARKER = '<!-- /counterparts-bibliography -->';

/** What a text with a bibliography contains; its search costs next to nothing. */
export const MARKER_WORD = 'counterparts-bibliography';

/** Every line that may be a marker, with its blanks. */
export const MARKER_LINES = /^[ \t]*<!--[ \t]*\/?counterparts-bibliography\b[^\r\n]*-->[ \t]*$/gm;

export interface Marker {
  readonly closes: boolean;
  /** The id of the style that an opening marker names; there may be no such style. */
  readonly style?: string;
}

/** Reads a line without its line end; `undefined` where it is no marker. */
export function readMarker(line: string): Marker | undefined {
  if (CLOSING.test(line)) return { closes: true };
  const opening = OPENING.exec(line);
  if (!opening) return undefined;
  const style = STYLE.exec(opening[1] ?? '')?.[2];
  return style === undefined ? { closes: false } : { closes: false, style };
}

const STYLE = /(?<![\w-])style=(["']?)([\w.-]{1,64})\1/;

/** An opening marker that names a style. */
export const openingMarker = (style: string): string => `<!-- ${MARKER_WORD} style=${style} -->`;

/** An opening marker as it stands, but for the style that it names. */
export function withStyle(line: string, style: string): string {
  return STYLE.test(line)
    ? line.replace(STYLE, `style=${style}`)
    : line.replace(MARKER_WORD, `${MARKER_WORD} style=${style}`);
}
