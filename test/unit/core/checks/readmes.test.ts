import { describe, expect, it } from 'vitest';
import { Checker } from '../../../../src/core/checks/checker.ts';
import { RULES } from '../../../../src/core/checks/rules.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { dossier } from '../../dossier.ts';
import { readmes } from '../text/readmes.ts';

const names = new NameMatcher([...dossier.people.values()]);
const checker = new Checker(dossier, RULES, { t: inEnglish, dates: ENGLISH_DATE_WORDS });

describe('Markdown that nobody wrote for these tests', () => {
  const files = readmes();

  it('is there in hundreds of files', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('has nothing to report in it, by any rule', { timeout: 120_000 }, () => {
    const found = files.flatMap(({ name, text }) =>
      checker
        .check(analyse(text, names))
        .map(({ code, start, end }) => `${name}: ${code} at ${start}: “${text.slice(start, end)}”`),
    );
    expect(found).toEqual([]);
  });
});
