import { describe, expect, it } from 'vitest';
import { paragraphLocator } from '../../../../src/core/citation/locators.ts';

describe('a locator of paragraphs', () => {
  it('has the number of one and the numbers of several', () => {
    expect(paragraphLocator([5], '–')).toBe('para. 5');
    expect(paragraphLocator([31, 5], '–')).toBe('paras. 5, 31');
  });

  it('draws three or more in a row together', () => {
    expect(paragraphLocator([3, 4, 5, 9, 10], '–')).toBe('paras. 3–5, 9, 10');
    expect(paragraphLocator([5, 6, 7], '-')).toBe('paras. 5-7');
  });

  it('names each paragraph once', () => {
    expect(paragraphLocator([5, 5], '–')).toBe('para. 5');
  });

  it('is missing for a whole document', () => {
    expect(paragraphLocator([], '–')).toBeUndefined();
  });
});
