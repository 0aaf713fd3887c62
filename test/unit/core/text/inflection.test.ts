import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameForm, Person } from '../../../../src/core/dossier/records.ts';
import { foldWord } from '../../../../src/core/text/fold.ts';
import {
  ACCUSATIVE,
  ANY_CASE,
  caseForms,
  DATIVE,
  GENITIVE,
  INSTRUMENTAL,
  NOMINATIVE,
  PREPOSITIONAL,
} from '../../../../src/core/text/inflection.ts';
import { dossier } from '../../dossier.ts';
import { people as handMade } from './people.ts';

const CASES = [GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL];

function bearer(forms: readonly NameForm[], gender: Person['gender']): Person {
  return {
    id: 'x',
    name: '',
    sortName: '',
    offices: [],
    forms,
    ...(gender && { gender }),
  };
}

const formOf = (form: string, kind: NameForm['kind'], language?: string): NameForm => ({
  form,
  kind,
  status: 'attested',
  ...(language !== undefined && { language }),
});

/** The five oblique cases of a form, genitive first, as one line; `—` where it is not declined. */
function declension(
  name: string,
  gender: Person['gender'],
  kind: NameForm['kind'] = name.includes(' ') ? 'full' : 'surname',
  others: readonly string[] = [],
): string {
  const form = formOf(name, kind);
  const forms = caseForms(form, bearer([form, ...others.map(each => formOf(each, 'full'))], gender));
  if (forms.get(name) === ANY_CASE) return '—';
  return CASES.map(bit =>
    [...forms].flatMap(([inflected, cases]) => (cases & bit ? [inflected] : [])).join('/'),
  ).join(', ');
}

// Written from the rules of Zaliznyak’s dictionary, its appendix on proper names, and of Rosenthal’s handbook.
describe('a man’s surname', () => {
  it.each([
    ['Лавров', 'Лаврова, Лаврову, Лаврова, Лавровым, Лаврове'],
    ['Медведев', 'Медведева, Медведеву, Медведева, Медведевым, Медведеве'],
    ['Королёв', 'Королёва, Королёву, Королёва, Королёвым, Королёве'],
    ['Солженицын', 'Солженицына, Солженицыну, Солженицына, Солженицыным/Солженицыном, Солженицыне'],
    ['Рожанский', 'Рожанского, Рожанскому, Рожанского, Рожанским, Рожанском'],
    ['Троцкий', 'Троцкого, Троцкому, Троцкого, Троцким, Троцком'],
    ['Толстой', 'Толстого, Толстому, Толстого, Толстым, Толстом'],
    ['Донской', 'Донского, Донскому, Донского, Донским, Донском'],
    ['Белый', 'Белого, Белому, Белого, Белым, Белом'],
    ['Горячий', 'Горячего, Горячему, Горячего, Горячим, Горячем'],
    ['Крайний', 'Крайнего, Крайнему, Крайнего, Крайним, Крайнем'],
    ['Блинкен', 'Блинкена, Блинкену, Блинкена, Блинкеном, Блинкене'],
    ['Пауэлл', 'Пауэлла, Пауэллу, Пауэлла, Пауэллом, Пауэлле'],
    ['Тиллерсон', 'Тиллерсона, Тиллерсону, Тиллерсона, Тиллерсоном, Тиллерсоне'],
    ['Трамп', 'Трампа, Трампу, Трампа, Трампом, Трампе'],
    ['Кисляк', 'Кисляка, Кисляку, Кисляка, Кисляком, Кисляке'],
    ['Сноуден', 'Сноудена, Сноудену, Сноудена, Сноуденом, Сноудене'],
    ['Грин', 'Грина, Грину, Грина, Грином, Грине'],
    ['Остин', 'Остина, Остину, Остина, Остиным/Остином, Остине'],
    ['Буш', 'Буша, Бушу, Буша, Бушем, Буше'],
    ['Шульц', 'Шульца, Шульцу, Шульца, Шульцем, Шульце'],
    ['Гоголь', 'Гоголя, Гоголю, Гоголя, Гоголем, Гоголе'],
    ['Цой', 'Цоя, Цою, Цоя, Цоем, Цое'],
    ['Обама', 'Обамы, Обаме, Обаму, Обамой, Обаме'],
    ['Глинка', 'Глинки, Глинке, Глинку, Глинкой, Глинке'],
    ['Гойя', 'Гойи, Гойе, Гойю, Гойей, Гойе'],
    ['Берия', 'Берии, Берии, Берию, Берией, Берии'],
    ['Куца', 'Куцы, Куце, Куцу, Куцей, Куце'],
    ['Каша', 'Каши, Каше, Кашу, Кашей, Каше'],
    ['Керри', '—'],
    ['Рубио', '—'],
    ['Помпео', '—'],
    ['Каддафи', '—'],
    ['Шевченко', '—'],
    ['Черных', '—'],
    ['Гулиа', '—'],
    ['Лю', '—'],
  ])('%s: %s', (name, expected) => {
    expect(declension(name, 'male')).toBe(expected);
  });

  it('in -ин goes as a Russian one where the record has a patronymic', () => {
    expect(declension('Путин', 'male', 'surname', ['Vladimir Vladimirovich Putin'])).toBe(
      'Путина, Путину, Путина, Путиным, Путине',
    );
  });
});

describe('a woman’s surname', () => {
  it.each([
    ['Лаврова', 'Лавровой, Лавровой, Лаврову, Лавровой, Лавровой'],
    ['Путина', 'Путиной, Путиной, Путину, Путиной, Путиной'],
    ['Рожанская', 'Рожанской, Рожанской, Рожанскую, Рожанской, Рожанской'],
    ['Горячая', 'Горячей, Горячей, Горячую, Горячей, Горячей'],
    ['Обама', 'Обамы, Обаме, Обаму, Обамой, Обаме'],
    ['Клинтон', '—'],
    ['Райс', '—'],
    ['Меркель', '—'],
    ['Олбрайт', '—'],
    ['Керри', '—'],
    ['Черных', '—'],
  ])('%s: %s', (name, expected) => {
    expect(declension(name, 'female')).toBe(expected);
  });
});

describe('a given name', () => {
  it.each([
    ['Сергей', 'male', 'Сергея, Сергею, Сергея, Сергеем, Сергее'],
    ['Дмитрий', 'male', 'Дмитрия, Дмитрию, Дмитрия, Дмитрием, Дмитрии'],
    ['Владимир', 'male', 'Владимира, Владимиру, Владимира, Владимиром, Владимире'],
    ['Игорь', 'male', 'Игоря, Игорю, Игоря, Игорем, Игоре'],
    ['Павел', 'male', 'Павла, Павлу, Павла, Павлом, Павле'],
    ['Лев', 'male', 'Льва, Льву, Льва, Львом, Льве'],
    ['Пётр', 'male', 'Петра, Петру, Петра, Петром, Петре'],
    ['Никита', 'male', 'Никиты, Никите, Никиту, Никитой, Никите'],
    ['Джордж', 'male', 'Джорджа, Джорджу, Джорджа, Джорджем, Джордже'],
    ['Марко', 'male', '—'],
    ['Энтони', 'male', '—'],
    ['Джо', 'male', '—'],
    ['Кондолиза', 'female', 'Кондолизы, Кондолизе, Кондолизу, Кондолизой, Кондолизе'],
    ['Мария', 'female', 'Марии, Марии, Марию, Марией, Марии'],
    ['Анжелика', 'female', 'Анжелики, Анжелике, Анжелику, Анжеликой, Анжелике'],
    ['Любовь', 'female', 'Любови, Любови, Любовь, Любовью, Любови'],
    ['Хиллари', 'female', '—'],
    ['Мадлен', 'female', '—'],
    ['Николь', 'female', '—'],
  ] as const)('%s, %s: %s', (name, gender, expected) => {
    expect(declension(name, gender, 'given')).toBe(expected);
  });
});

describe('a name of several words agrees in case', () => {
  it.each([
    [
      'Сергей Викторович Лавров',
      'male',
      'Сергея Викторовича Лаврова, Сергею Викторовичу Лаврову, Сергея Викторовича Лаврова, ' +
        'Сергеем Викторовичем Лавровым, Сергее Викторовиче Лаврове',
    ],
    [
      'Лавров Сергей Викторович',
      'male',
      'Лаврова Сергея Викторовича, Лаврову Сергею Викторовичу, Лаврова Сергея Викторовича, ' +
        'Лавровым Сергеем Викторовичем, Лаврове Сергее Викторовиче',
    ],
    [
      'Лавров, Сергей',
      'male',
      'Лаврова, Сергея, Лаврову, Сергею, Лаврова, Сергея, Лавровым, Сергеем, Лаврове, Сергее',
    ],
    ['Джон Керри', 'male', 'Джона Керри, Джону Керри, Джона Керри, Джоном Керри, Джоне Керри'],
    ['Марко Рубио', 'male', '—'],
    [
      'Башар аль-Асад',
      'male',
      'Башара аль-Асада, Башару аль-Асаду, Башара аль-Асада, Башаром аль-Асадом, Башаре аль-Асаде',
    ],
    [
      'Кондолиза Райс',
      'female',
      'Кондолизы Райс, Кондолизе Райс, Кондолизу Райс, Кондолизой Райс, Кондолизе Райс',
    ],
    ['Хиллари Клинтон', 'female', '—'],
    [
      'Мария Ивановна Лаврова',
      'female',
      'Марии Ивановны Лавровой, Марии Ивановне Лавровой, Марию Ивановну Лаврову, Марией Ивановной Лавровой, ' +
        'Марии Ивановне Лавровой',
    ],
    [
      'Владимир Ильич Лавров',
      'male',
      'Владимира Ильича Лаврова, Владимиру Ильичу Лаврову, Владимира Ильича Лаврова, Владимиром Ильичом Лавровым, Владимире Ильиче Лаврове',
    ],
  ] as const)('%s, %s: %s', (name, gender, expected) => {
    expect(declension(name, gender)).toBe(expected);
  });

  it('and initials stay as they are', () => {
    expect(declension('С.В.Лавров', 'male', 'initials')).toBe(
      'С.В.Лаврова, С.В.Лаврову, С.В.Лаврова, С.В.Лавровым, С.В.Лаврове',
    );
    expect(declension('Дж. Буш', 'male', 'initials')).toBe(
      'Дж. Буша, Дж. Бушу, Дж. Буша, Дж. Бушем, Дж. Буше',
    );
  });

  it('in Ukrainian too, where a man’s name is regular', () => {
    const form = formOf('Сергій Лавров', 'full', 'uk');
    expect([...caseForms(form, bearer([form], 'male')).keys()]).toEqual([
      'Сергій Лавров',
      'Сергія Лаврова',
      'Сергію Лаврову',
      'Сергієві Лаврову',
      'Сергієм Лавровим',
      'Сергієві Лаврові',
      'Сергію Лаврові',
    ]);
  });
});

describe('what has no cases', () => {
  it.each([
    ['a Latin name', 'Sergey Lavrov', 'en', 'male'],
    ['a name of unknown gender', 'Лавров', 'ru', undefined],
    ['a name of another language in Cyrillic', 'Лавров', 'bg', 'male'],
    ['a Chinese name', '拉夫罗夫', 'zh', 'male'],
  ] as const)('%s stands for any', (_, name, language, gender) => {
    const form = formOf(name, 'surname', language);
    expect([...caseForms(form, bearer([form], gender))]).toEqual([[name, ANY_CASE]]);
  });
});

const everybody = [...dossier.people.values(), ...handMade];
const russianForms = everybody.flatMap(person =>
  person.forms.filter(({ form }) => /[а-я]/i.test(form)).map(form => ({ person, form })),
);

describe('the names of the dossier', () => {
  it('hold Russian ones', () => {
    expect(russianForms.length).toBeGreaterThan(30);
  });

  it('in no case become the nominative of somebody else', () => {
    const nominatives = new Map<string, string>();
    for (const { person, form } of russianForms) nominatives.set(foldWord(form.form), person.name);
    const taken = russianForms.flatMap(({ person, form }) =>
      [...caseForms(form, person)].flatMap(([inflected, cases]) => {
        const owner = nominatives.get(foldWord(inflected));
        return (cases & NOMINATIVE) === 0 && owner !== undefined && owner !== person.name
          ? [`${inflected} of ${person.name} is ${owner}`]
          : [];
      }),
    );
    expect(taken).toEqual([]);
  });

  it('keep their stems, and have each case', () => {
    for (const { person, form } of russianForms) {
      const forms = caseForms(form, person);
      expect([...forms.values()].reduce((all, cases) => all | cases, 0)).toBe(ANY_CASE);
      for (const inflected of forms.keys()) {
        const stems = form.form.split(/[\s.-]+/).map(word => word.slice(0, Math.max(1, word.length - 2)));
        for (const stem of stems) expect(inflected).toContain(stem);
      }
    }
  });
});

describe('any word', () => {
  const letters = fc.array(fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'), {
    minLength: 1,
    maxLength: 9,
  });
  const word = letters.map(([first = '', ...rest]) => first.toUpperCase() + rest.join(''));

  it('is declined without loss: each case has a form, all begin alike, the nominative stays what it was', () => {
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom('male' as const, 'female' as const),
        fc.constantFrom('surname' as const, 'given' as const, 'full' as const),
        (first, second, gender, kind) => {
          const form = formOf(kind === 'full' ? `${first} ${second}` : first, kind);
          const person = bearer([form], gender);
          const forms = caseForms(form, person);
          expect([...forms][0]?.[0]).toBe(form.form);
          expect((forms.get(form.form) ?? 0) & NOMINATIVE).toBe(NOMINATIVE);
          expect([...forms.values()].reduce((all, cases) => all | cases, 0)).toBe(ANY_CASE);
          for (const inflected of forms.keys()) {
            expect(inflected.charAt(0)).toBe(form.form.charAt(0));
            expect(inflected.split(' ')).toHaveLength(kind === 'full' ? 2 : 1);
            expect(inflected.length).toBeLessThanOrEqual(form.form.length + 4);
          }
          expect([...caseForms(form, person)]).toEqual([...forms]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
