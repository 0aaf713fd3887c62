import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../../../src/core/citation/document-scan.ts';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import { FORMS, type Form, substituted } from '../../../../src/core/citation/forms.ts';
import { CitationTarget, insertCitation } from '../../../../src/core/citation/insert.ts';
import type { Reference } from '../../../../src/core/citation/references.ts';
import type { ProsePlace } from '../../../../src/core/citation/scan-places.ts';
import { chicagoNotes } from '../../../../src/core/citation/styles/chicago-notes.ts';
import { SurroundingsReader } from '../../../../src/core/citation/surroundings.ts';
import { findKeys } from '../../../../src/core/text/citations.ts';
import { scanKeys } from '../../../../src/core/text/key-scan.ts';
import { cite, herald, page, sourceDocument, trip } from './sources.ts';

const five = [cite(herald, 5)];
const HERALD = 'Ada Vale, “Two Ministers and a Clock,” *Herald*, September 15, 2013, para. 5';
const NOTE = `[^herald-2013-clock-p5]: ${HERALD}.`;

/** Inserts at each `|` of the text and gives the new text with the carets as `|`. */
function inserted(marked: string, references: readonly Reference[], form: Form): string {
  const parts = marked.split('|');
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  const { edits, carets } = insertCitation(parts.join(''), offsets, references, {
    form,
    style: chicagoNotes,
  });
  const carried = [...new Set(carets)].sort((a, b) => a - b);
  return applyEdits(
    applyEdits(parts.join(''), edits),
    carried.map(caret => ({ start: caret, end: caret, text: '|' })),
  );
}

describe('a key at a role of MyST’s', () => {
  it.each(['myst', 'myst-in-text', 'pandoc-key', 'pandoc-no-author'] as const)('joins it as %s', form => {
    for (const marked of [
      '{ci|te:p}`roe-2020`',
      '{cite:p}`|roe-2020`',
      '{cite:p}`roe-|2020`',
      '{cite:p}`roe-2020|`',
      '{cite:p}`roe-2020`|',
    ])
      expect(inserted(`Met ${marked}.`, five, form)).toBe(
        'Met {cite:p}`roe-2020, herald-2013-clock{para. 5}`|.',
      );
  });

  it('is parted as those there are, and not repeated', () => {
    const keys = (marked: string) => inserted(marked, [cite(herald, 5), cite(page)], 'myst');
    expect(keys('{cite:t}`{see, e.g.}a ; b{p. 3} |`')).toBe(
      '{cite:t}`{see, e.g.}a ; b{p. 3}; herald-2013-clock{para. 5}; page-2025-legacy `|',
    );
    expect(keys('{cite}`{see}herald-2013-clock{para. 5}|,`')).toBe(
      '{cite}`{see}herald-2013-clock{para. 5}, page-2025-legacy`|',
    );
    expect(keys('{cite}`page-2025-legacy, herald-2013-clock{para. 5}`|')).toBe(
      '{cite}`page-2025-legacy, herald-2013-clock{para. 5}`|',
    );
    expect(keys('> {cite}`a,\n> b|`')).toBe(
      '> {cite}`a,\n> b, herald-2013-clock{para. 5}, page-2025-legacy`|',
    );
    expect(keys('{cite}`a`{cite}`b|`{cite}`c`')).toBe(
      '{cite}`a`{cite}`b, herald-2013-clock{para. 5}, page-2025-legacy`|{cite}`c`',
    );
  });

  it('stands behind it where it is written otherwise, and in code nowhere', () => {
    expect(inserted('{cite:p}`ro|e-2020`', five, 'pandoc-in-text')).toBe(
      '{cite:p}`roe-2020` @herald-2013-clock [para. 5]|',
    );
    expect(inserted('{cite:p}`roe|, b`.', five, 'footnote')).toMatch(/^\{cite:p\}`roe, b`\.?\[\^/);
    expect(inserted('`ro|e-2020`', five, 'myst')).toBe('`roe-2020` {cite:p}`herald-2013-clock{para. 5}`|');
    expect(inserted('\\{cite:p}`ro|e`', five, 'myst')).toBe(
      '\\{cite:p}`roe` {cite:p}`herald-2013-clock{para. 5}`|',
    );
  });

  it('joins brackets as Pandoc’s do', () => {
    expect(inserted('Met [@roe-2020|].', five, 'myst')).toBe(
      'Met [@roe-2020; @herald-2013-clock, para. 5]|.',
    );
  });
});

describe('a Pandoc key', () => {
  const keys = (marked: string, references: readonly Reference[] = five) =>
    inserted(marked, references, 'pandoc-key');

  it('stands in brackets with its locator, several in one pair', () => {
    expect(keys('They met |.')).toBe('They met [@herald-2013-clock, para. 5]|.');
    expect(keys('They met |.', [cite(herald, 5), cite(page)])).toBe(
      'They met [@herald-2013-clock, para. 5; @page-2025-legacy]|.',
    );
  });

  it('names a document once, with all its paragraphs', () => {
    expect(keys('|', [cite(herald, 31), cite(page), cite(herald, 5)])).toBe(
      '[@herald-2013-clock, paras. 5, 31; @page-2025-legacy]|',
    );
  });

  it('is parted from the words around it where that is needed, and only there', () => {
    expect(keys('met|')).toBe('met [@herald-2013-clock, para. 5]|');
    expect(keys('met |and')).toBe('met [@herald-2013-clock, para. 5] |and');
    expect(keys('(|)')).toBe('([@herald-2013-clock, para. 5]|)');
    expect(keys('“|no”')).toBe('“[@herald-2013-clock, para. 5] |no”');
    expect(keys('"Talks"|')).toBe('"Talks" [@herald-2013-clock, para. 5]|');
    expect(keys('|(so he says)')).toBe('[@herald-2013-clock, para. 5] |(so he says)');
    expect(keys('|: that is')).toBe('[@herald-2013-clock, para. 5] |: that is');
  });

  it('does not cut a word, a link or a code span in two', () => {
    expect(keys('in Gen|eva.')).toBe('in Geneva [@herald-2013-clock, para. 5]|.');
    expect(keys('a [ta|lk](https://example.org) here')).toBe(
      'a [talk](https://example.org) [@herald-2013-clock, para. 5]| here',
    );
    expect(keys('a [talk](https://exa|mple.org) here')).toBe(
      'a [talk](https://example.org) [@herald-2013-clock, para. 5]| here',
    );
    expect(keys('run `co|de` now')).toBe('run `code` [@herald-2013-clock, para. 5]| now');
    expect(keys('said so.[^no|te] Then\n\n[^note]: x')).toBe(
      'said so.[^note] [@herald-2013-clock, para. 5]| Then\n\n[^note]: x',
    );
  });

  it('joins the citation in which or behind which the caret stands', () => {
    expect(keys('met [@page|-2025-legacy].')).toBe('met [@page-2025-legacy; @herald-2013-clock, para. 5]|.');
    expect(keys('met [see @page-2025-legacy, p. 3 ]|.')).toBe(
      'met [see @page-2025-legacy, p. 3; @herald-2013-clock, para. 5 ]|.',
    );
    expect(keys('met [@a] |')).toBe('met [@a] [@herald-2013-clock, para. 5]|');
    expect(keys('met [|]')).toBe('met [@herald-2013-clock, para. 5]|');
  });

  it('stands behind the brackets that hold the place of a key in the text', () => {
    expect(keys('As @a [p. 3|] says')).toBe('As @a [p. 3] [@herald-2013-clock, para. 5]| says');
    expect(keys('As @{a-b}\n[|p. 3] says')).toBe('As @{a-b}\n[p. 3] [@herald-2013-clock, para. 5]| says');
    expect(inserted('As @a [p. |3] says', five, 'footnote')).toMatch(/^As @a \[p\. 3\]\[\^herald/);
    expect(keys('mail a@b.org [sic|]')).toBe('mail a@b.org [sic [@herald-2013-clock, para. 5]|]');
  });

  it('joins the citation that stands, behind one blank, for the words behind which the caret is', () => {
    expect(keys('Met in Sofia| [@roe-2020].')).toBe(
      'Met in Sofia [@roe-2020; @herald-2013-clock, para. 5]|.',
    );
    expect(keys('«Sofia»|\u00a0[see @roe-2020]')).toBe(
      '«Sofia»\u00a0[see @roe-2020; @herald-2013-clock, para. 5]|',
    );
    expect(inserted('Sofia| {cite:p}`roe-2020`.', five, 'myst')).toBe(
      'Sofia {cite:p}`roe-2020, herald-2013-clock{para. 5}`|.',
    );
    // Not what stands apart from the words, holds the place of a key in the text, or is no citation.
    expect(keys('Sofia |[@roe-2020]')).toBe('Sofia [@herald-2013-clock, para. 5] |[@roe-2020]');
    expect(keys('@roe-2020| [p. 3]')).toBe('@roe-2020 [@herald-2013-clock, para. 5]| [p. 3]');
    expect(keys('Sofia| [sic]')).toBe('Sofia [@herald-2013-clock, para. 5]| [sic]');
  });

  it('joins brackets in which the caret stands in forms that stand in the text, too', () => {
    for (const form of ['pandoc-in-text', 'plain-key', 'myst-in-text'] as const) {
      expect(inserted('met [@a|; @b].', five, form)).toBe('met [@a; @b; @herald-2013-clock, para. 5]|.');
      expect(inserted('met [@|].', five, form)).toBe('met [@herald-2013-clock, para. 5]|.');
    }
    expect(inserted('met [@a]|.', five, 'pandoc-in-text')).toBe('met [@a] @herald-2013-clock [para. 5]|.');
    expect(inserted('met [@a|].', [trip], 'plain-key')).toMatch(/^met \[@a\] \[Travels/);
  });

  it('is not repeated in a citation that has it', () => {
    const text = 'met [see @herald-2013-clock, para. 5|; @a].';
    expect(keys(text)).toBe('met [see @herald-2013-clock, para. 5; @a]|.');
    expect(
      insertCitation(text.replace('|', ''), [20], five, { form: 'pandoc-key', style: chicagoNotes }).edits,
    ).toEqual([]);
  });

  it('completes a mark that was typed', () => {
    expect(keys('met [@|].')).toBe('met [@herald-2013-clock, para. 5]|.');
    expect(keys('met [@|')).toBe('met [@herald-2013-clock, para. 5]|');
    expect(keys('met [@a; @|].')).toBe('met [@a; @herald-2013-clock, para. 5]|.');
  });

  it('leaves brackets that are no citation alone', () => {
    expect(keys('he [sic|] said')).toBe('he [sic [@herald-2013-clock, para. 5]|] said');
  });

  it('gives way to a link for an entry of a public record, which has no key', () => {
    const result = insertCitation('x ', [2], [trip], { form: 'pandoc-key', style: chicagoNotes });
    expect(result.inline).toBe('[Travels of the Minister](https://example.gov/travels/minister)');
    expect(substituted([trip, cite(herald)], { form: 'pandoc-key', style: chicagoNotes })).toEqual([trip]);
  });
});

describe('a footnote', () => {
  const notes = (marked: string, references: readonly Reference[] = five) =>
    inserted(marked, references, 'footnote');

  it('stands behind the word or mark, and its definition at the end behind a blank line', () => {
    expect(notes('They met.|\n')).toBe(`They met.[^herald-2013-clock-p5]|\n\n${NOTE}\n`);
    expect(notes('They met. |Then\n')).toBe(`They met.[^herald-2013-clock-p5] |Then\n\n${NOTE}\n`);
    expect(notes('- |\n')).toBe(`- [^herald-2013-clock-p5]|\n\n${NOTE}\n`);
  });

  it('keeps a file without a line break at its end so', () => {
    expect(notes('They met.|')).toBe(`They met.[^herald-2013-clock-p5]|\n\n${NOTE}`);
    expect(notes('|')).toBe(`[^herald-2013-clock-p5]|\n\n${NOTE}`);
  });

  it('writes the line breaks of the file', () => {
    expect(notes('One.|\r\nTwo.\r\n')).toBe(`One.[^herald-2013-clock-p5]|\r\nTwo.\r\n\r\n${NOTE}\r\n`);
  });

  it('needs no further blank line where one is', () => {
    expect(notes('One.|\n\n')).toBe(`One.[^herald-2013-clock-p5]|\n\n${NOTE}\n`);
    expect(notes('One.|\n   ')).toBe(`One.[^herald-2013-clock-p5]|\n   \n${NOTE}\n`);
  });

  it('adds its definition to those at the end as they are set', () => {
    expect(notes('One.|[^1]\n\n[^1]: x\n')).toBe(`One.[^herald-2013-clock-p5]|[^1]\n\n[^1]: x\n${NOTE}\n`);
    expect(notes('One.|\n\n[^1]: x\n\n[^2]: y')).toBe(
      `One.[^herald-2013-clock-p5]|\n\n[^1]: x\n\n[^2]: y\n\n${NOTE}`,
    );
  });

  it('uses the definition that is there, even where the writer changed its words', () => {
    const own = '[^herald-2013-clock-p5]: Vale, “Two Ministers and,” 5. She was there.';
    expect(notes(`One.[^herald-2013-clock-p5] Two.|\n\n${own}\n`)).toBe(
      `One.[^herald-2013-clock-p5] Two.[^herald-2013-clock-p5]|\n\n${own}\n`,
    );
  });

  it('does not take the label of another note', () => {
    const other = '[^herald-2013-clock-p5]: Something else altogether.';
    expect(notes(`One.|\n\n${other}\n`)).toBe(
      `One.[^herald-2013-clock-p5-2]|\n\n${other}\n[^herald-2013-clock-p5-2]: ${HERALD}.\n`,
    );
  });

  it('takes no definition in a code block for one', () => {
    const code = `\`\`\`\n${NOTE}\n\`\`\``;
    expect(notes(`One.|\n\n${code}\n`)).toBe(`One.[^herald-2013-clock-p5]|\n\n${code}\n\n${NOTE}\n`);
  });

  it('comes before a code block that never ends', () => {
    expect(notes('One.|\n\n```js\nx\n')).toBe(`One.[^herald-2013-clock-p5]|\n\n${NOTE}\n\n\`\`\`js\nx\n`);
  });

  it('is written once for several carets, and each source has its own', () => {
    expect(notes('One.| Two.|\n')).toBe(
      `One.[^herald-2013-clock-p5]| Two.[^herald-2013-clock-p5]|\n\n${NOTE}\n`,
    );
    expect(notes('One.|\n', [cite(herald, 5), trip])).toBe(
      `One.[^herald-2013-clock-p5][^travels-2013-geneva]|\n\n${NOTE}\n[^travels-2013-geneva]: “Travels of the Minister,” Office of Journeys, <https://example.gov/travels/minister>.\n`,
    );
  });

  it('is not repeated where it stands', () => {
    expect(notes(`One.[^herald-2013-clock-p5]|\n\n${NOTE}\n`)).toBe(
      `One.[^herald-2013-clock-p5]|\n\n${NOTE}\n`,
    );
  });

  it('stands behind a citation, not in it', () => {
    expect(notes('met [@a|].\n')).toBe(`met [@a][^herald-2013-clock-p5]|.\n\n${NOTE}\n`);
  });

  it('stands behind the marks that begin a line', () => {
    expect(notes('|> Said.\n')).toBe(`> [^herald-2013-clock-p5]|Said.\n\n${NOTE}\n`);
    expect(notes('> One.\n|> Two.\n')).toBe(`> One.\n> [^herald-2013-clock-p5]|Two.\n\n${NOTE}\n`);
    expect(notes('|- # Said.\n')).toBe(`- # [^herald-2013-clock-p5]|Said.\n\n${NOTE}\n`);
    expect(notes('One.[^1]\n\n|[^1]: Two.\n')).toBe(
      `One.[^1]\n\n[^1]: [^herald-2013-clock-p5]|Two.\n${NOTE}\n`,
    );
  });

  it('does not become a link or a definition', () => {
    expect(notes('|(so)\n')).toBe(`[^herald-2013-clock-p5] |(so)\n\n${NOTE}\n`);
    expect(notes('|: so\n')).toBe(`[^herald-2013-clock-p5] |: so\n\n${NOTE}\n`);
    expect(notes('[label]|\n\n[label]: https://example.org\n')).toBe(
      `[label] [^herald-2013-clock-p5]|\n\n[label]: https://example.org\n\n${NOTE}\n`,
    );
  });

  it('has a label without anything that could end it', () => {
    const odd = sourceDocument('https://x.y/a]b c');
    expect(notes('One.|', [cite(odd)])).toMatch(/^One\.\[\^https-x\.y-a-b-c\]\|\n\n\[\^https-x\.y-a-b-c\]: /);
  });
});

describe('a citation for a caret where no citation can stand', () => {
  const keys = (marked: string) => inserted(marked, [cite(page)], 'pandoc-key');

  it('stands in a paragraph of its own below the block', () => {
    expect(keys('---\ntitle: T|\n---\n\nThey met.\n')).toBe(
      '---\ntitle: T\n---\n\n[@page-2025-legacy]|\n\nThey met.\n',
    );
    expect(keys('---\ntitle: T|\n---\nThey met.\n')).toBe(
      '---\ntitle: T\n---\n\n[@page-2025-legacy]|\n\nThey met.\n',
    );
    expect(keys('|---\ntitle: T\n---')).toBe('---\ntitle: T\n---\n\n[@page-2025-legacy]|');
    expect(keys('```js\nlet a|;\n```\n')).toBe('```js\nlet a;\n```\n\n[@page-2025-legacy]|\n');
    expect(keys('So:\n\n|```js\nlet a;\n```\nThen.')).toBe(
      'So:\n\n```js\nlet a;\n```\n\n[@page-2025-legacy]|\n\nThen.',
    );
    expect(keys('<div>\n|x\n</div>\n\nThen.')).toBe('<div>\nx\n</div>\n\n[@page-2025-legacy]|\n\nThen.');
    expect(keys('<!-- not| yet -->\nThen.')).toBe('<!-- not yet -->\n\n[@page-2025-legacy]|\n\nThen.');
    expect(keys('    let| a;\n\n    let b;\nThen.')).toBe(
      '    let a;\n\n    let b;\n\n[@page-2025-legacy]|\n\nThen.',
    );
    expect(keys('[a]: https://exam|ple.org\n[b]: x\n')).toBe(
      '[a]: https://example.org\n[b]: x\n\n[@page-2025-legacy]|\n',
    );
  });

  it('stays in the quotation or list item of the block', () => {
    expect(keys('> ```\n> a|\n> ```\n> Then.')).toBe(
      '> ```\n> a\n> ```\n>\n> [@page-2025-legacy]|\n>\n> Then.',
    );
    expect(keys('- One\n\n  ```\n  a|\n  ```\n- Two')).toBe(
      '- One\n\n  ```\n  a\n  ```\n\n  [@page-2025-legacy]|\n\n- Two',
    );
    expect(keys('1. ```\n   a|\n   ```\n')).toBe('1. ```\n   a\n   ```\n\n   [@page-2025-legacy]|\n');
  });

  it('stands above a block that never ends', () => {
    expect(keys('One.\n\n```js\nx|\n')).toBe('One.\n\n[@page-2025-legacy]|\n\n```js\nx\n');
    expect(keys('One.\n<!-- x|\n')).toBe('One.\n\n[@page-2025-legacy]|\n\n<!-- x\n');
  });

  it('is written once for several carets in one block, with one definition', () => {
    expect(inserted('```\na|\nb|\n```\n', five, 'footnote')).toBe(
      `\`\`\`\na\nb\n\`\`\`\n\n[^herald-2013-clock-p5]|\n\n${NOTE}\n`,
    );
  });

  it('does not part a list or a quotation from its code block that never ends', () => {
    const note = (marked: string) => inserted(marked, five, 'footnote');
    expect(note('Said.|\n\n- One\n- Two\n\n  ```\n  x\n')).toBe(
      `Said.[^herald-2013-clock-p5]|\n\n${NOTE}\n\n- One\n- Two\n\n  \`\`\`\n  x\n`,
    );
    expect(note('Said.|\n\n> One\n>\n> ```\n> x\n')).toBe(
      `Said.[^herald-2013-clock-p5]|\n\n${NOTE}\n\n> One\n>\n> \`\`\`\n> x\n`,
    );
  });
});

describe('a Markdown link', () => {
  it('leads to the address', () => {
    expect(inserted('see| here', [cite(page, 5)], 'markdown-link')).toBe(
      'see [Pages 2025, para. 5](https://example.org/a_b/legacy_%28eight%29)| here',
    );
  });

  it('gives way to the reference in words where there is no address', () => {
    const result = insertCitation('See ', [4], five, { form: 'markdown-link', style: chicagoNotes });
    expect(result.inline).toBe(`${HERALD}.`);
    expect(substituted([...five, cite(page), trip], { form: 'markdown-link', style: chicagoNotes })).toEqual(
      five,
    );
  });
});

describe('a formatted reference', () => {
  it('closes with a full stop unless a mark that closes it follows', () => {
    expect(inserted('See |', five, 'formatted')).toBe(`See ${HERALD}.|`);
    expect(inserted('(see |)', five, 'formatted')).toBe(`(see ${HERALD}|)`);
    expect(inserted('See |; and more', five, 'formatted')).toBe(`See ${HERALD}|; and more`);
  });

  it('parts several by semicolons', () => {
    expect(inserted('|', [cite(herald, 5), cite(page)], 'formatted')).toBe(
      `${HERALD}; Office, “A Legacy: Eight Talks,” Pages, March 2025, <https://example.org/a_b/legacy_(eight)>.|`,
    );
  });
});

describe('the citation for a selection', () => {
  /** Inserts for what stands between `«` and `»`. */
  const selected = (marked: string, form: Form): string => {
    const start = marked.indexOf('«');
    const end = marked.indexOf('»') - 1;
    const text = marked.replace(/[«»]/g, '');
    const { edits } = new CitationTarget(text, [{ start, end }]).insert([cite(page)], {
      form,
      style: chicagoNotes,
    });
    return applyEdits(text, edits).replace(/\n\n.*/s, '');
  };

  it('stands before the mark that ends the sentence, a footnote behind it', () => {
    expect(selected('«They met. »Then', 'pandoc-key')).toBe('They met [@page-2025-legacy]. Then');
    expect(selected('«They met. »Then', 'footnote')).toBe('They met.[^page-2025-legacy] Then');
  });

  it('stands behind the dot of an abbreviation and behind quotation marks', () => {
    expect(selected('«in the U.S.» and', 'pandoc-key')).toBe('in the U.S. [@page-2025-legacy] and');
    expect(selected('«He said “no.”» Then', 'pandoc-key')).toBe('He said “no.” [@page-2025-legacy] Then');
  });
});

/** Whether some backtick of the block around a place neither begins nor ends a code span. */
function hasLoneBacktick(text: string, { at, leaf }: ProsePlace): boolean {
  const { masked } = new SurroundingsReader(text).around(at, leaf);
  const words = text.slice(leaf.start, leaf.end);
  return [...words.matchAll(/`/g)].some(({ index }) => {
    const tick = leaf.start + index;
    return !masked.some(({ start, end }) => start <= tick && tick < end);
  });
}

describe('whatever the text', () => {
  const references = fc.uniqueArray(fc.constantFrom(cite(herald, 5), cite(herald), cite(page, 2, 3), trip), {
    minLength: 1,
    maxLength: 3,
  });
  const form = fc.constantFrom(...FORMS);
  const fragment = fc.constantFrom(
    ...[
      '[@a]',
      '[@',
      ']',
      '[^x]',
      '[^x]: y',
      '`',
      '```',
      '\n',
      '\r\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '---\n',
      '<!--',
      '-->',
    ],
    ...[
      'word',
      ' ',
      '  ',
      '.',
      '(',
      ')',
      '[t](u)',
      '[r]',
      '|',
      '\\',
      '@b',
      '\uFEFF',
      '😀',
      '\ud800',
      '\udc00',
      'é',
      '\t',
    ],
    ...['[@herald-2013-clock, para. 5]', '[^herald-2013-clock-p5]', NOTE, '| a | b |\n|---|---|\n'],
  );
  const text = fc
    .array(fc.oneof({ weight: 5, arbitrary: fragment }, fc.string({ unit: 'binary' })), { maxLength: 25 })
    .map(parts => parts.join(''));
  const places = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 4 });
  const offsetsIn = (length: number, shares: readonly number[]) =>
    shares.map(share => Math.round(share * length));

  it('nothing in it changes: taking out what was put in gives it back', () => {
    fc.assert(
      fc.property(text, places, references, form, (before, shares, sources, chosen) => {
        const result = insertCitation(before, offsetsIn(before.length, shares), sources, {
          form: chosen,
          style: chicagoNotes,
          template: '{short}{, locator}',
        });
        let last = -1;
        for (const { start, end, text: put } of result.edits) {
          expect(start).toBe(end);
          expect(start).toBeGreaterThan(last);
          expect(put).not.toBe('');
          expect(start).toBeLessThanOrEqual(before.length);
          expect(`${before.charAt(start - 1)}${before.charAt(start)}`).not.toMatch(
            /[\ud800-\udbff][\udc00-\udfff]|\r\n/,
          );
          last = start;
        }
        const after = applyEdits(before, result.edits);
        for (const caret of result.carets) {
          expect(caret).toBeGreaterThanOrEqual(0);
          expect(caret).toBeLessThanOrEqual(after.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('inserting again adds no definition', () => {
    fc.assert(
      fc.property(text, places, references, (before, shares, sources) => {
        const { places: prose } = scanDocument(before, offsetsIn(before.length, shares));
        fc.pre(prose.size > 0); // a mark in a block of code, or before its fence, is no footnote
        const first = insertCitation(before, [...prose.keys()], sources, {
          form: 'footnote',
          style: chicagoNotes,
        });
        const once = applyEdits(before, first.edits);
        const again = insertCitation(once, first.carets, sources, { form: 'footnote', style: chicagoNotes });
        expect(again.definitions).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('every key that is inserted is read again', () => {
    fc.assert(
      fc.property(text, places, (before, shares) => {
        const [offset = 0] = offsetsIn(before.length, shares);
        const { edits } = insertCitation(before, [offset], [cite(herald, 5)], {
          form: 'pandoc-key',
          style: chicagoNotes,
        });
        for (const { start, text: put } of edits) {
          const after = applyEdits(before, edits);
          const end = start + put.length;
          const found = [...findKeys(after)].find(key => key.end > start && key.start <= end);
          expect(found?.key).toBe('herald-2013-clock');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('a code span that holds no keys is left alone though it looks like a role', () => {
    const before = '{cite:p}`roe-2020``code`';
    for (const offset of [1, 8, 12, before.length]) {
      const { edits } = insertCitation(before, [offset], five, { form: 'myst', style: chicagoNotes });
      expect(applyEdits(before, edits)).toBe(`${before} {cite:p}\`herald-2013-clock{para. 5}\``);
    }
  });

  it('no key of a role is lost where another is inserted, and that is read again', () => {
    const piece = fc.constantFrom(
      ...[
        '{cite:p}`roe-2020`',
        '{cite}`{see}a{p. 3}; b`',
        '{cite:t}`a,\n> b`',
        '[@c; @d]',
        '@e',
        '`code`',
        '> ',
        '\n',
        '\n\n',
      ],
      ...['word ', ' ', '.', '- ', '“', '”', '{', '}', '\\', '[', ']', 'cite'],
    );
    const soup = fc.array(piece, { maxLength: 14 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(soup, places, fc.constantFrom<Form>('myst', 'pandoc-key'), (before, shares, form) => {
        const [offset = 0] = offsetsIn(before.length, shares);
        const prose = scanDocument(before, [offset]).places.get(offset);
        fc.pre(prose !== undefined && !hasLoneBacktick(before, prose)); // it would pair with that of the role
        const { edits } = insertCitation(before, [offset], five, { form, style: chicagoNotes });
        const keys = (text: string): string[] => scanKeys(text).map(({ key }) => key);
        const after = keys(applyEdits(before, edits));
        expect(after.filter(key => key === 'herald-2013-clock')).toHaveLength(1);
        expect(after.filter(key => key !== 'herald-2013-clock')).toEqual(keys(before));
      }),
      { numRuns: 2_000 },
    );
  });
});
