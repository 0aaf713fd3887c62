import { describe, expect, it } from 'vitest';
import { type TimelineFilter, TimelineFinder } from '../../../../src/core/timeline/filter.ts';
import { item, row, timeline } from './support.ts';

const data = timeline(
  [row('kerry', '2013-02-01', '2017-01-20')],
  [
    item('geneva', '2013-09-12', {
      name: 'Genève',
      kind: 'negotiation',
      people: ['kerry'],
      topics: ['Syrian chemical weapons'],
      sources: ['Reuters 2013'],
    }),
    item('call', '2013-09-13', {
      kind: 'call',
      kindText: '3 telephone calls',
      people: ['kerry', 'putin'],
      summary: 'He rang from the car.',
    }),
    item('paper', '2013-09-15', { type: 'document', kind: 'document', name: 'Reuters 2013' }),
  ],
);
const finder = new TimelineFinder(data);
const find = (filter: TimelineFilter): string[] => finder.find(filter).map(each => each.id);

describe('a filter', () => {
  it('lets everything through where it asks for nothing', () => {
    expect(find({})).toEqual(['geneva', 'call', 'paper']);
    expect(find({ text: '  …' })).toEqual(['geneva', 'call', 'paper']);
  });

  it('asks for a person, a kind, or both', () => {
    expect(find({ person: 'kerry' })).toEqual(['geneva', 'call']);
    expect(find({ kind: 'document' })).toEqual(['paper']);
    expect(find({ person: 'putin', kind: 'negotiation' })).toEqual([]);
  });

  it('finds words by how they begin, wherever in the item they stand', () => {
    expect(find({ text: 'chem weap' })).toEqual(['geneva']);
    expect(find({ text: 'reuters' })).toEqual(['geneva', 'paper']);
    expect(find({ text: 'car' })).toEqual(['call']);
    expect(find({ text: 'emical' })).toEqual([]);
  });

  it('finds people by name and kinds as they are called on screen', () => {
    expect(find({ text: 'vladimir' })).toEqual(['call']);
    expect(find({ text: 'telephone' })).toEqual(['call']);
  });

  it('does not mind case, accents or script', () => {
    expect(find({ text: 'GENEVE' })).toEqual(['geneva']);
    expect(find({ text: 'путин' })).toEqual(['call']);
  });

  it('wants every word', () => {
    expect(find({ text: 'kerry reuters' })).toEqual(['geneva']);
  });
});
