import { entry, fullNote, shortNote } from './chicago.ts';
import type { CitationStyle } from './style.ts';

/** The Chicago Manual of Style, 18th edition, notes and bibliography: notes in English (chapters 13 and 14). */
export const chicagoNotes: CitationStyle = {
  id: 'chicago-notes',
  name: 'Chicago Manual of Style, 18th edition (notes)',
  language: 'en-US',
  kind: 'notes',
  note: fullNote,
  laterNote: shortNote,
  citation: fullNote,
  entry: item => entry(item, 'entry'),
};
