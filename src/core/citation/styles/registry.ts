import { chicagoNotes } from './chicago-notes.ts';
import type { CitationStyle } from './style.ts';

export const STYLES = [chicagoNotes] as const satisfies readonly CitationStyle[];

export type StyleId = (typeof STYLES)[number]['id'];

export const DEFAULT_STYLE: CitationStyle = chicagoNotes;

export const findStyle = (id: string): CitationStyle | undefined => STYLES.find(style => style.id === id);
