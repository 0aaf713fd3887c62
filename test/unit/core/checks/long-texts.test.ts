import { describe, expect, it } from 'vitest';
import { Checker } from '../../../../src/core/checks/checker.ts';
import type { Finding } from '../../../../src/core/checks/rule.ts';
import { RULES } from '../../../../src/core/checks/rules.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { dossier } from '../../dossier.ts';

const names = new NameMatcher([...dossier.people.values()]);
const voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };

/** What all rules find, and how often the thread could be given back. */
function check(text: string): { readonly found: readonly Finding[]; readonly pauses: number } {
  const steps = new Checker(dossier, RULES, voice).checkSliced(analyse(text, names));
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { found: step.value, pauses };
  }
}

const places = (text: string, found: readonly Finding[]): string[] =>
  found.map(({ start, end }) => text.slice(start, end));

const PLAIN =
  'In September 2013 John Kerry met Sergey Lavrov in Geneva, and both said that it had been useful. ';
const WRONG = 'On Tuesday, 14 September 2013, they left. ';

describe('a long paragraph', () => {
  it('is read in parts between which the thread can be given back, and every sentence of it is checked', () => {
    const text = `${WRONG}${PLAIN.repeat(100)}${WRONG}${PLAIN.repeat(100)}${WRONG}`;
    const { found, pauses } = check(text);
    expect(places(text, found)).toEqual(['Tuesday', 'Tuesday', 'Tuesday']);
    expect(pauses).toBeGreaterThan(text.length / 4096);
  });

  it('is not cut inside a quotation, nor before a citation', () => {
    for (const inner of [
      '“We left. It was late.” ',
      'They left.[^1] ',
      '`They. Left.` is code. ',
      'They left. [@key] ',
    ]) {
      const text = `${inner.repeat(1000)}${WRONG}`;
      expect(
        places(text, check(text).found).filter(each => each === 'Tuesday'),
        inner,
      ).toHaveLength(1);
    }
  });

  it('is read with the sentences around each part: what is doubted beside one is doubted', () => {
    const meeting = 'Clinton met Lavrov in 2004. ';
    const doubted = `${meeting}That is a hoax. `;
    const codes = (text: string): string[] => check(text).found.map(({ code }) => code);
    expect(codes(meeting)).toContain('anachronistic-meeting');
    expect(codes(doubted)).not.toContain('anachronistic-meeting');
    // Wherever the parts end, one after the other and each sentence once.
    for (let lead = 0; lead < 60; lead++) {
      const text = `${'So. '.repeat(lead)}${doubted.repeat(250)}`;
      expect(codes(text), String(lead)).not.toContain('anachronistic-meeting');
    }
    expect(codes(meeting.repeat(400)).filter(code => code === 'anachronistic-meeting')).toHaveLength(400);
  });

  it('is silent in a sentence that is longer than anybody writes, and speaks again behind it', () => {
    const endless = `They came ${'and they came '.repeat(1000)}on Tuesday, 14 September 2013, they left. `;
    const text = `${WRONG}${endless}${PLAIN}${WRONG}`;
    expect(places(text, check(text).found)).toEqual(['Tuesday', 'Tuesday']);
  });
});

describe('hostile texts', () => {
  const comment = '<!-- counterparts-disable-line weak-source -->';
  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join('');

  // Each would take minutes if anything in it were looked at once for each other thing.
  it.each([
    ['comments on one line', `${WRONG}They left. ${comment.repeat(20_000)}`, 1],
    ['a comment for each finding', `${WRONG}\n${comment}\n\n`.repeat(5000), 5000],
    ['different keys', many(20_000, index => `See [@key${index}].\n\n`), 0],
    ['different keys in one citation', `They left [${many(200, index => `@k${index};`)}].\n\n`.repeat(50), 0],
    ['references of one file', `---\nreferences:\n${many(5000, index => `- id: a${index}\n`)}---\n`, 0],
    ['calls of a long footnote', `[^1]: ${PLAIN.repeat(2000)}\n\n${'They met.[^1]\n\n'.repeat(5000)}`, 0],
    ['footnotes that call each other', many(20_000, index => `[^${index}]: They met.[^${index + 1}]\n\n`), 0],
    [
      'relative dates',
      `---\ndate: 2013-09-15\n---\n${'They met yesterday, on 14 September 2013. '.repeat(3000)}`,
      0,
    ],
  ])('are gone through: %s', { timeout: 30_000 }, (_, text, findings) => {
    expect(check(text).found).toHaveLength(findings);
  });
});

describe('a comment', () => {
  const weekday = 'Tuesday, 14 September 2013';

  it('silences its own line, whatever ends lines', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `${weekday} <!-- counterparts-disable-line -->${eol}${weekday}`;
      expect(
        check(text).found.map(({ start }) => start),
        JSON.stringify(eol),
      ).toEqual([text.lastIndexOf('Tue')]);
    }
  });

  it('silences the next line alone, if there is one', () => {
    expect(check(`${weekday} <!-- counterparts-disable-next-line -->`).found).toHaveLength(1);
    expect(check(`<!-- counterparts-disable-next-line -->\n${weekday}`).found).toHaveLength(0);
  });

  it('silences nothing where it names another rule only, or no rule that there is', () => {
    for (const words of ['-line weak-source', '-line weekdays', '-lines', 'd'])
      expect(check(`${weekday} <!-- counterparts-disable${words} -->`).found, words).toHaveLength(1);
    for (const words of ['', '-line', '-line weak-source,weekday-mismatch', '-file\nweekday-mismatch'])
      expect(check(`${weekday} <!-- counterparts-disable${words} -->`).found, words).toHaveLength(0);
  });
});
