import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import { FORMS, type Form } from '../../../../src/core/citation/forms.ts';
import { insertCitation } from '../../../../src/core/citation/insert.ts';
import type { Reference } from '../../../../src/core/citation/references.ts';
import { STYLES, styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { cite, herald, page, sourceDocument, trip } from './sources.ts';

const FULL = 'Ada Vale, “Two Ministers and a Clock,” *Herald*, September 15, 2013';
const SHORT = 'Vale, “Two Ministers and a Clock”';
const NOTE = `[^herald-2013-clock-p5]: ${FULL}, para. 5.`;
const LATER = '[^herald-2013-clock-p7]: Vale, “Two Ministers and a Clock,” para. 7.';
const seven = [cite(herald, 7)];

interface More {
  readonly style?: string;
  readonly references?: readonly Reference[];
  readonly template?: string;
}

/** Inserts at each `|` of the text; at each `‸` where it has tables. */
function inserted(marked: string, form: Form, more: More = {}): string {
  const { style = 'chicago-notes', references = seven, template } = more;
  const parts = marked.split(marked.includes('‸') ? '‸' : '|');
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  const manner = { form, style: styleOf(style), ...(template !== undefined && { template }) };
  const text = parts.join('');
  return applyEdits(text, insertCitation(text, offsets, references, manner).edits);
}

const note = (marked: string, more?: More): string => inserted(marked, 'footnote', more);
const words = (marked: string, more?: More): string => inserted(marked, 'formatted', more);

describe('a footnote to a work that the text cites in full before', () => {
  it('is short, with its locator', () => {
    expect(note(`One.[^herald-2013-clock-p5] Two.|\n\n${NOTE}\n`)).toBe(
      `One.[^herald-2013-clock-p5] Two.[^herald-2013-clock-p7]\n\n${NOTE}\n${LATER}\n`,
    );
  });

  it('is as the style has later notes, never “ibid.”', () => {
    const definitions = STYLES.map(({ id }) => {
      const first = note('One.|\n', { style: id, references: [cite(herald, 5)] });
      const both = note(first.replace('\n', ' Two.|\n'), { style: id });
      return /\[\^herald-2013-clock-p7\]: (.*)/.exec(both)?.[1];
    });
    expect(definitions).toEqual([
      'Vale, “Two Ministers and a Clock,” para. 7.',
      'Vale, “Two Ministers and a Clock,” para. 7.',
      'Vale, 2013, para. 7.',
      'Vale, “Two Ministers and a Clock,” par. 7.',
      'Vale A. Two Ministers and a Clock. Para. 7.',
    ]);
  });

  it('follows the calls, not the definitions', () => {
    expect(note(`${NOTE}\n\nOne.|\n\nTwo.[^herald-2013-clock-p5]\n`)).toContain(
      `[^herald-2013-clock-p7]: ${FULL}, para. 7.`,
    );
    expect(note(`Two.[^herald-2013-clock-p5] One.|\n\nBetween.\n\n${NOTE}\n\nBehind.\n`)).toContain(LATER);
  });

  it('is full where it comes before the first, which stays as it is', () => {
    expect(note(`Zero.| One.[^herald-2013-clock-p5]\n\n${NOTE}\n`)).toBe(
      `Zero.[^herald-2013-clock-p7] One.[^herald-2013-clock-p5]\n\n${NOTE}\n[^herald-2013-clock-p7]: ${FULL}, para. 7.\n`,
    );
  });

  it('is full where only short notes, other works or keys come before', () => {
    const full = `${FULL}, para. 7.\n`;
    for (const before of [
      `One.[^1] Two.|\n\n[^1]: ${SHORT}, 3.\n`,
      'One.[^1] Two.|\n\n[^1]: Ada Vale, “Other Ministers,” *Herald*, September 15, 2013.\n',
      'One [@herald-2013-clock]. Two.|\n',
      'Ada Vale wrote “Two Ministers and a Clock” in the *Herald* of September 15, 2013. Two.|\n',
      `\`[^herald-2013-clock-p5]\` Two.|\n\n${NOTE}\n`,
      `\`\`\`\n${FULL}\n\`\`\`\n\nTwo.|\n`,
      `\`${FULL}\` Two.|\n`,
      `One.[^herald-2013-clock-p5] Two.|\n\n\`\`\`\n${NOTE}\n\`\`\`\n`,
      `Two.|\n\n${NOTE}\n`,
      'One.[^1] Two.|\n\n[^1]: Vale, <https://example.org/herald/2013/two-ministers-and-a-clock>.\n',
      'One.[^1] Two.|\n\n[^1]: Vale, “Two Ministers and a Clock” [@herald-2013-clock].\n',
    ])
      expect(note(before)).toContain(full);
  });

  it('is full where a short one has the label, and the place is before it', () => {
    expect(note(`One.| Two.[^herald-2013-clock-p7]\n\n${LATER}\n`)).toBe(
      `One.[^herald-2013-clock-p7-2] Two.[^herald-2013-clock-p7]\n\n${LATER}\n[^herald-2013-clock-p7-2]: ${FULL}, para. 7.\n`,
    );
    // Behind it, it is the note that the writer has there.
    expect(note(`One.[^herald-2013-clock-p7] Two.|\n\n${LATER}\n`)).toBe(
      `One.[^herald-2013-clock-p7] Two.[^herald-2013-clock-p7]\n\n${LATER}\n`,
    );
  });

  it('knows a full note with the writer’s own words, and in another style', () => {
    for (const own of [
      `[^1]: See above all ${FULL}, para. 5, who is sure of it.`,
      '[^1]: Vale, Ada. 2013. “Two ministers and a clock.” Herald.',
      '[^1]: Vale A. Two Ministers and a Clock // Herald. 2013. 15 Sept.',
    ])
      expect(note(`One.[^1] Two.|\n\n${own}\n`)).toContain(LATER);
  });

  it('knows a full reference in a sentence, but not that of the bibliography', () => {
    expect(note(`See ${FULL}, para. 5. Two.|\n`)).toContain(LATER);
    expect(note(`^[See ${FULL}, para. 5.] Two.|\n`)).toContain(LATER);
    expect(
      note(
        '<!-- counterparts-bibliography -->\n\nVale A. Two Ministers and a Clock // Herald. 2013. 15 Sept.\n\n<!-- /counterparts-bibliography -->\n\nTwo.|\n',
        { style: 'gost' },
      ),
    ).toContain('// Herald. 2013.');
  });

  it('has its address to know a page by, and entries of public records have theirs always', () => {
    const link = [cite(page, 7)];
    const first = note('One.|\n', { references: [cite(page, 5)] });
    expect(note(first.replace('\n', ' Two.|\n'), { references: link })).toContain(
      '[^page-2025-legacy-p7]: Office, “A Legacy: Eight Talks,” para. 7.\n',
    );
    const one = note('One.|\n', { references: [trip] });
    const url = 'https://example.gov/travels/minister-2';
    const other = trip.kind === 'public-record' ? { ...trip, entry: '2014-paris', url } : trip;
    expect(note(one.replace('\n', ' Two.|\n'), { references: [other] })).toContain(
      '[^travels-2014-paris]: “Travels of the Minister,” Office of Journeys, <https://example.gov/travels/minister-2>.',
    );
  });

  it('finds calls in every block, and none in what is no prose', () => {
    for (const call of [
      '# Head[^herald-2013-clock-p5]',
      '- Item[^herald-2013-clock-p5]',
      '> Said[^herald-2013-clock-p5]',
      '> - Said\n>   so[^herald-2013-clock-p5]',
      '| a[^herald-2013-clock-p5] |\n|---|',
      '*So[^herald-2013-clock-p5]*',
      'So[^x][^herald-2013-clock-p5]',
    ]) {
      expect(note(`${call}\n\nTwo.‸\n\n${NOTE}\n`)).toContain(LATER);
      expect(note(`${call}\n\nTwo.‸\n\n${NOTE}\n`.replaceAll('\n', '\r\n'))).toContain(LATER);
    }
    for (const call of [
      '<!-- [^herald-2013-clock-p5] -->',
      '---\ntitle: x[^herald-2013-clock-p5]\n---',
      '<div>\n[^herald-2013-clock-p5]\n</div>',
      '    [^herald-2013-clock-p5]',
      '\\[^herald-2013-clock-p5]',
      'Zero.\n\n[^2]: See the other.[^herald-2013-clock-p5]',
    ])
      expect(note(`${call}\n\nTwo.‸\n\n${NOTE}\n`)).not.toContain(LATER);
  });

  it('is told by a DOI where there is nothing else', () => {
    const paper = sourceDocument('paper', { URL: 'https://example.org/p' }, 'Paper');
    const csl = {
      type: 'article',
      title: 'On Salt',
      issued: '2013',
      DOI: '10.1234/Salt',
      URL: 'https://example.org/p',
    };
    const references: Reference[] = [
      { ...cite(paper, 7), kind: 'work', work: { id: 'paper', shortName: 'Paper', csl }, paragraphs: [7] },
    ];
    const first = inserted('One.|\n', 'footnote', { references });
    expect(first).toContain('https://doi.org/10.1234/Salt');
    const other = references.map(each => ({ ...each, paragraphs: [9] }));
    expect(inserted(first.replace('\n', ' Two.|\n'), 'footnote', { references: other })).toContain(
      '[^paper-p9]: “On Salt,” para. 9.',
    );
  });

  it('is one for several places, as the first of them needs it', () => {
    expect(note(`One.| Two.[^herald-2013-clock-p5] Three.|\n\n${NOTE}\n`)).toBe(
      `One.[^herald-2013-clock-p7] Two.[^herald-2013-clock-p5] Three.[^herald-2013-clock-p7]\n\n${NOTE}\n[^herald-2013-clock-p7]: ${FULL}, para. 7.\n`,
    );
    expect(note(`Two.[^herald-2013-clock-p5] Three.| Four.|\n\n${NOTE}\n`)).toBe(
      `Two.[^herald-2013-clock-p5] Three.[^herald-2013-clock-p7] Four.[^herald-2013-clock-p7]\n\n${NOTE}\n${LATER}\n`,
    );
  });

  it('is short for each of several works on its own', () => {
    expect(
      note(`One.[^herald-2013-clock-p5] Two.|\n\n${NOTE}\n`, { references: [cite(page), ...seven] }),
    ).toContain(
      `\n[^page-2025-legacy]: Office, “A Legacy: Eight Talks,” Pages, March 2025, <https://example.org/a_b/legacy_(eight)>.\n${LATER}\n`,
    );
  });
});

describe('a reference in words, in a style of notes', () => {
  it('is full for the first time and short afterwards, at several carets too', () => {
    expect(words('(see |) and (see |)')).toBe(
      `(see ${FULL}, para. 7) and (see Vale, “Two Ministers and a Clock,” para. 7)`,
    );
    expect(words(`See ${FULL}, para. 5. And |\n`)).toBe(
      `See ${FULL}, para. 5. And Vale, “Two Ministers and a Clock,” para. 7.\n`,
    );
  });

  it('is read where the note is called in which it stands', () => {
    const notes = (caret: string, other: string): string => `[^a]: See ${caret}\n[^b]: See ${other}\n`;
    const short = 'Vale, “Two Ministers and a Clock,” para. 7';
    expect(words(`One.[^b] Two.[^a]\n\n${notes('|', `${FULL}.`)}`)).toContain(`[^a]: See ${short}.\n`);
    expect(words(`One.[^a] Two.[^b]\n\n${notes('|', `${FULL}.`)}`)).toContain(
      `[^a]: See ${FULL}, para. 7.\n`,
    );
    expect(words(`One.[^b] Two.[^a]\n\n${notes('|', '|')}`)).toBe(
      `One.[^b] Two.[^a]\n\n${notes(`${short}.`, `${FULL}, para. 7.`)}`,
    );
    // Nothing calls it: where it will be read, nobody knows.
    expect(words(`One.[^b]\n\n${notes('|', `${FULL}.`)}`)).toContain(`[^a]: See ${FULL}, para. 7.\n`);
    // The note itself has it in full already.
    expect(words(`[^a]: ${FULL}; again |\n\nOne.[^a]`)).toContain(`again ${short}.\n`);
  });

  it('does not change what styles in the text have in brackets', () => {
    for (const style of ['apa', 'mla', 'chicago-author-date', 'gost'])
      expect(words('| and |', { style })).toMatch(/^\s*(\S.*) and \1$/);
  });

  it('stands for a link that there is none of', () => {
    expect(inserted(`See ${FULL}, para. 5. And |\n`, 'markdown-link')).toContain(
      ' And Vale, “Two Ministers and a Clock,” para. 7.\n',
    );
  });
});

describe('a template', () => {
  it('has the full reference always, and a note as the text needs it', () => {
    const template = '^[{note}; {reference}.]';
    expect(inserted('One.| Two.|', 'template', { template })).toBe(
      `One. ^[${FULL}, para. 7; ${FULL}, para. 7.] Two. ^[Vale, “Two Ministers and a Clock,” para. 7; ${FULL}, para. 7.]`,
    );
  });
});

describe('whatever the text', () => {
  const own = sourceDocument('own.1', { title: 'No *date*', issued: '', author: [] });
  const parts = fc.constantFrom(
    'One. ',
    'See ',
    `${FULL}, para. 5. `,
    `${SHORT}. `,
    '[^herald-2013-clock-p5]',
    '[^herald-2013-clock-p7]',
    '[^1]',
    '\n\n',
    '\n',
    `\n\n${NOTE}\n`,
    `\n${LATER}\n`,
    `\n[^1]: ${FULL}.\n`,
    '\n[^1]: ',
    '    ',
    '> ',
    '```\n',
    '`',
    '[@herald-2013-clock]',
    '<!-- counterparts-bibliography -->\n',
    '<!-- /counterparts-bibliography -->\n',
  );
  const text = fc.array(parts, { maxLength: 14 }).map(all => all.join(''));
  const places = fc.array(fc.nat(600), { minLength: 1, maxLength: 3 });
  const references = fc.uniqueArray(
    fc.constantFrom(cite(herald, 7), cite(herald), cite(page), cite(own), trip),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  const manner = fc.record({
    form: fc.constantFrom(...FORMS),
    style: fc.constantFrom(...STYLES),
    template: fc.constant('({note})'),
  });

  it('inserting changes none of its characters', () => {
    fc.assert(
      fc.property(text, places, references, manner, (before, offsets, sources, how) => {
        const { edits } = insertCitation(before, offsets, sources, how);
        let rest = before.length;
        for (const { start, end } of [...edits].reverse()) {
          expect(start).toBe(end);
          expect(start).toBeLessThan(rest + 1);
          rest = start;
        }
        // Without what was inserted the text is what it was.
        let after = applyEdits(before, edits);
        for (const { start, text: put } of [...edits].reverse()) {
          const at =
            start + edits.filter(edit => edit.start < start).reduce((sum, edit) => sum + edit.text.length, 0);
          expect(after.slice(at, at + put.length)).toBe(put);
          after = after.slice(0, at) + after.slice(at + put.length);
        }
        expect(after).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a short note never comes without a full reference before it', () => {
    fc.assert(
      fc.property(text, places, (before, offsets) => {
        const { edits, definitions } = insertCitation(before, offsets, seven, {
          form: 'footnote',
          style: styleOf('chicago-notes'),
        });
        const [first] = edits;
        if (definitions.length === 0 || definitions[0]?.includes(FULL) || !first) return;
        expect(before).toContain(FULL);
      }),
      { numRuns: 1_000 },
    );
  });
});
