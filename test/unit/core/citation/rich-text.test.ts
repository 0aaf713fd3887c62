import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  isWebAddress,
  italic,
  linkDestination,
  run,
  toMarkdown,
  toPlain,
} from '../../../../src/core/citation/rich-text.ts';
import { endedMarkdown } from '../../../../src/core/citation/styles/parts.ts';

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
/** The text that a reader of the rendered Markdown sees. */
const shown = (source: string): string =>
  markdown
    .render(source)
    .replace(/^<p>|<\/p>\n$/g, '')
    .replace(/<\/?em>/g, '')
    .replace(
      /&(lt|gt|amp|quot);/g,
      (_, name: 'lt' | 'gt' | 'amp' | 'quot') => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name],
    );

describe('a reference as Markdown', () => {
  it('shows exactly its words', () => {
    expect(toMarkdown([run('A *b* [c] @d_e <f> '), italic('g|h'), run(' & &amp; $i')])).toBe(
      'A \\*b\\* \\[c\\] \\@d\\_e \\<f\\> *g\\|h* & \\&amp; \\$i',
    );
  });

  it('does not begin a list, a heading or a table', () => {
    expect(toMarkdown([run('1. May')])).toBe('1\\. May');
    expect(toMarkdown([run('# May')])).toBe('\\# May');
    expect(toMarkdown([run('- May')])).toBe('\\- May');
  });

  it('stays on one line', () => {
    expect(toMarkdown([run('One\r\n\n  two')])).toBe('One two');
  });

  it('shows its words to a Markdown reader, whatever they are', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'\\`*_{}[]()<>#+-.!|~^$@&:="\'/',
            '&amp;',
            '&#35;',
            '![',
            '](',
            '**',
            '1. ',
            'word',
            ' ',
            'é',
            '😀',
          ),
          fc.string({ unit: 'grapheme' }),
        ),
        { maxLength: 12 },
      )
      .map(parts =>
        parts
          .join('')
          .replace(/[\0\s]+/g, ' ')
          .trim(),
      );
    fc.assert(
      fc.property(words, fc.boolean(), (text, slanted) => {
        fc.pre(text !== '');
        const runs = [run('“'), slanted ? italic(text) : run(text), run('”')];
        expect(shown(toMarkdown(runs))).toBe(toPlain(runs));
        expect(shown(toMarkdown([run(text)]))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an address', () => {
  it('is a link only on the web', () => {
    expect(isWebAddress('https://example.org/a')).toBe(true);
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(isWebAddress('file:///etc')).toBe(false);
    expect(isWebAddress(undefined)).toBe(false);
  });

  it('neither ends its link early nor leaves the line', () => {
    expect(linkDestination('https://example.org/a_(b) c"d\ne')).toBe(
      'https://example.org/a_%28b%29%20c%22d%0Ae',
    );
  });
});

describe('an address in a reference', () => {
  const parts = fc.constantFrom(
    ...['https://', 'e.org', '/', '![x](', ')', '[y](', 'command:', 'javascript:', '!--', '`', '<', '>'],
    ...['b ', '\u0001', '\u001B', '\u007F', '\n', '*', '_', '&lt;', '$', '@key', '[^1]', ':', 'ü'],
  );
  const addresses = fc.array(parts, { minLength: 1, maxLength: 8 }).map(some => some.join(''));

  it('shows as it is, and leads nowhere but there', () => {
    expect(toMarkdown([{ text: 'https://e.org/a_b', url: true }])).toBe('<https://e.org/a_b>');
    fc.assert(
      fc.property(
        fc.oneof(
          addresses,
          addresses.map(rest => `https://${rest}`),
        ),
        text => {
          const html = markdown.render(`See ${toMarkdown([{ text, url: true }])}.`);
          const written = html.replace(/^<p>See |\.<\/p>\n$/g, '');
          expect(written).toMatch(isWebAddress(text) ? /^<a href="https:[^"<>]*">[^<>]*<\/a>$/ : /^[^<>]*$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is whole as the destination of a link', () => {
    fc.assert(
      fc.property(addresses, rest => {
        const html = markdown.render(`[See](${linkDestination(`https://e.org/${rest}`)})`);
        expect(html).toMatch(/^<p><a href="https:[^"<>]*">See<\/a><\/p>\n$/);
      }),
    );
  });
});

describe('the full stop of a note', () => {
  it('stands within a closing quotation mark, and never twice', () => {
    const cases: [text: string, american: string, russian?: string][] = [
      ['Herald, 2013', 'Herald, 2013.'],
      ['Herald Inc.', 'Herald Inc.'],
      ['“A Title”', '“A Title.”', '“A Title”.'],
      ['“A Title.”', '“A Title.”'],
      ['“Who?”', '“Who?”', '“Who?”.'],
      ['Who?', 'Who?'],
      [', and more', ', and more.'],
      ['.NET in Tarn', '.NET in Tarn.'],
      ['', ''],
      ['No!', 'No!'],
      ['And so…', 'And so…'],
      ['and *etc.*', 'and *etc.*'],
      ['and *Who?*', 'and *Who?*'],
      ['*Herald*', '*Herald*.'],
      ['__Herald__', '__Herald__.'],
      ['*“A Title”*', '*“A Title.”*', '*“A Title”*.'],
      ['“She said ‘No’”', '“She said ‘No.’”', '“She said ‘No’”.'],
      ['“She said ‘No.’”', '“She said ‘No.’”'],
      ['the ministers’', 'the ministers’.'],
      ['«Стой!»', '«Стой!».'],
      ['«Стой»', '«Стой».'],
      ['<https://example.org/a.>', '<https://example.org/a.>.'],
      ['5\\*', '5\\*.'],
      ['(see there)', '(see there).'],
      ['(See there.)', '(See there.).'],
    ];
    for (const [text, american, russian = american] of cases) {
      expect(endedMarkdown(text)).toBe(american);
      expect(endedMarkdown(text, false)).toBe(russian);
    }
  });
});
