import type { Reference } from '../../../../src/core/citation/references.ts';
import type { CslFields, PublicRecord, SourceDocument } from '../../../../src/core/dossier/records.ts';

/** A document with what citations need of one; the rest is empty. */
export function sourceDocument(
  id: string,
  csl: Partial<CslFields> = {},
  shortName = 'Herald 2013',
): SourceDocument {
  return {
    id,
    shortName,
    source: { file: `${id}.txt`, length: 0, sha256: '' },
    csl: {
      type: 'article-newspaper',
      title: 'Two Ministers and a Clock',
      author: [{ family: 'Vale', given: 'Ada' }],
      'container-title': 'Herald',
      issued: '2013-09-15',
      ...csl,
    },
    basis: {},
    assessment: { reliability: 'B', credibility: 2, reason: '' },
    summary: '',
    regions: [],
    quotations: [],
    figures: [],
    flaws: [],
    passages: [],
  };
}

export const cite = (document: SourceDocument, ...paragraphs: number[]): Reference => ({
  kind: 'work',
  work: document,
  paragraphs,
});

export const herald = sourceDocument('herald-2013-clock');
export const page = sourceDocument(
  'page-2025-legacy',
  {
    type: 'webpage',
    author: [{ literal: 'Office' }],
    title: 'A Legacy: Eight Talks',
    'container-title': 'Pages',
    issued: '2025-03',
    URL: 'https://example.org/a_b/legacy_(eight)',
  },
  'Pages 2025',
);

const travels: PublicRecord = {
  id: 'travels',
  name: 'Travels of the Minister',
  publisher: 'Office of Journeys',
  url: 'https://example.gov/travels',
  license: 'CC0-1.0',
  scope: '',
};

export const trip: Reference = {
  kind: 'public-record',
  record: travels,
  entry: '2013-geneva',
  url: 'https://example.gov/travels/minister',
};
