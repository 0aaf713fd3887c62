import { describe, expect, it } from 'vitest';
import { Checker } from '../../../../src/core/checks/checker.ts';
import type { Finding } from '../../../../src/core/checks/rule.ts';
import { RULES } from '../../../../src/core/checks/rules.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { dossier } from '../../dossier.ts';
import { type Case, corpus } from './corpus.ts';

const names = new NameMatcher([...dossier.people.values()]);
const checker = new Checker(dossier, RULES, { t: inEnglish, dates: ENGLISH_DATE_WORDS });
const cases = corpus();

const check = (text: string): Finding[] => checker.check(analyse(text, names));
const key = ({ code, start, end }: { code: string; start: number; end: number }): string =>
  `${code} ${start}-${end}`;

/** What a rule got right and wrong over the whole corpus, texts of other rules included. */
interface Tally {
  right: number;
  wrong: number;
  found: number;
  readonly missed: string[];
  readonly falsely: string[];
}

function tallies(): Map<string, Tally> {
  const all = new Map<string, Tally>();
  for (const rule of RULES) all.set(rule.code, { right: 0, wrong: 0, found: 0, missed: [], falsely: [] });
  for (const [rule, list] of cases) {
    for (const { text, line, expected } of list) {
      const own = all.get(rule);
      if (own) own[expected.some(({ code }) => code === rule) ? 'wrong' : 'right']++;
      const wanted = new Set(expected.map(key));
      const findings = check(text);
      const got = new Set(findings.map(key));
      for (const finding of findings) {
        if (wanted.has(key(finding))) continue;
        all
          .get(finding.code)
          ?.falsely.push(`${line}\n      “${text.slice(finding.start, finding.end)}”: ${finding.message}`);
      }
      for (const each of expected) {
        const tally = all.get(each.code);
        if (tally && got.has(key(each))) tally.found++;
        else tally?.missed.push(line);
      }
    }
  }
  return all;
}

const results = tallies();
const precision = ({ found, falsely }: Tally): number => found / Math.max(1, found + falsely.length);
const recall = ({ found, missed }: Tally): number => found / Math.max(1, found + missed.length);

describe('the rules, on sentences written for them', () => {
  it('print what they found', () => {
    const rows = [...results].map(
      ([code, tally]) =>
        `${code.padEnd(24)}${String(tally.wrong).padStart(6)}${String(tally.right).padStart(7)}${precision(tally).toFixed(3).padStart(11)}${recall(tally).toFixed(3).padStart(8)}`,
    );
    console.log(['rule                     wrong  right  precision  recall', ...rows].join('\n'));
  });

  for (const { code } of RULES) {
    it(`${code}: at least 20 texts, as many right as wrong ones`, () => {
      const tally = results.get(code);
      expect(tally?.wrong).toBeGreaterThanOrEqual(20);
      expect(tally?.right).toBeGreaterThanOrEqual(20);
    });

    it(`${code}: reports nothing that is right`, () => {
      expect(results.get(code)?.falsely).toEqual([]);
    });

    it(`${code}: finds at least 95 % of what is wrong`, () => {
      const tally = results.get(code);
      expect(tally && recall(tally), tally?.missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    });
  }

  for (const [rule, list] of cases) {
    it(`${rule}: its fixes mend the text, which is then silent`, () => {
      for (const { text, mended, line } of list.filter(
        (each): each is Case & { mended: string } => each.mended !== undefined,
      )) {
        const edits = check(text)
          .filter(({ code }) => code === rule)
          .flatMap(({ fixes: [first] }) => first?.edits ?? [])
          .sort((a, b) => b.start - a.start);
        let after = text;
        for (const edit of edits) after = after.slice(0, edit.start) + edit.text + after.slice(edit.end);
        expect(after, line).toBe(mended);
        expect(check(after).filter(({ code }) => code === rule)).toEqual([]);
      }
    });
  }
});
