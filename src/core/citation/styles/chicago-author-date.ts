import { entry, fullNote, inText, shortNote } from './chicago.ts';
import { wrap } from './parts.ts';
import type { CitationStyle } from './style.ts';

/** The Chicago Manual of Style, 18th edition, author-date (13.102 to 13.128). */
export const chicagoAuthorDate: CitationStyle = {
  id: 'chicago-author-date',
  name: 'Chicago Manual of Style, 18th edition (author-date)',
  language: 'en-US',
  kind: 'in-text',
  note: fullNote,
  laterNote: inText,
  shortNote,
  citation: (item, place) => wrap('(', inText(item, place), ')'),
  entry: item => entry(item, 'dated-entry'),
};
