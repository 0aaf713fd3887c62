import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checker } from '../../../../src/core/checks/checker.ts';
import type { Finding, Rule } from '../../../../src/core/checks/rule.ts';
import { RULES } from '../../../../src/core/checks/rules.ts';
import { silencingEdit } from '../../../../src/core/checks/suppressions.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { type Analysis, analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { QuotationMatcher } from '../../../../src/core/text/quotation-match.ts';
import { dossier } from '../../dossier.ts';
import { corpus } from './corpus.ts';

const names = new NameMatcher([...dossier.people.values()]);
const quotations = new QuotationMatcher(dossier);
const voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };

/** Reports each Putin and, over the whole file, each Lavrov behind the first; counts the paragraphs it was shown. */
class Probe implements Rule {
  readonly code = 'weekday-mismatch';
  readonly severity = 'warning';
  paragraphs = 0;

  readonly paragraph: NonNullable<Rule['paragraph']> = ({ mentions }, _context, report) => {
    this.paragraphs++;
    for (const { start, end, people } of mentions)
      if (people[0] === 'putin-vladimir') {
        report({ start, end, message: 'Putin', fixes: [{ title: 'x', edits: [{ start, end, text: 'X' }] }] });
      }
  };

  readonly gather: NonNullable<Rule['gather']> = ({ mentions }) =>
    mentions.map(({ start, end, form }) => ({ start, end, about: 'name', value: form }));

  readonly file: NonNullable<Rule['file']> = function* (gathered, _context, report) {
    const [, ...others] = gathered.filter(({ value }) => value.includes('Lavrov'));
    for (const { start, end } of others) yield report({ start, end, message: 'again' });
  };

  readonly explain = () => ({ title: '', paragraphs: [] });
}

const words = (text: string, findings: readonly Finding[]): string[] =>
  findings.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);

function probe(text: string): string[] {
  const rule = new Probe();
  return words(text, new Checker(dossier, [rule], voice).check(analyse(text, names)));
}

describe('a checker', () => {
  it('tells what rules find in paragraphs and over the file, in the order of the text', () => {
    const text = 'Lavrov called Putin.\n\n- Lavrov flew.\n\n| Putin | x |\n|---|---|\n| Lavrov | `Putin` |\n';
    expect(probe(text)).toEqual(['Putin: Putin', 'Lavrov: again', 'Putin: Putin', 'Lavrov: again']);
  });

  it('is silent where a comment says so, for the line, the next one or the file', () => {
    expect(probe('Putin <!-- counterparts-disable-line weekday-mismatch -->\nPutin')).toEqual([
      'Putin: Putin',
    ]);
    expect(probe('<!-- counterparts-disable-next-line -->\nPutin left.\nPutin stayed.')).toEqual([
      'Putin: Putin',
    ]);
    expect(
      probe('Putin\n\n<!-- counterparts-disable-file weekday-mismatch, weak-source -->\n\nPutin'),
    ).toEqual([]);
    expect(probe('Putin <!-- counterparts-disable-line weak-source -->')).toEqual(['Putin: Putin']);
    expect(probe('Putin `<!-- counterparts-disable-line -->`')).toEqual(['Putin: Putin']);
  });

  it('is silenced by the comments that its quick fixes write', () => {
    for (const [text, rest] of [
      ['Putin left.  \nPutin stayed.\n', 1],
      ['---\ntitle: x\n---\nPutin left.\r\nLavrov and Putin\r\n', 1],
      ['> Putin\\\n> left\n', 0],
      ['| Putin | x |\n|---|---|\n', 0],
    ] as const) {
      const [first] = new Checker(dossier, [new Probe()], voice).check(analyse(text, names));
      if (first === undefined) throw new Error('nothing was found');
      for (const scope of ['line', 'file'] as const) {
        const edit = silencingEdit(text, first, scope, '\n');
        const after = text.slice(0, edit?.start) + edit?.text + text.slice(edit?.end);
        expect(probe(after), after).toHaveLength(scope === 'line' ? rest : 0);
      }
    }
  });

  it('offers no comment in the front matter', () => {
    const text = '---\nreferences:\n- id: x\n---\n';
    expect(silencingEdit(text, { code: 'duplicate-key', start: 20 }, 'line', '\n')).toBeUndefined();
  });

  it('looks again only at what an edit touched', () => {
    const text = Array.from(
      { length: 400 },
      (_, number) => `Paragraph ${number}: Putin called Lavrov about it.`,
    ).join('\n\n');
    const rule = new Probe();
    const checker = new Checker(dossier, [rule], voice);
    let analysis = analyse(text, names);
    checker.check(analysis);
    expect(rule.paragraphs).toBe(400);
    const at = text.indexOf('Paragraph 200');
    const typed = `${text.slice(0, at)}x${text.slice(at)}`;
    analysis = analysis.edit([{ start: at, end: at, inserted: 1 }], typed);
    rule.paragraphs = 0;
    expect(words(typed, checker.check(analysis))).toEqual(probe(typed));
    expect(rule.paragraphs).toBeLessThan(200);
  });

  it('finds after any edits what a fresh one finds', () => {
    const lines = [...corpus().values()].flat().map(({ text }) => text);
    const pieces = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...(lines.length > 0 ? lines : ['Putin'])) },
      fc.constantFrom(
        '\n\n',
        '> ',
        '[^1]: ',
        '[^1]',
        '---\ndate: 2013-09-15\n---\n',
        '“',
        '”',
        '`',
        '- ',
        ' said ',
        'Bill Clinton',
        '```\n',
      ),
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(200), pieces), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), edits, (start, changes) => {
        const checker = new Checker(dossier, RULES, voice, quotations);
        let text = start.join('\n\n');
        let analysis: Analysis = analyse(text, names);
        for (const [place, length, inserted] of changes) {
          const from = place % (text.length + 1);
          const to = Math.min(text.length, from + length);
          const after = text.slice(0, from) + inserted + text.slice(to);
          checker.check(analysis);
          analysis = analysis.edit([{ start: from, end: to, inserted: inserted.length }], after);
          text = after;
        }
        expect(checker.check(analysis)).toEqual(
          new Checker(dossier, RULES, voice, quotations).check(analyse(text, names)),
        );
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
