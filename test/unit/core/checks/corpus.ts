import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleCode } from '../../../../src/core/checks/rule.ts';
import { isRuleCode } from '../../../../src/core/checks/rule.ts';

/**
 * A text of `test/fixtures/markdown/checks/RULE.txt`. Each line there is a text of its own, `\n` in it is a line break.
 * `⟦words⟧` is what the file's rule must report, `⟦words|other-rule⟧` what another one must; all else must be left alone.
 * Behind ` ⇒ ` stands the text as the first fixes leave it. Lines that begin with `#` are headings.
 */
export interface Case {
  readonly rule: RuleCode;
  readonly line: string;
  readonly text: string;
  readonly expected: readonly { readonly code: RuleCode; readonly start: number; readonly end: number }[];
  /** The text after the first fix of each finding of the rule. */
  readonly mended?: string;
}

const FOLDER = join(import.meta.dirname, '../../../fixtures/markdown/checks');

function parse(rule: RuleCode, line: string): Case {
  const [marked = '', mended] = line.replaceAll('\\n', '\n').split(' ⇒ ');
  let text = '';
  const expected: { code: RuleCode; start: number; end: number }[] = [];
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    if (!part.startsWith('⟦')) {
      text += part;
      continue;
    }
    const inner = part.slice(1, -1);
    const bar = inner.lastIndexOf('|');
    const code = bar < 0 ? '' : inner.slice(bar + 1);
    const words = isRuleCode(code) ? inner.slice(0, bar) : inner;
    expected.push({
      code: isRuleCode(code) ? code : rule,
      start: text.length,
      end: text.length + words.length,
    });
    text += words;
  }
  return { rule, line, text, expected, ...(mended === undefined ? {} : { mended }) };
}

/** All cases of the corpus, by rule. */
export function corpus(): ReadonlyMap<RuleCode, readonly Case[]> {
  const cases = new Map<RuleCode, Case[]>();
  for (const file of readdirSync(FOLDER).sort()) {
    const rule = file.replace(/\.txt$/, '');
    if (!isRuleCode(rule)) throw new Error(`${file} is named after no rule`);
    const lines = readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '' && !line.startsWith('# ') && line !== '#');
    cases.set(
      rule,
      lines.map(line => parse(rule, line)),
    );
  }
  return cases;
}
