import { describe, expect, it } from 'vitest';
import { isWeak } from '../../../../src/core/dossier/dossier.ts';
import { chooseKeys } from '../../../../src/core/search/key-query.ts';
import { dossier, searcher } from '../../dossier.ts';

const choices = (typed: string) => chooseKeys(dossier, searcher, typed);
const keys = (typed: string): string[] => choices(typed).map(({ document }) => document.id);

describe('the documents for a half-typed key', () => {
  it('are all where nothing is typed, the weak ones last', () => {
    expect([...keys('')].sort()).toEqual([...dossier.documents.keys()].sort());
    const weak = choices('').map(({ document }) => isWeak(document));
    expect(weak).toEqual([...weak].sort());
    expect(weak.at(-1)).toBe(true);
  });

  it('begin with those whose key begins so', () => {
    expect(keys('reut')[0]).toBe('reuters-2013-kerry-lavrov');
    expect(keys('Sputnik-2017-')[0]).toBe('sputnik-2017-lavrov-tillerson');
  });

  it('are found by author, title, year and place', () => {
    expect(keys('strobel')[0]).toBe('reuters-2013-kerry-lavrov');
    expect(keys('gramer')[0]).toBe('foreign-policy-2017-lavrov-washington');
    expect(keys('rapport')[0]).toBe('reuters-2013-kerry-lavrov');
    expect(keys('2013')[0]).toBe('reuters-2013-kerry-lavrov');
    expect(keys('geneva')[0]).toBe('reuters-2013-kerry-lavrov');
  });

  it('are found by a word of the original, which says where it stands', () => {
    const [found] = choices('limousine');
    expect(found?.document.id).toBe('reuters-2013-kerry-lavrov');
    expect(found?.passage).toBe(31);
  });

  it('are found by several words, parted as a key allows it', () => {
    expect(keys('limousine-kerry')[0]).toBe('reuters-2013-kerry-lavrov');
  });

  it('need not have all of the words, and may have them otherwise, unless that is asked for', () => {
    const asked = (typed: string, forgiven: 'nothing' | 'errors') =>
      chooseKeys(dossier, searcher, typed, forgiven).map(({ document }) => document.id);
    expect(keys('limousine-of-strobel-and-nobody')).toContain('reuters-2013-kerry-lavrov');
    expect(asked('limousine-of-strobel-and-nobody', 'errors')).toEqual([]);
    expect(asked('limuosine', 'errors')).toEqual(['reuters-2013-kerry-lavrov']);
    expect(asked('limuosine', 'nothing')).toEqual([]);
    expect(asked('limousi', 'nothing')).toEqual(['reuters-2013-kerry-lavrov']);
  });

  it('have the weak ones last, whatever stands in them', () => {
    const found = choices('rubio').map(({ document }) => isWeak(document));
    expect(found.indexOf(true)).toBeGreaterThanOrEqual(found.lastIndexOf(false));
  });

  it('are none for what stands nowhere', () => {
    expect(keys('zzqxv')).toEqual([]);
    expect(keys('---')).toEqual([]);
  });
});
