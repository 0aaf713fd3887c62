import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../../src/core/citation/csl-item.ts';
import { toMarkdown } from '../../../../../src/core/citation/rich-text.ts';
import { gost } from '../../../../../src/core/citation/styles/gost.ts';
import { html } from './html.ts';

const author = [{ family: 'Ветлугин', given: 'Аркадий Львович' }];
const entry = (item: CslItem) => html(gost.entry(item));
const article: CslItem = {
  type: 'article-newspaper',
  title: 'Тихая гавань: заметки',
  author,
  'container-title': 'Вестник гавани',
  issued: '2013-09-15',
};
const dated = (issued: string, type = article.type) =>
  entry({ ...article, issued, type }).split('гавани. ')[1];

describe('references by ГОСТ Р 7.0.5-2008', () => {
  it('cite a place in a footnote, and repeat it shortly', () => {
    const item: CslItem = { ...article, URL: 'https://example.org/1', accessed: '2025-03-07' };
    expect(html(gost.note(item, [5]))).toBe(
      'Ветлугин А. Л. Тихая гавань: заметки // Вестник гавани. 2013. 15 сент. Абз. 5. URL: https://example.org/1 (дата обращения: 07.03.2025)',
    );
    expect(html(gost.note({ ...article, page: '3-9' }, { label: 'page', value: '4' }))).toMatch(
      /сент\. С\. 4$/,
    );
    expect(html(gost.laterNote(item, [5, 6, 7]))).toBe('Ветлугин А. Л. Тихая гавань. Абз. 5–7');
    expect(html(gost.laterNote({ ...item, 'title-short': 'Гавань' }))).toBe('Ветлугин А. Л. Гавань');
  });

  it('refer to the list in brackets that Markdown does not take for a link', () => {
    expect(toMarkdown(gost.citation(article, { label: 'chapter', value: '2' }))).toBe(
      '\\[Ветлугин, 2013, гл. 2\\]',
    );
  });

  it('write the months as they stand beside a day and alone, and the seasons', () => {
    expect(dated('2013-05-08')).toBe('2013. 8 мая.');
    expect(dated('2013-05')).toBe('2013. Май.');
    expect(dated('2013-03-01/2013-03-03')).toBe('2013. 1–3 марта.');
    expect(dated('2013-08-30/2013-09-14')).toBe('2013. 30 авг.–14 сент.');
    expect(dated('2013-22')).toBe('2013. Лето.');
  });

  it('put in brackets what is only inferred, and say where nothing is known', () => {
    expect(dated('2013~')).toBe('[ок. 2013].');
    expect(dated('2013?')).toBe('[2013?].');
    expect(dated('201X')).toBe('[201-].');
    expect(dated('2013/..')).toBe('2013–.');
    expect(dated('../2013')).toBe('до 2013.');
    expect(dated('[2013,2014]')).toBe('2013 или 2014.');
    const undated: CslItem = { type: 'book', title: 'Гавань', publisher: 'Фонарь' };
    expect(entry(undated)).toBe('Гавань. Фонарь, [б. г.].');
    expect(html(gost.citation(undated, [3]))).toBe('[Гавань, б. г., абз. 3]');
  });

  it('name theses, broadcasts, speeches, interviews, posts and reports as what they are', () => {
    expect(
      entry({
        type: 'thesis',
        title: 'Гавань',
        author,
        genre: 'Дис. … канд. ист. наук',
        'publisher-place': 'Тарн',
        issued: '2002',
      }),
    ).toBe('Ветлугин А. Л. Гавань: дис. … канд. ист. наук. Тарн, 2002.');
    expect(
      entry({
        type: 'broadcast',
        title: 'Гавань',
        genre: 'радиопередача',
        publisher: 'Радио Тарна',
        issued: '2017-05',
      }),
    ).toBe('Гавань: радиопередача // Радио Тарна. 2017. Май.');
    expect(
      entry({
        type: 'speech',
        title: 'Гавань',
        author,
        genre: 'Лекция',
        'event-title': 'Съезд паромщиков',
        'event-place': 'Тарн',
        issued: '2017-05-03',
      }),
    ).toBe('Ветлугин А. Л. Гавань: лекция // Съезд паромщиков, Тарн. 2017. 3 мая.');
    expect(
      entry({
        ...article,
        type: 'interview',
        title: 'Гавань',
        interviewer: [{ family: 'Старцева', given: 'Юлия' }],
      }),
    ).toBe('Ветлугин А. Л. Гавань: интервью / интервьюер Ю. Старцева // Вестник гавани. 2013. 15 сент.');
    expect(
      entry({
        type: 'post',
        title: 'Гавань',
        author,
        'container-title': 'Посланник',
        URL: 'https://example.org/1',
        issued: '2020-01-02',
        accessed: '2025-03',
      }),
    ).toBe(
      'Ветлугин А. Л. Гавань [Электронный ресурс] // Посланник. 2020. 2 янв. URL: https://example.org/1 (дата обращения: 03.2025).',
    );
    expect(
      entry({
        type: 'report',
        title: 'Гавань',
        genre: 'Доклад ООН',
        number: '12',
        publisher: 'Фонарь',
        issued: '2001',
      }),
    ).toBe('Гавань: доклад ООН № 12. Фонарь, 2001.');
  });

  it('name translators beside editors, in the nominative', () => {
    const item: CslItem = {
      type: 'book',
      title: 'Гавань',
      author,
      editor: [{ family: 'Старцева', given: 'Юлия' }],
      translator: [{ family: 'Онегов', given: 'Е. П.' }],
      'publisher-place': 'Тарн',
      publisher: 'Фонарь',
      edition: '2',
      volume: '3',
      issued: '1999',
    };
    expect(entry(item)).toBe(
      'Ветлугин А. Л. Гавань / ред. Ю. Старцева ; пер. Е. П. Онегов. 2-е изд. Тарн: Фонарь, 1999. Т. 3.',
    );
  });

  it('describe a document in another language in its words', () => {
    const item: CslItem = {
      type: 'article-journal',
      title: 'The Quiet Harbour',
      author: ['Vale', 'Roe', 'Quill', 'Sable'].map(family => ({ family, given: 'Ada' })),
      'container-title': 'Envoy',
      volume: '3',
      issue: '2',
      page: '5-9',
      issued: '2013',
    };
    expect(entry(item)).toBe('Vale A. et al. The Quiet Harbour // Envoy. 2013. Vol. 3, № 2. P. 5–9.');
    expect(html(gost.citation(item, [5]))).toBe('[Vale et al., 2013, para. 5]');
  });
});
