import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../../src/core/citation/csl-item.ts';
import { toMarkdown, toPlain } from '../../../../../src/core/citation/rich-text.ts';
import { shortenedPress, shortTitle, thesisKind } from '../../../../../src/core/citation/styles/editing.ts';
import { styleOf } from '../../../../../src/core/citation/styles/registry.ts';

const entry = (style: string, item: CslItem): string => toMarkdown(styleOf(style).entry(item));
const later = (style: string, item: CslItem): string => toMarkdown(styleOf(style).laterNote(item));
const ada = [{ family: 'Vale', given: 'Ada' }];

describe('a later reference', () => {
  it('has the title without its subtitle, where the rest says enough', () => {
    const short = (title: string, more: Partial<CslItem> = {}) =>
      shortTitle({ type: 'book', title, ...more });
    expect(short('The Long Negotiation: Arms and the Thaw')).toBe('The Long Negotiation');
    expect(short('Two Ministers and a Clock: Notes: a Diary')).toBe('Two Ministers and a Clock');
    expect(short('Interview: The Minister Speaks')).toBe('Interview: The Minister Speaks');
    expect(short('Ada Vale: We Are Ready')).toBe('Ada Vale: We Are Ready');
    expect(short('A Meeting at 12:30 in Tarn')).toBe('A Meeting at 12:30 in Tarn');
    expect(short('The Long Negotiation: Arms', { 'title-short': 'Negotiation' })).toBe('Negotiation');
    expect(short('So it is told: we met', { type: 'post' })).toBe('So it is told: we met');
  });

  it('has it so in every style, the entry in full', () => {
    const item: CslItem = { type: 'book', title: 'The Long Negotiation: Arms and the Thaw', issued: '2019' };
    expect(later('chicago-notes', { ...item, author: ada })).toBe('Vale, *The Long Negotiation*');
    expect(later('chicago-author-date', item)).toBe('*The Long Negotiation* 2019');
    expect(later('apa', item)).toBe('*The Long Negotiation*, 2019');
    expect(later('mla', item)).toBe('*The Long Negotiation*');
    expect(entry('mla', item)).toBe('*The Long Negotiation: Arms and the Thaw*. 2019.');
  });
});

describe('a dispatch of a news service', () => {
  const dispatch: CslItem = {
    type: 'article-newspaper',
    title: 'Talks go on',
    author: ada,
    'container-title': 'Agence France-Presse',
    issued: '2013-09-12',
  };

  it('names it in roman, as Chicago and APA do', () => {
    expect(entry('chicago-notes', dispatch)).toBe(
      'Vale, Ada. “Talks Go On.” Agence France-Presse, September 12, 2013.',
    );
    expect(entry('apa', dispatch)).toBe(
      'Vale, A. (2013, September 12). *Talks go on*. Agence France-Presse.',
    );
    // For MLA it is a container like any other.
    expect(entry('mla', dispatch)).toBe('Vale, Ada. “Talks Go On.” *Agence France-Presse*, 12 Sept. 2013.');
  });

  it('is told from a newspaper that has one’s name in its own', () => {
    for (const name of ['Reuters Gazette', 'The Interfax Courier', 'Tasslehof'])
      expect(entry('chicago-notes', { ...dispatch, 'container-title': name })).toContain(`*${name}*`);
    for (const name of ['the Associated Press', 'REUTERS', 'ТАСС', 'ITAR-TASS'])
      expect(entry('chicago-notes', { ...dispatch, 'container-title': name })).not.toContain('*');
  });
});

describe('a thesis', () => {
  it('is called as the style calls it', () => {
    for (const genre of ['PhD diss.', 'PhD thesis', 'Ph.D. dissertation', 'Doctoral thesis', 'phdthesis'])
      expect(thesisKind(genre, 'D', 'M')).toBe('D');
    for (const genre of ['Master’s thesis', 'MA thesis', 'M.Sc. thesis', 'mathesis'])
      expect(thesisKind(genre, 'D', 'M')).toBe('M');
    for (const genre of ['Habilitation', 'дис. … канд. ист. наук', 'Maritime studies', 'Phoenix report'])
      expect(thesisKind(genre, 'D', 'M')).toBe(genre);
    const thesis: CslItem = {
      type: 'thesis',
      title: 'Salt',
      author: ada,
      genre: 'PhD thesis',
      publisher: 'Tarn University',
      issued: '2018',
    };
    expect(entry('apa', { ...thesis, URL: 'https://example.org/1' })).toContain(
      '*Salt* \\[Doctoral dissertation, Tarn University\\].',
    );
    expect(entry('mla', thesis)).toBe('Vale, Ada. *Salt*. 2018. Tarn U, PhD dissertation.');
    expect(entry('mla', { ...thesis, publisher: '', genre: 'thesis' })).toMatch(/2018\. Thesis\.$/);
  });
});

it('MLA shortens the names of academic presses', () => {
  expect(shortenedPress('Tarn University Press')).toBe('Tarn UP');
  expect(shortenedPress('University of New Tarn Press')).toBe('U of New Tarn P');
  expect(shortenedPress('The Free Press')).toBe('The Free Press');
});

describe('a law and a treaty', () => {
  const act: CslItem = {
    type: 'legislation',
    title: 'Tarn bridges act',
    number: 'Pub. L. 112-208',
    'container-title': 'Stat.',
    volume: '126',
    page: '1496',
    issued: '2012-12-14',
    URL: 'https://example.gov/act',
  };

  it('are cited by where they are printed, in roman', () => {
    const cited = 'Tarn Bridges Act, Pub. L. 112-208, 126 Stat. 1496 (2012)';
    expect(entry('chicago-notes', act)).toBe(`${cited}. <https://example.gov/act>.`);
    expect(toPlain(styleOf('chicago-notes').note(act, { label: 'section', value: '3' }))).toBe(
      `${cited}, sec. 3, https://example.gov/act`,
    );
    expect(later('chicago-notes', act)).toBe('Tarn Bridges Act');
    expect(entry('apa', act)).toBe(`${cited}. <https://example.gov/act>`);
    expect(later('apa', act)).toBe('Tarn Bridges Act, 2012');
    expect(later('chicago-author-date', act)).toBe('Tarn Bridges Act 2012');
  });

  it('have what is known of them', () => {
    const bare = { type: 'bill', title: 'Tarn bridges bill' };
    expect(entry('chicago-notes', bare)).toBe('Tarn Bridges Bill.');
    expect(entry('apa', bare)).toBe('Tarn Bridges Bill (n.d.).');
    const treaty = { type: 'treaty', title: 'Treaty on salt', issued: '2010-04-08' };
    expect(entry('apa', treaty)).toBe('Treaty on Salt, April 8, 2010.');
    expect(later('apa', treaty)).toBe('Treaty on Salt, 2010');
    expect(entry('chicago-notes', treaty)).toBe('“Treaty on Salt.” April 8, 2010.');
  });
});

describe('an entry of APA', () => {
  it('does not name a publisher that is the author', () => {
    const report: CslItem = {
      type: 'report',
      title: 'Salt',
      author: [{ literal: 'Office of Journeys' }],
      publisher: 'office of Journeys',
      issued: '2021',
    };
    expect(entry('apa', report)).toBe('Office of Journeys. (2021). *Salt*.');
    expect(entry('apa', { ...report, publisher: 'Tarn' })).toBe('Office of Journeys. (2021). *Salt*. Tarn.');
  });

  it('says of a speech and a map what they are', () => {
    const item: CslItem = { type: 'map', title: 'Tarn', author: ada, issued: '2013-09' };
    expect(entry('apa', item)).toBe('Vale, A. (2013, September). *Tarn* \\[Map\\].');
    expect(entry('apa', { ...item, type: 'speech' })).toBe(
      'Vale, A. (2013, September). *Tarn* \\[Speech\\].',
    );
    expect(entry('apa', { ...item, type: 'speech', genre: 'keynote' })).toContain('\\[Keynote\\]');
  });
});

describe('a description by ГОСТ', () => {
  const post: CslItem = {
    type: 'post',
    title: 'met in Tarn. A frank talk.',
    author: ada,
    issued: '2015-03-02',
  };

  it('begins the title with a capital and parts nothing by two marks', () => {
    expect(entry('gost', { ...post, genre: 'tweet', 'container-title': 'Salt' })).toBe(
      'Vale A. Met in Tarn. A frank talk: tweet // Salt. 2015. 2 Mar.',
    );
    expect(later('gost', post)).toBe('Vale A. Met in Tarn. A frank talk');
    expect(entry('gost', { ...post, title: 'Made in the U.S.' })).toBe(
      'Vale A. Made in the U.S. 2015. 2 Mar.',
    );
    expect(entry('gost', { ...post, title: 'iPhones' })).toBe('Vale A. iPhones. 2015. 2 Mar.');
  });

  it('says once that an interview is one', () => {
    const interviewer = [{ family: 'Roe', given: 'Jo' }];
    const talk: CslItem = { ...post, type: 'interview', title: 'We met', interviewer };
    expect(entry('gost', talk)).toBe('Vale A. We met: interview / interviewed by J. Roe. 2015. 2 Mar.');
    expect(entry('gost', { ...talk, title: 'Interview on salt' })).toBe(
      'Vale A. Interview on salt / interviewed by J. Roe. 2015. 2 Mar.',
    );
  });
});
