import { describe, expect, it } from 'vitest';
import { toPlain } from '../../../../../src/core/citation/rich-text.ts';
import { DEFAULT_STYLE, STYLES } from '../../../../../src/core/citation/styles/registry.ts';
import { dossier } from '../../../dossier.ts';

describe('every style', () => {
  it('has an id of its own', () => {
    expect(new Set(STYLES.map(({ id }) => id)).size).toBe(STYLES.length);
    expect(STYLES).toContain(DEFAULT_STYLE);
  });

  it.each(STYLES)('$id names title and year of each document of the dossier, and no stray marks', style => {
    for (const { csl } of dossier.documents.values()) {
      const text = toPlain(style.note(csl, [5]));
      expect(text).toContain(csl.title);
      expect(text).toContain(csl.issued?.slice(0, 4));
      expect(text).not.toMatch(/undefined|,,|\s,|\s\s|[,.]$/);
    }
  });
});
