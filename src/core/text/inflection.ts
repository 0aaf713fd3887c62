import type { NameForm, Person } from '../dossier/records.ts';

// Case forms of Russian names by rule. The classes are those of Zaliznyak's grammatical dictionary and of the appendix on
// names to it; what a rule cannot tell (stress, fleeting vowels of surnames) is left out or taken as it is most often.

/** Bits of the grammatical cases in which a form of a name may stand. */
export const NOMINATIVE = 1;
export const GENITIVE = 2;
export const DATIVE = 4;
export const ACCUSATIVE = 8;
export const INSTRUMENTAL = 16;
export const PREPOSITIONAL = 32;
/** Of a form that has no cases: indeclinable, or of another language. */
export const ANY_CASE = 63;

/** Whose a word is: a man's surname, his other names; a woman's. */
type Who = 'M' | 'm' | 'F' | 'f';

/** Whose words it is for, how the nominative ends, how many letters of it go, and the endings of the five other cases. */
type Rule = readonly [who: string, nominative: RegExp, cut: number, endings: string];

const VOWEL = 'аеёиоуыэюяіїє';

/** The first that fits counts; without any a name is indeclinable. Endings: genitive to prepositional, `/` between equals. */
const RUSSIAN: readonly Rule[] = [
  // Клинтон, Райс, Элизабет; Керри, Рубио, Черных, Шевченко, Гулиа.
  ['Ff', /[бвгджзйклмнпрстфхцчшщ]$|[^в]ь$/, 0, ''],
  ['MmFf', new RegExp(`[еёиоуыэю]$|[иы]х$|[${VOWEL}]а$`), 0, ''],
  // Adjectives: Рожанский, Толстой, Белый, Горячий, Крайний; Рожанская.
  ['M', /[гкх]ий$/, 2, 'ого ому ого им ом'],
  ['M', /[жчшщн]ий$/, 2, 'его ему его им ем'],
  ['M', /ый$/, 2, 'ого ому ого ым ом'],
  ['M', new RegExp(`[${VOWEL}].*[гкх]ой$`, 'i'), 2, 'ого ому ого им ом'],
  ['M', new RegExp(`[${VOWEL}].*ой$`, 'i'), 2, 'ого ому ого ым ом'],
  ['F', /[жчшщ]ая$/, 2, 'ей ей ую ей ей'],
  ['F', /ая$/, 2, 'ой ой ую ой ой'],
  ['F', /яя$/, 2, 'ей ей юю ей ей'],
  // Лаврова, Путина; Лавров, Путин, but Грин like any foreign name.
  ['F', /(?:[оеё]в|[иы]н)а$/, 1, 'ой ой у ой ой'],
  ['M', new RegExp(`[${VOWEL}].*[оеё]в$`, 'i'), 0, 'а у а ым е'],
  ['M', new RegExp(`[${VOWEL}].*[иы]н$`, 'i'), 0, 'а у а ым е'],
  // Павел, Лев, Пётр; Любовь.
  ['m', /^Павел$/, 2, 'ла лу ла лом ле'],
  ['m', /^Лев$/, 2, 'ьва ьву ьва ьвом ьве'],
  ['m', /^П[её]тр$/, 3, 'етра етру етра етром етре'],
  ['f', /вь$/, 1, 'и и ь ью и'],
  // Дмитрий, Сергей, Игорь.
  ['Mm', /ий$/, 2, 'ия ию ия ием ии'],
  ['Mm', /[йь]$/, 1, 'я ю я ем е'],
  // Ильич; Буш, Викторович, Шульц; Блинкен.
  ['m', /^(?:Иль|Кузьм|Лук|Фом)ич$/, 0, 'а у а ом е'],
  ['Mm', /[жчшщц]$/, 0, 'а у а ем е'],
  ['Mm', /[бвгдзклмнпрстфх]$/, 0, 'а у а ом е'],
  // Мария, Илья, Гойя; Наташа, Франца, Глинка, Обама.
  ['MmFf', /ия$/, 1, 'и и ю ей и'],
  ['MmFf', /я$/, 1, 'и е ю ей е'],
  ['MmFf', /[жчшщ]а$/, 1, 'и е у ей е'],
  ['MmFf', /ца$/, 1, 'ы е у ей е'],
  ['MmFf', /[гкх]а$/, 1, 'и е у ой е'],
  ['MmFf', /а$/, 1, 'ы е у ой е'],
];

/** Men's names alone, as far as they are regular: Лавров, Костін; Зеленський; Сергій; Віктор, Павло. */
const UKRAINIAN: readonly Rule[] = [
  ['M', /(?:[оеєї]в|[иіїє]н)$/, 0, 'а у а им у/і'],
  ['M', /[гкх]ий$/, 2, 'ого ому ого им ому'],
  ['m', /ій$/, 1, 'я ю/єві я єм єві/ю'],
  ['m', /ич$/, 0, 'а у/еві а ем еві/у'],
  ['m', /[бвгдзклмнпрстфх]$/, 0, 'а у/ові а ом ові/у'],
  ['m', /о$/, 1, 'а у/ові а ом ові/у'],
];

const CYRILLIC_WORD = /[\u0400-\u04FF][\u0400-\u04FF\u2019']*/g;
const PATRONYMIC = /(?:[оеё]вич|[оеёі]вн[аы]|ична)$/;

/** A patronymic tells how the surname of a man in -ин ends: Путиным. Without one it may be foreign: Остином. */
const isRussian = (person: Person): boolean =>
  person.forms.some(({ form }) => /(?:вич|ьич|вна|vich|vna)(?![a-zа-я])/.test(form));

/** Names of more words have none that agree. */
const MAX_WORDS = 5;

/** The forms of one word of a name in the five cases. */
function decline(word: string, who: Who, rules: readonly Rule[], russian: boolean): readonly string[][] {
  const rule = rules.find(([whom, nominative]) => whom.includes(who) && nominative.test(word));
  const endings = rule?.[3] || undefined;
  if (rule === undefined || endings === undefined) return Array.from({ length: 5 }, () => [word]);
  const stem = word.slice(0, word.length - rule[2]);
  const foreign = !russian && who === 'M' && /[иы]н$/.test(word);
  return endings
    .split(' ')
    .map(variants => (foreign && variants === 'ым' ? 'ым/ом' : variants).split('/').map(end => stem + end));
}

/**
 * A form of a person's name in all its cases, the nominative first, with the bits of the cases that it may stand for.
 * The words of a name agree. Only Russian and regular Ukrainian names of people whose gender is known have cases.
 */
export function caseForms(
  { form, kind, language = '' }: NameForm,
  person: Person,
): ReadonlyMap<string, number> {
  const { gender } = person;
  const words = [...form.matchAll(CYRILLIC_WORD)];
  const count = words.length;
  if (count === 0 || count > MAX_WORDS || gender === undefined || !/^(?:(?:ru|uk)\b|$)/.test(language)) {
    return new Map([[form, ANY_CASE]]);
  }
  const rules = language.startsWith('uk') || /[іїєґ]/i.test(form) ? UKRAINIAN : RUSSIAN;
  // The surname is the last word, or the first before a comma or where a patronymic ends the name.
  const turned = form.includes(',') || (count > 2 && PATRONYMIC.test(words[count - 1]?.[0] ?? ''));
  const last = turned ? 0 : count - 1;
  const russian = isRussian(person);
  let made: readonly string[][] = Array.from({ length: 5 }, () => ['']);
  let at = 0;
  for (const [nth, { 0: word, index }] of words.entries()) {
    const end = index + word.length;
    const surname = kind === 'surname' || (kind !== 'given' && nth === last);
    const fixed = word.length === 1 || form.charAt(end) === '.' || !/^[\u0400-\u042F]/.test(word);
    const who: Who = gender === 'male' ? (surname ? 'M' : 'm') : surname ? 'F' : 'f';
    const between = form.slice(at, index);
    const declined = fixed ? undefined : decline(word, who, rules, russian);
    made = made.map((heads, number) =>
      heads.flatMap(head => (declined?.[number] ?? [word]).map(each => head + between + each)),
    );
    at = end;
  }
  const cases = new Map([[form, NOMINATIVE]]);
  for (const [number, variants] of made.entries()) {
    for (const variant of variants) {
      const inflected = variant + form.slice(at);
      cases.set(inflected, (cases.get(inflected) ?? 0) | (2 << number));
    }
  }
  return cases;
}
