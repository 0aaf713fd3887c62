import { describe, expect, it } from 'vitest';
import { FORMS, type Form } from '../../../../src/core/citation/forms.ts';
import type { Reference } from '../../../../src/core/citation/references.ts';
import { DEFAULT_STYLE } from '../../../../src/core/citation/styles/registry.ts';
import { isReported } from '../../../../src/features/citations/reported-links.ts';
import { dossier } from '../../dossier.ts';

const [document] = dossier.documents.values();
const [record] = dossier.publicRecords.values();
if (!document || !record) throw new Error('The dossier has no document or no public record');
const whole: Reference = { kind: 'work', work: document, paragraphs: [] };
const entry: Reference = { kind: 'public-record', record, entry: '1', url: 'https://example.org/1' };
const on = { languageId: 'markdown', enabled: true, referenceLinks: undefined };
const inManner = (form: Form) => ({ form, style: DEFAULT_STYLE, template: '{short}' });
const inserted = { references: [whole], manner: inManner('pandoc-key') };

describe('VS Code’s Markdown validation', () => {
  it('reports keys and footnotes, and nothing else that is inserted', () => {
    expect(FORMS.filter(form => isReported({ ...inserted, manner: inManner(form) }, on))).toEqual([
      'pandoc-key',
      'pandoc-in-text',
      'pandoc-no-author',
      'footnote',
    ]);
  });

  it('does not report what is linked because it has no key', () => {
    expect(isReported({ ...inserted, references: [entry] }, on)).toBe(false);
    expect(isReported({ ...inserted, references: [entry, whole] }, on)).toBe(true);
  });

  it('reports nothing where it is off, where reference links are not checked, and in other languages', () => {
    expect(isReported(inserted, { ...on, enabled: false })).toBe(false);
    expect(isReported(inserted, { ...on, enabled: undefined })).toBe(false);
    expect(isReported(inserted, { ...on, referenceLinks: 'ignore' })).toBe(false);
    expect(isReported(inserted, { ...on, referenceLinks: 'warning' })).toBe(true);
    expect(isReported(inserted, { ...on, languageId: 'quarto' })).toBe(false);
  });
});
