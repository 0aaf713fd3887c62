import { describe, expect, it } from 'vitest';
import { previewCitations } from '../../../../../src/core/citation/preview/find.ts';
import { writtenLocator } from '../../../../../src/core/citation/preview/written-locator.ts';

describe('previewCitations', () => {
  it('finds clusters with what stands around each key', () => {
    const text = 'Met [see @a-1, paras. 4-6, who *doubts*; -@b-2].';
    const [citation, ...others] = previewCitations(text);
    expect(others).toEqual([]);
    expect(text.slice(citation?.start, citation?.end)).toBe('[see @a-1, paras. 4-6, who *doubts*; -@b-2]');
    expect(citation?.items).toMatchObject([
      {
        key: 'a-1',
        mark: '@a-1',
        suppressed: false,
        prefix: 'see ',
        suffix: ', who *doubts*',
        locator: { label: 'paragraph', value: '4–6' },
        paragraphs: [4, 5, 6],
      },
      { key: 'b-2', mark: '-@b-2', suppressed: true, prefix: '', suffix: '', paragraphs: [] },
    ]);
  });

  it('finds keys in the sentence with the locator in their brackets', () => {
    const text = 'As @a-1 [p. 3, note] and -@b-2 say.';
    const found = previewCitations(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['@a-1 [p. 3, note]', '-@b-2']);
    expect(found[0]?.items[0]).toMatchObject({ locator: { label: 'page', value: '3' }, suffix: ', note' });
    expect(found[1]?.items[0]).toMatchObject({ suppressed: true });
  });

  it.each(['`@a-1`', 'x@a-1.org', '<https://x.example/@a-1>', String.raw`\@a-1`, '$@a-1$', '[^@a-1]'])(
    'finds none in %s',
    text => {
      expect(previewCitations(text)).toEqual([]);
    },
  );
});

describe('writtenLocator', () => {
  it.each([
    [', para. 5', 'paragraph', '5'],
    [', paras. 5, 7-9', 'paragraph', '5, 7–9'],
    [' ¶¶ 5–7', 'paragraph', '5–7'],
    [', абз. 4', 'paragraph', '4'],
    [', p. 33', 'page', '33'],
    [', pp. xii-xiv', 'page', 'xii–xiv'],
    [', с. 12', 'page', '12'],
    [', 33', 'page', '33'],
    ['{§ 4}', 'section', '4'],
    [', chap. 2', 'chapter', '2'],
    [', vol. 1', 'volume', '1'],
    [', line 8', 'line', '8'],
    [', fig. 3', 'figure', '3'],
  ])('reads %j', (suffix, label, value) => {
    expect(writtenLocator(suffix)).toEqual({ locator: { label, value }, length: suffix.length });
  });

  it('takes no more than the locator', () => {
    expect(writtenLocator(', para. 5, who doubts it')?.length).toBe(', para. 5'.length);
  });

  it.each([
    ', who doubts it',
    ' 2013 edition',
    ', the 5th',
    ', 5th of them',
    ', para. five',
    ', pages',
    '',
    ', chapter',
  ])('reads none in %j', suffix => {
    expect(writtenLocator(suffix)).toBeUndefined();
  });
});
