import { chicagoNotes } from './chicago-notes.ts';
import type { CitationStyle } from './style.ts';

/** Every style, in the order in which they are offered. */
export const STYLES: readonly CitationStyle[] = [chicagoNotes];

export const DEFAULT_STYLE: CitationStyle = chicagoNotes;
