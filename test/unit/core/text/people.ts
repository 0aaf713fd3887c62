import type { NameForm, Office, Person } from '../../../../src/core/dossier/records.ts';

const kindOf = (form: string): NameForm['kind'] =>
  /[\s·・]/.test(form) ? 'full' : form.includes('.') ? 'initials' : 'surname';

function office(id: string, title: string): Office {
  return { office: id, title, evidence: [] };
}

interface Options {
  readonly gender?: 'female' | 'male';
  readonly offices?: readonly Office[];
  readonly confusableWith?: readonly string[];
  readonly misnomers?: readonly string[];
  readonly misspellings?: readonly string[];
  readonly given?: readonly string[];
}

/** A person with these forms: a form of several words is a full name, a single word a surname. */
function person(id: string, forms: readonly string[], options: Options = {}): Person {
  const {
    gender = 'male',
    offices = [],
    confusableWith = [],
    misnomers = [],
    misspellings = [],
    given = [],
  } = options;
  const all = [
    ...forms.map(form => ({ form, kind: kindOf(form) })),
    ...misnomers.map(form => ({ form, kind: 'misnomer' as const })),
    ...misspellings.map(form => ({ form, kind: 'misspelling' as const })),
    ...given.map(form => ({ form, kind: 'given' as const })),
  ];
  return {
    id,
    name: forms[0] ?? '',
    sortName: forms[0] ?? '',
    gender,
    offices,
    confusableWith,
    forms: all.map(each => ({ ...each, status: 'attested' as const })),
  };
}

const secretary = office('us-secretary-of-state', 'US Secretary of State');
const usPresident = office('us-president', 'President of the United States');

/** Lavrov, the eight secretaries and a few presidents, as a dossier has them. */
export const people: readonly Person[] = [
  person(
    'lavrov',
    [
      'Sergey Lavrov',
      'Sergei Lavrov',
      'Sergey Viktorovich Lavrov',
      'Sergej Lawrow',
      'Siergiej Ławrow',
      'Serguéï Lavrov',
      'Lavrov',
      'Lawrow',
      'Сергей Лавров',
      'Сергей Викторович Лавров',
      'С.В.Лавров',
      'Лавров',
      'سيرغي لافروف',
      'لافروف',
      '拉夫罗夫',
      '谢尔盖·拉夫罗夫',
      '세르게이 라브로프',
      '라브로프',
      'セルゲイ・ラブロフ',
      'ラブロフ',
      'סרגיי לברוב',
      'सर्गेई लावरोव',
      'Σεργκέι Λαβρόφ',
    ],
    {
      offices: [office('ru-foreign-minister', 'Minister of Foreign Affairs of Russia')],
      misspellings: ['Lavror'],
    },
  ),
  person(
    'powell',
    [
      'Colin Powell',
      'Colin L. Powell',
      'Colin Luther Powell',
      'Powell, Colin L.',
      'Powell',
      'Колин Пауэлл',
      'Пауэлл',
    ],
    {
      offices: [secretary],
      confusableWith: ['Jerome Powell, chair of the Federal Reserve', 'Lewis F. Powell'],
    },
  ),
  person('rice', ['Condoleezza Rice', 'Rice', 'Кондолиза Райс', 'Райс'], {
    gender: 'female',
    offices: [secretary],
    confusableWith: ['Susan Rice, UN ambassador and national security adviser'],
    misspellings: ['Condoleeza Rice'],
  }),
  person('clinton', ['Hillary Clinton', 'Hillary Rodham Clinton', 'Clinton', 'Хиллари Клинтон', 'Клинтон'], {
    gender: 'female',
    offices: [secretary],
    confusableWith: ['Bill Clinton, president from 1993 to 2001', 'Chelsea Clinton'],
    misspellings: ['Hilary Clinton'],
    given: ['Hillary'],
  }),
  person(
    'kerry',
    [
      'John Kerry',
      'John F. Kerry',
      'John Forbes Kerry',
      'Kerry',
      'Джон Керри',
      'Керри',
      'ジョン・ケリー',
      'ケリー',
    ],
    {
      offices: [secretary],
      confusableWith: ['Bob Kerrey, senator'],
    },
  ),
  person('tillerson', ['Rex Tillerson', 'Rex W. Tillerson', 'Tillerson', 'Рекс Тиллерсон', 'Тиллерсон'], {
    offices: [secretary],
  }),
  person('pompeo', ['Mike Pompeo', 'Michael R. Pompeo', 'Pompeo', 'Майк Помпео', 'Помпео'], {
    offices: [secretary],
  }),
  person(
    'blinken',
    ['Antony Blinken', 'Antony J. Blinken', 'Tony Blinken', 'Blinken', 'Энтони Блинкен', 'Блинкен'],
    {
      offices: [secretary],
      misspellings: ['Anthony Blinken'],
    },
  ),
  person('rubio', ['Marco Rubio', 'Rubio', 'Марко Рубио', 'Рубио'], {
    offices: [secretary],
    misnomers: ['Monica Rubio'],
  }),
  person('putin', ['Vladimir Putin', 'Vladimir Vladimirovich Putin', 'Putin', 'Владимир Путин', 'Путин'], {
    offices: [office('ru-president', 'President of Russia')],
  }),
  person('obama', ['Barack Obama', 'Obama'], { offices: [usPresident] }),
  person('bush', ['George W. Bush', 'George Walker Bush', 'Bush'], {
    offices: [usPresident],
    confusableWith: ['George H. W. Bush, president from 1989 to 1993', 'Jeb Bush'],
  }),
  person('assad', ['Bashar al-Assad', 'Assad'], { offices: [office('sy-president', 'President of Syria')] }),
];

/** The same with Bill Clinton, so that the bare surname has two bearers. */
export const withBothClintons: readonly Person[] = [
  ...people,
  person('bill-clinton', ['Bill Clinton', 'William Jefferson Clinton', 'Clinton'], {
    offices: [usPresident],
  }),
];
