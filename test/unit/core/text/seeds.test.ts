import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/core/dossier/records.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { caseForms } from '../../../../src/core/text/inflection.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { Seeds } from '../../../../src/core/text/seeds.ts';
import { dossier } from '../../dossier.ts';
import { withBothClintons } from './people.ts';

const people: readonly Person[] = [...withBothClintons, ...dossier.people.values()];

const person = (...forms: string[]): Person => ({
  id: 'somebody',
  name: forms[0] ?? '',
  sortName: forms[0] ?? '',
  gender: 'male',
  offices: [],
  forms: forms.map(form => ({ form, kind: 'full', status: 'attested' })),
});
const mayName = (text: string, ...forms: string[]): boolean => new Seeds([person(...forms)]).some(text);

describe('whether a text may name somebody', () => {
  it('is said by the last word of a form, however it is written', () => {
    for (const name of ['John Kerry', 'Kerry', 'KERRY', 'Kérry', 'Ke\u0301rry’s', 'Ker\u00adry', 'Kerry-led'])
      expect(mayName(`He met ${name} there.`, 'John Kerry'), name).toBe(true);
    for (const name of ['kerry', 'McKerry', 'Kerr', 'John', 'Керри', 'Ker ry'])
      expect(mayName(`He met ${name} there.`, 'John Kerry'), name).toBe(false);
    expect(mayName('al-Assad', 'Bashar al-Assad')).toBe(true);
    expect(mayName('\ufeffKerry met them.', 'John Kerry')).toBe(true);
    expect(mayName('mit dem freiherrn', 'der Freiherr', 'freiherrn')).toBe(true);
  });

  it('is said by every case of a Russian name', () => {
    for (const [form, ...cases] of [
      ['Сергей Лавров', 'Лаврова', 'Лаврову', 'Лавровым', 'Лаврове', 'ЛАВРОВА'],
      ['Рекс Тиллерсон', 'Тиллерсона', 'Тиллерсоном'],
      ['Мэтью Рожанский', 'Рожанского', 'Рожанским'],
      ['Лавров, Лев', 'Льва'],
      ['Джон Керри', 'Керри'],
    ] as const) {
      for (const word of cases) expect(mayName(`а ${word} там`, form), word).toBe(true);
    }
    expect(mayName('в лавре, Лариса', 'Сергей Лавров')).toBe(false);
  });

  it('is said anywhere in scripts that write words on to a name', () => {
    expect(mayName('与拉夫罗夫会面', '谢尔盖·拉夫罗夫')).toBe(true);
    expect(mayName('라브로프는', '세르게이 라브로프')).toBe(true);
    expect(mayName('ولافروف', 'سيرغي لافروف')).toBe(true);
  });

  it('is denied without people', () => {
    expect(new Seeds([]).some('Kerry')).toBe(false);
  });

  const form = fc.constantFrom(
    ...people.flatMap(each => each.forms.flatMap(form => [...caseForms(form, each).keys()])),
  );
  const change = fc.constantFrom<(name: string) => string>(
    name => name,
    name => name,
    name => name.toUpperCase(),
    name => name.toLowerCase(),
    name => name.normalize('NFD'),
    name => name.replaceAll(' ', '\u00a0'),
    name => name.replaceAll(' ', '\n'),
    name => name.replaceAll(' ', '&nbsp;'),
    name => name.replaceAll(' ', '-'),
    name => name.replaceAll('e', 'é'),
    name => name.replace(/(?<=.)[a-z]/gi, letter => letter.toUpperCase()),
    name => name.replace(/(?<=..)./u, '$&\u00ad'),
    name => name.replace(/\S+$/, last => last.replace('K', '\u212a').replace('R', '\uff32')),
    name => name.split(' ').at(-1) ?? name,
    name => `${name}а`,
    name => `${name}’s`,
    name => `${name.slice(0, -1)}ой`,
  );
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(form, change).map(([name, by]) => by(name)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ' ',
        ' ',
        '. ',
        ', ',
        ' Secretary ',
        ' J. ',
        '*',
        '_',
        '`',
        '> ',
        '\n\n',
        '<b>',
        '|',
        '/',
      ),
    },
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map(parts => parts.join(''));

  it('is never denied where the analysis finds them', () => {
    const names = new NameMatcher(people);
    const seeds = new Map(people.map(each => [each.id, new Seeds([each])]));
    let mentions = 0;
    fc.assert(
      fc.property(text, written => {
        for (const { people: whom } of analyse(written, names).mentionsIn(0, written.length)) {
          for (const id of whom) {
            mentions++;
            expect(seeds.get(id)?.some(written), `${id} in ${JSON.stringify(written)}`).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(mentions).toBeGreaterThan(1000);
  });
});
