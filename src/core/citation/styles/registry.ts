import { apa } from './apa.ts';
import { chicagoAuthorDate } from './chicago-author-date.ts';
import { chicagoNotes } from './chicago-notes.ts';
import { gost } from './gost.ts';
import { mla } from './mla.ts';
import type { CitationStyle } from './style.ts';

/** Every style, in the order in which they are offered. */
export const STYLES: readonly CitationStyle[] = [chicagoNotes, chicagoAuthorDate, apa, mla, gost];

export const DEFAULT_STYLE: CitationStyle = chicagoNotes;

/** The style of an id; the default one where it is unknown. */
export const styleOf = (id: string | undefined): CitationStyle =>
  STYLES.find(style => style.id === id) ?? DEFAULT_STYLE;
