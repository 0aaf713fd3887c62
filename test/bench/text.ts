import type { NameForm, Person } from '../../src/core/dossier/records.ts';

/** Names among the words: about one in 370 units, as in the text of the measurements. */
const NAMES = 0.017;

const GIVEN =
  'Anna Boris Carla David Elena Frank Greta Hugo Irina Jonas Karin Leon Marta Nils Olga Peter Rosa Stefan Tanja Viktor'.split(
    ' ',
  );
const LOWER = (
  'the of and to in that for was with his from they which this have had not are but were been their more about would when ' +
  'there said could into than then other some time after only year government officials talks minister agreement weapons ' +
  'under between against during while country meeting “quoted” don’t — state’s'
).split(' ');
const CAPITAL = 'Geneva Syria Washington Europe Tuesday The But In He They United American Moscow When'.split(
  ' ',
);
const SYLLABLES = 'bar del fin gor hal kev lom mir nad pol rus sev tam vik zor'.split(' ');

/** The same numbers on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

function surname(number: number): string {
  const random = generator(number + 1);
  const name = pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${number % 2 ? 'ov' : 'er'}`;
}

function person(number: number): Person {
  const family = surname(number);
  const full = `${GIVEN[number % GIVEN.length]} ${family}`;
  const form = (text: string, kind: NameForm['kind']): NameForm => ({ form: text, kind, status: 'attested' });
  return {
    id: `person-${number}`,
    name: full,
    sortName: full,
    offices: [],
    forms: [form(full, 'full'), form(family, 'surname')],
  };
}

const lavrov: Person = {
  ...person(0),
  id: 'lavrov',
  forms: [
    { form: 'Сергей Лавров', kind: 'full', status: 'attested' },
    { form: 'Лавров', kind: 'surname', status: 'attested' },
  ],
};

/** Nobody in any of the texts. */
export const stranger: Person = {
  ...person(0),
  id: 'stranger',
  forms: [{ form: 'Bill Clinton', kind: 'full', status: 'attested' }],
};

/** Lavrov in Cyrillic and so many more people, each with a full name and a surname. */
export function people(count: number): readonly Person[] {
  return [lavrov, ...Array.from({ length: count }, (_, number) => person(number))];
}

/**
 * A text as an editor gives it: one flat string, joined of its lines. (A string that Node decodes is kept outside of V8's
 * memory when it is longer than a million units, and each look at it takes half as long again.)
 */
export function flat(text: string): string {
  const lines = Array.from({ length: Math.ceil(text.length / 80) }, (_, line) =>
    text.slice(line * 80, (line + 1) * 80),
  );
  return lines.join('');
}

/** Running text of about `units` with the names of so many people in it; `markdown`: with all kinds of blocks and inlines. */
export function prose(units: number, names: number, markdown: boolean): string {
  const random = generator(7);
  const parts: string[] = [];
  let length = 0;
  for (let word = 1; length < units; word++) {
    const chance = random();
    let part = pick(LOWER, random);
    if (chance < NAMES) {
      const number = Math.floor(random() * names);
      part = chance < NAMES / 2 ? surname(number) : `${GIVEN[number % GIVEN.length]} ${surname(number)}`;
      if (chance < NAMES / 10) part = 'Сергей Лавров';
    } else if (chance < NAMES + 0.05) part = pick(CAPITAL, random);
    else if (chance < NAMES + 0.053) part = `September ${1990 + Math.floor(random() * 30)}`;
    if (markdown && word % 60 === 0)
      part = pick(['*stress*', '`code`', '[a link](https://a.example/b "c")', '[^1]', '<br>'], random);
    if (word % 14 === 0) part += '.';
    part += word % 90 === 0 ? '\n\n' : ' ';
    if (markdown && word % 450 === 0)
      part += '## A heading\n\n- one item\n- another item\n\n> a quotation\n> of two lines\n\n';
    parts.push(part);
    length += part.length;
  }
  return flat(parts.join(''));
}
