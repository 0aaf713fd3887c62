import { describe, expect, it } from 'vitest';
import { chicagoNotes } from '../../../../../src/core/citation/styles/chicago-notes.ts';
import type { CslFields } from '../../../../../src/core/dossier/records.ts';
import { dossier } from '../../../dossier.ts';
import { html } from './html.ts';

const note = (fields: CslFields, ...paragraphs: number[]) => html(chicagoNotes.note(fields, paragraphs));
const noteOf = (key: string, ...paragraphs: number[]) => {
  const fields = dossier.documents.get(key)?.csl;
  if (!fields) throw new Error(`no document ${key}`);
  return note(fields, ...paragraphs);
};
const article = { type: 'article-newspaper', title: 'T', 'container-title': 'Herald', issued: '2013-09-12' };

describe('the notes of the Chicago manual', () => {
  // Each as citeproc-js writes it with the official style, without the full stop at its end; news services in roman.
  it('are right for the documents of the dossier', () => {
    expect(noteOf('reuters-2013-kerry-lavrov', 5)).toBe(
      'Warren Strobel, “Kerry-Lavrov Rapport Smoothed Path to Syria Deal,” Reuters, September 15, 2013, para. 5',
    );
    expect(noteOf('foreign-policy-2017-lavrov-washington')).toBe(
      'Emily Tamkin and Robbie Gramer, “Mr. Lavrov Comes to Washington,” The Cable, <i>Foreign Policy</i>, May 8, 2017',
    );
    expect(noteOf('sputnik-2017-lavrov-tillerson', 2, 3, 4)).toBe(
      '“Lavrov-Tillerson Meet: Preparing for Putin-Trump Summit,” radio programme, <i>Sputnik</i>, aired May 2017, paras. 2–4',
    );
    expect(noteOf('sputnik-2025-eight-secretaries', 2, 9)).toBe(
      '“8 US Secretaries of State, One Lavrov: A Legacy of Diplomacy,” Sputnik International, March 21, 2025, paras. 2, 9, https://sputnikglobe.com/20250321/8-us-secretaries-of-state-one-lavrov-a-legacy-of-diplomacy-1121662327.html',
    );
    expect(noteOf('capital-cities-2025-rubio-lavrov')).toBe(
      '“Secretary Rubio’s Key Meeting with Russian Foreign Minister Lavrov: Insights and Implications,” capital-cities.info, May 8, 2025',
    );
  });

  it('name an agency as the author, two authors with "and", more with "et al."', () => {
    const by = (...author: NonNullable<CslFields['author']>) => note({ ...article, author });
    expect(by({ literal: 'Reuters' })).toBe('Reuters, “T,” <i>Herald</i>, September 12, 2013');
    expect(by({ family: 'Lavrov' }, { literal: 'TASS' })).toMatch(/^Lavrov and TASS, “T,”/);
    expect(by({ family: 'A' }, { family: 'B' }, { family: 'C' })).toMatch(/^A et al\., “T,”/);
  });

  it('set quotations within a title in single marks and the comma within both', () => {
    expect(note({ ...article, title: 'The “Reset” and "Button"' })).toBe(
      '“The ‘Reset’ and ‘Button,’” <i>Herald</i>, September 12, 2013',
    );
    expect(note({ ...article, title: 'Who Is Lavrov?' })).toMatch(/^“Who Is Lavrov\?,” /);
    expect(note({ ...article, title: 'Moscow, D.C.' })).toMatch(/^“Moscow, D\.C\.,” /);
    expect(note({ ...article, title: "It's over" })).toMatch(/^“It’s Over,” /);
    expect(note({ type: 'book', title: 'The "Reset"' }, 5)).toBe('<i>The “Reset”</i> (n.d.), para. 5');
  });

  it('give the day of access only for a page without a date', () => {
    const site = { type: 'webpage', title: 'T', 'container-title': 'Site', accessed: '2026-03-21' };
    expect(note({ ...site, URL: 'https://example.com/a' }, 5)).toBe(
      '“T,” Site, para. 5, accessed March 21, 2026, https://example.com/a',
    );
    expect(note({ ...site, issued: '2020-01-02' })).toBe('“T,” Site, January 2, 2020');
  });

  it('name a station with a programme, and a publisher with a page but not with a periodical', () => {
    const programme = { type: 'broadcast', title: 'T', 'container-title': 'Trends', issued: '2017-05' };
    expect(note({ ...programme, publisher: 'Radio', medium: 'radio' }, 5)).toBe(
      '“T,” <i>Trends</i>, aired May 2017, on Radio, para. 5, radio',
    );
    expect(note({ ...article, publisher: 'Reuters' })).toBe('“T,” <i>Herald</i>, September 12, 2013');
    expect(note({ type: 'webpage', title: 'T', publisher: 'Office of Journeys', URL: 'https://a.b/c' })).toBe(
      '“T,” Office of Journeys, https://a.b/c',
    );
  });

  it('set the title of a whole work in italics, with publisher and year in parentheses', () => {
    expect(
      note(
        {
          type: 'book',
          title: 'Book: A Story',
          author: [{ family: 'Roe', given: 'Jo' }],
          publisher: 'Press',
          issued: '2014',
        },
        5,
      ),
    ).toBe('Jo Roe, <i>Book: A Story</i> (Press, 2014), para. 5');
  });

  it('leave out what is not known', () => {
    expect(note({ type: 'webpage', title: 'T' })).toBe('“T”');
  });
});

describe('dates in American references', () => {
  const dated = (issued: string) => note({ ...article, issued }).split('</i>, ')[1];
  it.each([
    ['2013-09-15', 'September 15, 2013'],
    ['2017-05', 'May 2017'],
    ['2005', '2005'],
    ['2013-21', 'Spring 2013'],
    ['2013-09-12/2013-09-14', 'September 12–14, 2013'],
    ['2013-08-30/2013-09-14', 'August 30–September 14, 2013'],
    ['2013/2014', '2013–2014'],
    ['2013-05/2013-06', 'May–June 2013'],
    ['2013-12-30/2014-01-02', 'December 30, 2013–January 2, 2014'],
    ['2005~', '[ca. 2005]'],
    ['2005?', '[2005?]'],
    ['201X', '2010s'],
    ['2013-05-XX', 'May 2013'],
    ['[2017-05-08,2017-05-09]', 'May 8, 2017 or May 9, 2017'],
    ['2017-05-08/..', 'May 8, 2017–'],
  ])('%s is %s', (edtf, expected) => {
    expect(dated(edtf)).toBe(expected);
  });
});
