import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONVERTIBLE, type Conversion, convertCitations } from '../../../../src/core/citation/convert.ts';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import type { Form } from '../../../../src/core/citation/forms.ts';
import { insertCitation } from '../../../../src/core/citation/insert.ts';
import { STYLES, styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { cite, herald, page } from './sources.ts';

const dossier = new Dossier({
  people: [],
  meetings: [],
  documents: [herald, page],
  disputes: [],
  records: [],
});
const names = new NameMatcher([]);

function conversion(text: string, form: Form, style = 'chicago-notes'): Conversion {
  return convertCitations(dossier, analyse(text, names), STYLES, { form, style: styleOf(style) });
}

const converted = (text: string, form: Form, style?: string): string =>
  applyEdits(text, conversion(text, form, style).edits);

const HERALD = 'Ada Vale, “Two Ministers and a Clock,” *Herald*, September 15, 2013';
const NOTE = `[^herald-2013-clock-p5]: ${HERALD}, para. 5.`;
const KEYS = 'They talked [@herald-2013-clock, para. 5]. Then they left.\n';
const NOTES = `They talked.[^herald-2013-clock-p5] Then they left.\n\n${NOTE}\n`;

/** Three footnotes to one work, as they are inserted one after the other. */
const insertLater = (style: string): string =>
  [5, 7, undefined].reduce<string>((text, paragraph, index) => {
    const sentence = ['One.', 'Two.', 'Three.'][index] ?? '';
    const at = text.indexOf(sentence) + sentence.length;
    const reference = paragraph === undefined ? cite(herald) : cite(herald, paragraph);
    const { edits } = insertCitation(text, [at], [reference], { form: 'footnote', style: styleOf(style) });
    return applyEdits(text, edits);
  }, 'One. Two. Three.\n');

describe('the citations of a file', () => {
  it('become footnotes behind the mark that ends the sentence', () => {
    expect(converted(KEYS, 'footnote')).toBe(NOTES);
  });

  it('become keys before it, and the definitions go', () => {
    expect(converted(NOTES, 'pandoc-key').trimEnd()).toBe(KEYS.trimEnd());
  });

  it('become formatted references in parentheses, and keys again', () => {
    const formatted = `They talked (${HERALD}, para. 5). Then they left.\n`;
    expect(converted(KEYS, 'formatted')).toBe(formatted);
    expect(converted(NOTES, 'formatted').trimEnd()).toBe(formatted.trimEnd());
    expect(converted(formatted, 'pandoc-key')).toBe(KEYS);
    const inText = converted(KEYS, 'formatted', 'chicago-author-date');
    expect(inText).toMatch(/^They talked \(Vale 2013[^()]*\)\. Then they left\.\n$/);
    expect(converted(inText, 'pandoc-key')).toBe(KEYS);
  });

  it('keep several sources, paragraphs and words in one citation', () => {
    const text = 'So [see @herald-2013-clock, paras. 5, 9; @page-2025-legacy, and more].\n';
    expect(converted(text, 'footnote')).toMatch(
      /^So\.\[\^herald-2013-clock-p5-9\]\[\^page-2025-legacy\]\n\n\[\^herald-2013-clock-p5-9\]: see Ada Vale.*, paras\. 5, 9\.\n\[\^page-2025-legacy\]: .*, and more\.\n$/,
    );
  });

  it('stay where something would be lost', () => {
    const text = [
      'Unknown [@nobody-1999] and [@herald-2013-clock; @nobody-1999].',
      '',
      'Changed.[^herald-2013-clock-p5] In code `[@herald-2013-clock]`.',
      '',
      `[^herald-2013-clock-p5]: ${HERALD}, para. 5. She was there.`,
      '',
    ].join('\n');
    expect(conversion(text, 'footnote')).toEqual({ edits: [], converted: 0, left: 3 });
    expect(conversion(text, 'pandoc-key')).toEqual({ edits: [], converted: 0, left: 3 });
  });

  it('are later notes too, in every style', () => {
    for (const style of STYLES) {
      const text = insertLater(style.id);
      expect(text.match(/^\[\^/gm)).toHaveLength(3);
      expect(converted(text, 'pandoc-key', style.id).trimEnd()).toBe(
        'One [@herald-2013-clock, para. 5]. Two [@herald-2013-clock, para. 7]. Three [@herald-2013-clock].',
      );
    }
    const formatted = converted(KEYS, 'formatted').replace(
      'Then',
      'So Vale, “Two Ministers and a Clock,” para. 7. Then',
    );
    expect(converted(formatted, 'pandoc-key')).toBe(
      KEYS.replace('Then', 'So [@herald-2013-clock, para. 7]. Then'),
    );
    // What is short enough to be the writer's own stays.
    const own = 'So Vale, “Two Ministers and a Clock,” has it; Vale, 2013; Vale 2013.\n';
    expect(converted(own, 'pandoc-key')).toBe(own);
  });

  it('leave the bibliography alone', () => {
    const entry = `<!-- counterparts-bibliography -->\n\n${HERALD}\n\n<!-- /counterparts-bibliography -->\n`;
    expect(conversion(entry, 'pandoc-key').edits).toEqual([]);
  });

  it('are converted there and back in every style', () => {
    for (const { id } of STYLES) {
      expect(converted(converted(KEYS, 'footnote', id), 'pandoc-key').trimEnd()).toBe(KEYS.trimEnd());
      expect(converted(converted(KEYS, 'formatted', id), 'pandoc-key')).toBe(KEYS);
    }
  });
});

it('whatever the text, the edits are in order and within it', () => {
  const fragment = fc.constantFrom(
    KEYS,
    NOTES,
    NOTE,
    `(${HERALD})`,
    '[@page-2025-legacy]',
    '.',
    '\n',
    '> ',
    '- ',
    '`',
    '[^herald-2013-clock-p5]',
    ' ',
    'word',
    '](',
    '[',
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 12 }), fc.constantFrom(...CONVERTIBLE), (parts, form) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end } of conversion(text, form).edits) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
