import { describe, expect, it } from 'vitest';
import { officeAtDate } from '../../../../src/core/checks/office-at-date.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(officeAtDate, dossier);
const found = (text: string): string[] => check(text).map(({ start, end }) => text.slice(start, end));

describe('an office at a date', () => {
  it('is told with the tenure and with who held it then', () => {
    expect(check('In March 2012 Secretary Kerry flew to Moscow.')).toMatchObject([
      {
        message:
          'John Kerry was not US Secretary of State at the time (March 2012). Tenure on record: 1 February 2013 – 20 January 2017. In office at the time: Hillary Clinton.',
        fixes: [],
        because: [
          { type: 'person', id: 'kerry-john' },
          { type: 'person', id: 'clinton-hillary' },
        ],
      },
    ]);
  });

  it('names all who held it in the course of a year', () => {
    expect(check('In 2009 Secretary Kerry flew to Moscow.')[0]?.message).toContain(
      'In office at the time: Condoleezza Rice and Hillary Clinton.',
    );
  });

  it('offers “former” only after the tenure and before an English title', () => {
    const fixes = (text: string) => check(text).flatMap(finding => finding.fixes.map(({ title }) => title));
    expect(fixes('In 2018 Secretary Kerry visited Vienna.')).toEqual(['Insert “former”']);
    expect(fixes('Secretary Kerry visited Vienna in 2018.')).toEqual(['Insert “Former”']);
    expect(fixes('In 2012 Secretary Kerry visited Vienna.')).toEqual([]);
    expect(fixes('В 2018 году госсекретарь Керри посетил Вену.')).toEqual([]);
    expect(found('В 2018 году госсекретарь Керри посетил Вену.')).toEqual(['госсекретарь Керри']);
  });

  it('is not judged near an uncertain end, nor on the day beside a certain one', () => {
    const minister = (date: string) => found(`On ${date} Foreign Minister Lavrov spoke in Paris.`).length;
    expect(minister('20 February 2004')).toBe(0);
    expect(minister('20 January 2004')).toBe(1);
    const secretary = (date: string) => found(`On ${date} Secretary Kerry spoke in Paris.`).length;
    expect(secretary('21 January 2017')).toBe(0);
    expect(secretary('23 January 2017')).toBe(1);
  });

  it('is not judged where the dossier gives no dates for it', () => {
    expect(found('In 1950 President Putin spoke in Paris.')).toEqual([]);
  });

  it('is judged by the document’s date where the sentence counts from it', () => {
    const text = (date: string) => `---\ndate: ${date}\n---\n\nYesterday Secretary Kerry flew to Moscow.\n`;
    expect(found(text('2012-05-08'))).toEqual(['Secretary Kerry']);
    expect(found(text('2014-05-08'))).toEqual([]);
  });

  it('is judged by any dossier', () => {
    const other = checkingBy(officeAtDate, smallDossier);
    expect(other('In 2027 Secretary Berg flew to Porthaven.')).toHaveLength(1);
    expect(other('In 2030 Secretary Berg flew to Porthaven.')).toEqual([]);
  });
});
