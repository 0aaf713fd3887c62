import { describe, expect, it } from 'vitest';
import { offerNames, offerOffices } from '../../../../src/core/text/offers.ts';
import { dossier } from '../../dossier.ts';

const people = [...dossier.people.values()];

const names = (typed: string, used: Record<string, readonly string[]> = {}): string[] =>
  offerNames(people, typed.split(' '), new Map(Object.entries(used))).map(({ text }) => text);

describe('the names offered', () => {
  it('are the preferred one and the surname of whoever is called so', () => {
    expect(names('Ker')).toEqual(['John Kerry', 'Kerry']);
    expect(names('Kerr')).toEqual(['John Kerry', 'Kerry']);
    expect(names('Hill')).toContain('Hillary Clinton');
    expect(names('Кер')).toEqual(expect.arrayContaining(['Керри', 'Джон Керри']));
    expect(names('Лавр')[0]).toMatch(/^(?:Сергей )?Лавров$/);
  });

  it('begin with the form that the file has', () => {
    expect(names('Lav')[0]).toBe('Sergey Lavrov');
    expect(names('Lav', { 'lavrov-sergey': ['Sergei Lavrov', 'Lavrov'] }).slice(0, 2)).toEqual([
      'Sergei Lavrov',
      'Lavrov',
    ]);
    expect(names('Ru', { 'rubio-marco': ['Monica Rubio', 'Rubio'] })).toEqual(['Rubio', 'Marco Rubio']);
  });

  it('take the words before along that belong to the name', () => {
    const [offer] = offerNames(people, ['met', 'John', 'Ker'], new Map());
    expect(offer).toMatchObject({ text: 'John Kerry', words: 2, rest: 'ry' });
    expect(offerNames(people, ['met', 'Ker'], new Map())[0]).toMatchObject({
      text: 'John Kerry',
      words: 1,
      rest: 'ry',
    });
  });

  it('are never wrong ones', () => {
    const wrong = people.flatMap(person =>
      person.forms
        .filter(({ kind }) => kind === 'misnomer' || kind === 'misspelling')
        .map(({ form }) => form),
    );
    expect(wrong).toContain('Monica Rubio');
    for (const form of wrong) {
      for (const word of form.split(' ')) expect(names(word.slice(0, 3))).not.toContain(form);
    }
    expect(names('Monica')).toEqual([]);
  });

  it('are none for a word in lower case, in the middle of a name, and of others of the surname', () => {
    expect(names('ker')).toEqual([]);
    expect(names('erry')).toEqual([]);
    expect(names('Bill Clin')).toEqual([]);
    expect(names('Chelsea Cli')).toEqual([]);
    expect(names('Yesterday Clin')).toContain('Clinton');
    expect(names('Secretary Clin')).toContain('Clinton');
  });

  it('are none that stand there already', () => {
    expect(names('Kerry')).toEqual(['John Kerry']);
    expect(names('John Kerry')).not.toContain('John Kerry');
  });
});

describe('the offices offered', () => {
  const offices = (typed: string): string[] =>
    offerOffices(people, typed.split(' ')).map(({ text, words }) => `${words} ${text}`);

  it('are those whose title begins so', () => {
    expect(offices('the Secretary of S')).toEqual(['3 Secretary of State']);
    expect(offices('then US Sec')).toEqual(['2 US Secretary of State']);
    expect(offices('the Foreign M')).toEqual(['2 Foreign Minister']);
    expect(offices('the foreign m')).toEqual(['2 foreign minister']);
    expect(offices('тогда госсек')).toEqual(['1 госсекретарь США']);
    expect(offices('министр ин')).toEqual(['2 министр иностранных дел России']);
  });

  it('wait for two words or a long one', () => {
    expect(offices('a Se')).toEqual([]);
    expect(offices('US')).toEqual([]);
    expect(offices('Secre')).toEqual(['1 Secretary of State']);
  });

  it('are none for what is finished or is something else', () => {
    expect(offices('the Secretary of State')).toEqual([]);
    expect(offices('the Secretary of De')).toEqual([]);
    expect(offices('a secretary')).toEqual(['1 secretary of state']);
  });
});
