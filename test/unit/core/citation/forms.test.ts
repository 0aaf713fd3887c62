import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import {
  citationText,
  FORMS,
  type Form,
  isKeyForm,
  substituted,
} from '../../../../src/core/citation/forms.ts';
import { insertCitation } from '../../../../src/core/citation/insert.ts';
import { UnwritableKeyError } from '../../../../src/core/citation/keys.ts';
import type { Reference } from '../../../../src/core/citation/references.ts';
import { chicagoNotes } from '../../../../src/core/citation/styles/chicago-notes.ts';
import type { Quotation } from '../../../../src/core/dossier/records.ts';
import { findKeys } from '../../../../src/core/text/citations.ts';
import { cite, herald, page, sourceDocument, trip } from './sources.ts';

type More = { readonly prefix?: string; readonly suffix?: string; readonly template?: string };

const written = (form: Form, references: readonly Reference[], more: More = {}): string =>
  citationText(references, { form, style: chicagoNotes, ...more });

const five = [cite(herald, 5)];
const two = [cite(herald, 5, 31), cite(page)];

describe('the forms of Pandoc', () => {
  it('name the key in brackets, in the text, or without the author', () => {
    expect(written('pandoc-key', five)).toBe('[@herald-2013-clock, para. 5]');
    expect(written('pandoc-in-text', five)).toBe('@herald-2013-clock [para. 5]');
    expect(written('pandoc-in-text', [cite(page)])).toBe('@page-2025-legacy');
    expect(written('pandoc-no-author', two)).toBe('[-@herald-2013-clock, paras. 5, 31; -@page-2025-legacy]');
  });

  it('have a prefix before the first source and a suffix behind the last', () => {
    const more = { prefix: 'see', suffix: 'and  elsewhere' };
    expect(written('pandoc-key', two, more)).toBe(
      '[see @herald-2013-clock, paras. 5, 31; @page-2025-legacy, and elsewhere]',
    );
    expect(written('pandoc-in-text', five, more)).toBe('see @herald-2013-clock [para. 5, and elsewhere]');
  });

  it('keep words that would end the citation or name another source from doing so', () => {
    expect(written('pandoc-key', five, { prefix: '[see; @x', suffix: 'a]' })).toBe(
      '[see, \\@x @herald-2013-clock, para. 5, a]',
    );
  });

  it('complete a mark that was typed, whatever the form', () => {
    for (const form of ['pandoc-key', 'pandoc-no-author'] as const) {
      const { edits } = insertCitation('met [@', [6], [cite(page)], { form, style: chicagoNotes });
      expect(applyEdits('met [@', edits)).toBe('met [@page-2025-legacy]');
    }
  });

  it('are kept apart from what would go on with a key', () => {
    const manner = { form: 'pandoc-in-text', style: chicagoNotes } as const;
    const { edits } = insertCitation('see /x', [4], [cite(page)], manner);
    expect(applyEdits('see /x', edits)).toBe('see @page-2025-legacy /x');
  });
});

describe('the roles of MyST', () => {
  it('hold all sources in one role, with no comma but between them', () => {
    expect(written('myst', two)).toBe('{cite:p}`herald-2013-clock{paras. 5 and 31}, page-2025-legacy`');
    expect(written('myst-in-text', five)).toBe('{cite:t}`herald-2013-clock{para. 5}`');
    expect(written('myst', five, { prefix: 'see `a`;', suffix: 'b, c' })).toBe(
      '{cite:p}`{see a and}herald-2013-clock{para. 5 b and c}`',
    );
  });

  it('refuse a key that would be read as two', () => {
    expect(() => written('myst', [cite(sourceDocument('a,b'))])).toThrow(UnwritableKeyError);
  });
});

it('the plain key is the key alone', () => {
  expect(written('plain-key', two)).toBe('herald-2013-clock, page-2025-legacy');
});

describe('a template', () => {
  it('fills in what is known', () => {
    const template = '({author}, “{title},” *{container}* {year}{, locator})';
    expect(written('template', five, { template })).toBe(
      '(Vale, “Two Ministers and a Clock,” *Herald* 2013, para. 5)',
    );
    expect(written('template', [cite(page)], { template: '[{short}]({url}){, locator}' })).toBe(
      '[Pages 2025](https://example.org/a_b/legacy_%28eight%29)',
    );
    expect(written('template', five, { template: '{mark} {key} {date}{ accessed}' })).toBe(
      '@herald-2013-clock herald-2013-clock 2013-09-15',
    );
  });

  it('leaves alone what it does not know', () => {
    expect(written('template', five, { template: '{nothing} {toString} {{key}}' })).toBe(
      '{nothing} {toString} {herald-2013-clock}',
    );
  });

  it('that gives nothing gives way to the reference in words', () => {
    const manner = { form: 'template', style: chicagoNotes, template: '{url}' } as const;
    expect(citationText(five, manner)).toMatch(/^Ada Vale, “Two Ministers/);
    expect(substituted([...five, cite(page)], manner)).toEqual(five);
  });
});

describe('a Markdown link to a document with recorded quotations', () => {
  const quotation = (passage: number, words: string, kind: Quotation['kind'] = 'speech'): Quotation => ({
    id: words,
    passage,
    start: 0,
    end: 0,
    words,
    kind,
  });
  const quoted = (...quotations: Quotation[]) => ({ ...page, quotations });
  const link = (reference: Reference): string => written('markdown-link', [reference]);

  it('leads to the words of the paragraph', () => {
    const document = quoted(
      quotation(2, 'a term', 'not-speech'),
      quotation(2, 'We spoke well-nigh (once), yes.'),
    );
    expect(link(cite(document, 2))).toBe(
      '[Pages 2025, para. 2](https://example.org/a_b/legacy_%28eight%29#:~:text=We%20spoke%20well%2Dnigh%20%28once%29%2C%20yes)',
    );
  });

  it('leads to the words of the quotation that is cited', () => {
    const document = quoted(quotation(2, 'One and two'), quotation(2, 'Three and four'));
    const reference: Reference = { kind: 'work', work: document, paragraphs: [2], words: 'Three and four' };
    expect(link(reference)).toContain('#:~:text=Three%20and%20four)');
  });

  it('gives a long quotation by its ends', () => {
    const words =
      'We have met here for the sake of a talk that nobody had thought would ever be so long as this';
    expect(link(cite(quoted(quotation(2, words)), 2))).toContain(
      '#:~:text=We%20have%20met%20here,be%20so%20long%20as%20this)'.replace('be%20', ''),
    );
  });

  it('leads to the page where no words of ours are recorded', () => {
    const plain = '(https://example.org/a_b/legacy_%28eight%29)';
    expect(link(cite(quoted(quotation(3, 'One and two')), 2))).toContain(plain);
    expect(link(cite(quoted(quotation(2, 'détente')), 2))).toContain(plain);
    expect(link(cite(quoted(quotation(2, 'One and two'))))).toContain(plain);
  });
});

it('every form of a key gives way to a link for an entry of a public record', () => {
  for (const form of FORMS.filter(isKeyForm)) {
    expect(written(form, [trip])).toBe('[Travels of the Minister](https://example.gov/travels/minister)');
  }
});

describe('whatever is asked for', () => {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\][;@{}`, a-z\n-]*$/));

  it('a citation in brackets names the source once and is one bracket', () => {
    fc.assert(
      fc.property(words, words, (prefix, suffix) => {
        const text = written('pandoc-key', five, { prefix, suffix });
        expect([...findKeys(text)].filter(({ key }) => key === 'herald-2013-clock')).toHaveLength(1);
        expect(text.match(/[[\]]/g)).toHaveLength(2);
      }),
    );
  });

  it('a template never throws', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.stringMatching(/^(\{[ ,]?(key|url|title)\}|[a-z{}])*$/)), template => {
        expect(written('template', [cite(page)], { template })).not.toBe('');
      }),
    );
  });
});
