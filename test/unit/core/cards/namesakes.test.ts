import { describe, expect, it } from 'vitest';
import { likeliestFirst, namesakesOf } from '../../../../src/core/cards/namesakes.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import type { Person } from '../../../../src/core/dossier/records.ts';
import { dossier, records } from '../../dossier.ts';

const bill: Person = {
  id: 'clinton-bill',
  name: 'Bill Clinton',
  sortName: 'Clinton, Bill',
  forms: [{ form: 'Clinton', kind: 'surname', status: 'attested' }],
  offices: [
    {
      office: 'us-president',
      title: 'President of the United States',
      from: '1993-01-20',
      to: '2001-01-20',
      evidence: [],
    },
  ],
};
const both = new Dossier({ ...records, people: [...records.people, bill] });
const firstAt = (...dates: string[]): string | undefined =>
  likeliestFirst(both, ['clinton-hillary', 'clinton-bill'], dates.map(parseEdtf))[0]?.id;

describe('of several people whom a surname can mean', () => {
  it('whoever held an office at the date of the sentence comes first', () => {
    expect(firstAt('1998-09')).toBe('clinton-bill');
    expect(firstAt('2010')).toBe('clinton-hillary');
  });

  it('the order stays without a date, and at one at which both or nobody held an office', () => {
    expect(firstAt()).toBe('clinton-hillary');
    expect(firstAt('1993/2010')).toBe('clinton-hillary');
    expect(firstAt('1970')).toBe('clinton-hillary');
  });

  it('all are kept', () => {
    expect(likeliestFirst(both, ['clinton-hillary', 'clinton-bill'], [])).toHaveLength(2);
  });
});

describe('namesakes outside the dossier', () => {
  it('are those whom the record tells apart and who bear the surname', () => {
    const rice = dossier.people.get('rice-condoleezza');
    expect(rice && namesakesOf(rice)[0]).toMatch(/^Susan Rice/);
    const kerry = dossier.people.get('kerry-john');
    expect(kerry && namesakesOf(kerry)).toEqual([]);
  });
});
