import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../../src/core/citation/csl-item.ts';
import { apa } from '../../../../../src/core/citation/styles/apa.ts';
import { chicagoAuthorDate } from '../../../../../src/core/citation/styles/chicago-author-date.ts';
import { chicagoNotes } from '../../../../../src/core/citation/styles/chicago-notes.ts';
import { mla } from '../../../../../src/core/citation/styles/mla.ts';
import { html } from './html.ts';

const article: CslItem = {
  type: 'article-newspaper',
  title: 'Two ministers and a clock: an hour in Tarn',
  author: [{ family: 'Vale', given: 'Ada' }],
  'container-title': 'Herald',
  issued: '2013-09-15',
  URL: 'https://example.org/1',
};

describe('citations in the text', () => {
  it('name author, date and place as each style does', () => {
    expect(html(chicagoAuthorDate.citation(article, [5]))).toBe('(Vale 2013, para. 5)');
    expect(html(apa.citation(article, [5, 31]))).toBe('(Vale, 2013, paras. 5, 31)');
    expect(html(apa.citation(article, { label: 'page', value: '5-7' }))).toBe('(Vale, 2013, pp. 5–7)');
    expect(html(mla.citation(article, [5]))).toBe('(Vale, par. 5)');
    expect(html(mla.citation(article, { label: 'page', value: '61' }))).toBe('(Vale 61)');
    expect(html(apa.laterNote(article, [5]))).toBe('Vale, 2013, para. 5');
  });

  it('become a reference in full, with the place, in a note', () => {
    expect(html(apa.note(article, [5]))).toBe(
      'Vale, A. (2013, September 15). Two ministers and a clock: An hour in Tarn. <i>Herald</i>, para. 5. https://example.org/1',
    );
    expect(html(mla.note(article, { label: 'page', value: '61' }))).toBe(
      'Vale, Ada. “Two Ministers and a Clock: An Hour in Tarn.” <i>Herald</i>, 15 Sept. 2013, p. 61, https://example.org/1',
    );
    expect(html(chicagoAuthorDate.note(article, [5]))).toBe(html(chicagoNotes.note(article, [5])));
  });

  it.each([
    ['201X', '2010s', '2010s', '2010s'],
    ['2017-05-08/..', '2017–', '2017–, May 8', '8 May 2017–'],
    ['../2013', 'until 2013', 'until 2013', 'until 2013'],
    ['2005%', '[ca. 2005?]', 'ca. 2005', 'Circa 2005'],
    ['[2017-05-08,2017-05-09]', '2017', '2017, May 8 or May 9', '8 May 2017 or 9 May 2017'],
    ['soon', 'soon', 'soon', 'soon'],
  ])('know the date %s', (issued, chicago, inApa, inMla) => {
    const item = { ...article, title: 'T', issued, URL: '' };
    expect(html(chicagoAuthorDate.citation(item))).toBe(`(Vale ${chicago})`);
    expect(html(apa.entry(item))).toBe(`Vale, A. (${inApa}). T. <i>Herald</i>.`);
    expect(html(mla.entry(item))).toBe(`Vale, Ada. “T.” <i>Herald</i>, ${inMla}.`);
  });

  it('give the day of access where nothing else dates a page', () => {
    const page: CslItem = {
      type: 'webpage',
      title: 'T',
      URL: 'https://example.org/1',
      accessed: '2025-03-07',
    };
    expect(html(apa.entry(page))).toBe(
      '<i>T</i>. (n.d.). Retrieved March 7, 2025, from https://example.org/1',
    );
    expect(html(mla.entry(page))).toBe('<i>T</i>. https://example.org/1. Accessed 7 Mar. 2025.');
    expect(html(chicagoAuthorDate.entry(page))).toBe(
      '“T.” n.d. Accessed March 7, 2025. https://example.org/1.',
    );
    expect(html(apa.entry({ ...page, issued: '2013' }))).toBe('<i>T</i>. (2013). https://example.org/1');
  });

  it('take the short title where there is one', () => {
    const item: CslItem = { type: 'book', title: 'The Long Clock: A Story', 'title-short': 'Clock' };
    expect(html(mla.citation(item))).toBe('(<i>Clock</i>)');
    expect(html(chicagoNotes.laterNote(item, [5]))).toBe('<i>Clock</i>, para. 5');
  });
});
