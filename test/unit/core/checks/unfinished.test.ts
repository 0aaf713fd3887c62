import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/checks/rule.ts';
import { holdBackUnfinished } from '../../../../src/core/checks/unfinished.ts';

const text = 'See [@vale] and [@roe].';
const finding = (words: string): Finding => {
  const start = text.indexOf(words);
  return { code: 'unknown-key', start, end: start + words.length, message: '', fixes: [], because: [] };
};
const both = [finding('@vale'), finding('@roe')];
const NOTHING: ReadonlySet<string> = new Set();

describe('what is found where the cursor stands', () => {
  it('is held back while it is new, inside it and at its end', () => {
    for (const cursor of ['See [@v'.length, 'See [@vale'.length]) {
      const { shown, holdsBack } = holdBackUnfinished(both, text, [cursor], NOTHING);
      expect(shown).toEqual([both[1]]);
      expect(holdsBack).toBe(true);
    }
  });

  it('is shown once the cursor is elsewhere, or stands before it', () => {
    for (const cursors of [[], ['See ['.length], ['See [@vale]'.length]]) {
      expect(holdBackUnfinished(both, text, cursors, NOTHING)).toMatchObject({
        shown: both,
        holdsBack: false,
      });
    }
  });

  it('stays where it was shown before', () => {
    const { identities } = holdBackUnfinished(both, text, [], NOTHING);
    expect(holdBackUnfinished(both, text, ['See [@v'.length], identities).shown).toEqual(both);
  });
});
