import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { escapeDestination, escapeMarkdown, pageMarkdown } from '../../../../src/core/cards/markdown.ts';
import { buildPage, locatePage } from '../../../../src/core/cards/pages/index.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import type { RecordReference } from '../../../../src/core/dossier/reference.ts';
import { inEnglish, type Voice } from '../../../../src/core/dossier/translate.ts';
import { dossier } from '../../dossier.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
const voice: Voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };

const unescapeHtml = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('text in Markdown', () => {
  it('is shown as it is, whatever it contains', () => {
    const soup = fc
      .array(
        fc.constantFrom(
          ...'*_`[]()#+-.!|<>~&$^=:@\\"\' ',
          'a',
          '1',
          '1. ',
          '- ',
          'https://example.org',
          '<b>',
          '&amp;',
          '$(warning)',
          '\n',
          'ж',
        ),
        { maxLength: 24 },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(soup, text => {
        const wanted = text.replace(/\s+/g, ' ').trim();
        if (wanted === '') return;
        const html = markdown.render(escapeMarkdown(text.trim())).trim();
        expect(html.replace(/<a [^>]*>|<\/a>/g, '')).toMatch(/^<p>[\s\S]*<\/p>$/);
        expect(unescapeHtml(html.replace(/<\/?p>|<a [^>]*>|<\/a>/g, ''))).toBe(wanted);
      }),
      { numRuns: 3000 },
    );
  });

  it('opens no link or picture within the text of a link', () => {
    // Hovers take the backslash away from a bracket there; a reference they leave.
    expect(escapeMarkdown('![p](https://example.org/x.png) [q](command:x)')).not.toMatch(/[[\]]/);
  });

  it('stays one destination, whatever an address contains', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (web, rest) => {
        const html = markdown.render(`[x](${escapeDestination(web + rest)})`);
        expect(html).toMatch(/^<p><a href="[^"]+">x<\/a><\/p>\n$/);
      }),
    );
  });
});

const references: RecordReference[] = [
  ...[...dossier.people.keys()].map(id => ({ type: 'person' as const, id })),
  ...[...dossier.meetings.keys()].map(id => ({ type: 'meeting' as const, id })),
  ...[...dossier.documents.keys()].map(id => ({ type: 'document' as const, id })),
  ...[...dossier.disputes.keys()].map(id => ({ type: 'dispute' as const, id })),
];

describe('the pages', () => {
  it.each(references.map(reference => [`${reference.type} ${reference.id}`, reference] as const))(
    '%s: every statement of fact has evidence, every link a page',
    (_, reference) => {
      const page = buildPage(dossier, reference, voice);
      expect(page).toBeDefined();
      if (!page) return;
      const dead: string[] = [];
      const text = pageMarkdown(page, target => {
        if (!locatePage(dossier, target, voice)) dead.push(`${target.type} ${target.id}`);
        return `../${target.type}/${encodeURIComponent(target.id)}.md`;
      });
      expect(dead).toEqual([]);
      expect(markdown.render(text)).not.toMatch(/undefined|NaN|\[object/);
      if (reference.type === 'meeting') {
        const meeting = dossier.meetings.get(reference.id);
        const rows = page.blocks.flatMap(block => (block.kind === 'statements' ? block.rows : []));
        for (const row of rows.filter(candidate => ['Date', 'Participants'].includes(candidate.label))) {
          const unknown = row.label === 'Date' && meeting?.dateBasis.kind === 'unknown';
          if (!unknown) expect(row.evidence.length, row.label).toBeGreaterThan(0);
        }
      }
    },
  );
});
