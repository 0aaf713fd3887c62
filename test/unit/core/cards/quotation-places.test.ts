import { describe, expect, test } from 'vitest';
import { buildPage, locatePage } from '../../../../src/core/cards/pages/index.ts';
import { summaryLine } from '../../../../src/core/cards/summary-line.ts';
import { resolveReference } from '../../../../src/core/citation/references.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { SourceDocument } from '../../../../src/core/dossier/records.ts';
import { inEnglish, type Voice } from '../../../../src/core/dossier/translate.ts';

const voice: Voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };

/** A paragraph with a quotation, and below it a picture whose caption has another one. */
const document: SourceDocument = {
  id: 'herald-2031-cranes',
  shortName: 'Herald 2031',
  source: { file: 'herald.txt', length: 100, sha256: '' },
  csl: { type: 'article-newspaper', title: 'Cranes' },
  basis: {},
  assessment: { reliability: 'B', credibility: 2, reason: '' },
  summary: '',
  regions: [
    { kind: 'text', passage: 1, start: 0, end: 50 },
    { kind: 'caption', start: 52, end: 100 },
  ],
  quotations: [
    { id: 'q1', passage: 1, start: 10, end: 19, words: 'No cranes', kind: 'speech', speaker: 'vale-ada' },
    { id: 'q2', start: 60, end: 70, words: 'All cranes', kind: 'speech', speaker: 'vale-ada' },
    { id: 'q3', start: 80, end: 85, words: 'crane', kind: 'not-speech' },
  ],
  figures: [],
  flaws: [],
  passages: [{ number: 1, start: 0, end: 50, precis: 'She was against cranes.', mentions: [] }],
};
const dossier = new Dossier({
  people: [{ id: 'vale-ada', name: 'Ada Vale', sortName: 'Vale, Ada', forms: [], offices: [] }],
  documents: [document],
  meetings: [],
  disputes: [],
  records: [],
});

/** The text of a page, its links as `text → where they lead`. */
const textOf = (type: 'person' | 'document', id: string): string =>
  JSON.stringify(buildPage(dossier, { type, id }, voice), (_, value) =>
    value && typeof value === 'object' && 'to' in value && 'text' in value
      ? `${value.text} → ${value.to.type} ${value.to.id}`
      : value,
  );

describe('words in a caption', () => {
  test('are named by it in a list of results, and not by a paragraph', () => {
    const detail = (id: string) => summaryLine(dossier, { type: 'quotation', id }, voice)?.detail;
    expect(detail('q1')).toBe('Herald 2031, ¶1 · B2');
    expect(detail('q2')).toBe('Herald 2031, caption · B2');
  });

  test('are cited as the document, without a paragraph', () => {
    const cited = (id: string) => resolveReference(dossier, { type: 'quotation', id }).references;
    expect(cited('q1')).toMatchObject([{ kind: 'work', paragraphs: [1] }]);
    expect(cited('q2')).toMatchObject([{ kind: 'work', paragraphs: [] }]);
  });

  test('lead to the page of the document, at no paragraph of it', () => {
    const place = (id: string) => locatePage(dossier, { type: 'quotation', id }, voice);
    expect(place('q1')).toEqual({
      reference: { type: 'document', id: document.id },
      anchor: 'paragraph-1',
    });
    expect(place('q2')).toEqual({ reference: { type: 'document', id: document.id } });
  });

  test('stand on the page of the document and on that of the speaker; what is no speech stands on neither', () => {
    const page = textOf('document', document.id);
    expect(page).toContain('“All cranes” — ');
    expect(page).toContain('caption');
    expect(page).not.toContain('“crane”');
    const person = textOf('person', 'vale-ada');
    expect(person).toContain(`Herald 2031, ¶1 → passage ${document.id}#1`);
    expect(person).toContain(`Herald 2031, caption → document ${document.id}`);
    expect(page + person).not.toContain('undefined');
  });
});
