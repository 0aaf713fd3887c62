import { expect, it } from 'vitest';
import { keyAt, placeOfKey } from '../../../../src/core/citation/cited-key.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

/** The key at `|` and the place that its citation gives. */
function citedAt(marked: string) {
  const offset = marked.indexOf('|');
  const analysis = analyse(marked.replace('|', ''), new NameMatcher([]));
  const key = keyAt(analysis, offset);
  return key && [key.key, placeOfKey(analysis, key)];
}
const page = (value: string) => ({ paragraphs: [], locator: { label: 'page', value } });

it('a key is cited at the place that its item gives', () => {
  expect(citedAt('See [see @va|le, p. 12; @roe, para. 5].')).toEqual(['vale', page('12')]);
  expect(citedAt('See [see @vale, p. 12; @r|oe, para. 5].')).toEqual(['roe', { paragraphs: [5] }]);
  expect(citedAt('So @vale| [pp. 12-15] says.')).toEqual(['vale', page('12–15')]);
  expect(citedAt('See [@va|le, and more].')).toEqual(['vale', { paragraphs: [] }]);
  expect(citedAt('So |@vale says.')).toEqual(['vale', { paragraphs: [] }]);
});

it('a key in a role of MyST is cited at the place in its braces', () => {
  expect(citedAt('See {cite:p}`va|le{p. 12}, roe`.')).toEqual(['vale', page('12')]);
  expect(citedAt('See {cite:p}`vale{p. 12}, ro|e`.')).toEqual(['roe', { paragraphs: [] }]);
});

it('there is no key beside one, nor in code', () => {
  expect(citedAt('S|ee [@vale].')).toBeUndefined();
  expect(citedAt('See `@va|le`.')).toBeUndefined();
});
