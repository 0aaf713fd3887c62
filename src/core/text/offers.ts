import { onceFor } from '../dossier/keyed.ts';
import type { NameForm, Person } from '../dossier/records.ts';
import { isUpper } from './chars.ts';
import { foldWord, type Word, words } from './fold.ts';
import { mayPrecedeSurname } from './lexicon.ts';

// What can complete the words being typed: names of people, and offices.

/** Something that begins as the typed words do. */
export interface Offer {
  /** What to write in the place of the last `words` typed words. */
  readonly text: string;
  readonly words: number;
  /** What `text` goes on with behind the letters that are typed. */
  readonly rest: string;
}

export interface NameOffer extends Offer {
  readonly person: Person;
  /** The file has this form already. */
  readonly used: boolean;
}

/** So many of the forms that the file has are offered of one person. */
const USED = 2;
/** Wrong names are never offered, and a given name alone is no name to write. */
const OFFERED: ReadonlySet<NameForm['kind']> = new Set(['full', 'surname', 'initials']);

/**
 * The names that the typed words begin: of each person the forms of which the file has some already, then the preferred
 * name, then the surname. The word being typed is the last; it has to begin with a capital.
 * @param used the forms in the file by person, as the record spells them, the most frequent first
 */
export function offerNames(
  people: Iterable<Person>,
  typed: readonly string[],
  used: ReadonlyMap<string, readonly string[]>,
): NameOffer[] {
  if (!isCapital(typed.at(-1) ?? '')) return [];
  return [...people]
    .flatMap(person => namesOf(person, typed, used.get(person.id) ?? []))
    .filter(({ text, words: count }) => text !== typed.slice(-count).join(' '))
    .sort((a, b) => Number(b.used) - Number(a.used));
}

const isCapital = (word: string): boolean => isUpper(word.charCodeAt(0));

/** A form that may be offered, with its words. */
interface OfferedForm {
  readonly form: string;
  readonly kind: NameForm['kind'];
  readonly tokens: readonly Word[];
  readonly folded: readonly string[];
}

interface OfferedNames {
  readonly forms: readonly OfferedForm[];
  /** Folded given names. */
  readonly given: ReadonlySet<string>;
}

/** Records do not change: what is asked at each key is folded once. */
const offeredNames = onceFor((person: Person): OfferedNames => {
  const forms = person.forms.flatMap(({ form, kind }): OfferedForm[] => {
    const tokens = [...words(form)];
    return OFFERED.has(kind)
      ? [{ form, kind, tokens, folded: tokens.map(({ text }) => foldWord(text)) }]
      : [];
  });
  // The preferred name comes first.
  forms.sort((a, b) => Number(b.form === person.name) - Number(a.form === person.name));
  const given = new Set(forms.flatMap(({ folded, kind }) => (kind === 'full' ? folded.slice(0, -1) : [])));
  return { forms, given };
});

function namesOf(person: Person, typed: readonly string[], used: readonly string[]): NameOffer[] {
  const last = foldWord(typed.at(-1) ?? '');
  const { forms, given } = offeredNames(person);
  const found = forms.flatMap(each => {
    if (!each.folded.some(token => token.startsWith(last))) return [];
    const made = nameOffer(each, typed, given);
    return made === undefined ? [] : [{ ...made, person, used: used.includes(each.form), kind: each.kind }];
  });
  const inFile = found.filter(each => each.used).sort((a, b) => used.indexOf(a.text) - used.indexOf(b.text));
  // In another script or language the preferred name does not match: then the first full form of that one does.
  const full = found.find(({ kind }) => kind !== 'surname');
  const surname = found.find(({ kind }) => kind === 'surname');
  const chosen = [...new Set([...inFile.slice(0, USED), full, surname])].filter(each => each !== undefined);
  const most = Math.max(...chosen.map(each => each.words));
  return chosen.filter(each => each.words === most);
}

/** A form that the last of the typed words begin, or of which the last word begins any word. */
function nameOffer(
  { form, tokens, folded }: OfferedForm,
  typed: readonly string[],
  given: ReadonlySet<string>,
): Offer | undefined {
  const [before = '', last = ''] = typed.length > 1 ? typed.slice(-2) : ['', ...typed];
  for (let count = Math.min(typed.length, tokens.length); count > 1; count--) {
    if (beginsLike(folded, typed.slice(-count).map(foldWord)))
      return offer(form, count, tokens[count - 1], last);
  }
  const at = tokens[folded.findIndex(token => token.startsWith(foldWord(last)))];
  if (at === undefined) return undefined;
  const name = foldWord(before);
  // Not `John John Kerry`; and behind another given name it is somebody else: Bill Clinton.
  const misfits = given.has(name) ? tokens.length > 1 : isCapital(before) && !mayPrecedeSurname(name);
  return misfits ? undefined : offer(form, 1, at, last);
}

/** A text in the place of so many words, of which the last one is the beginning of one of its words. */
const offer = (text: string, count: number, word: Word | undefined, typed: string): Offer => ({
  text,
  words: count,
  rest: text.slice((word?.start ?? 0) + typed.length),
});

/** Whether the words are those that `tokens` begins with, the last of them perhaps not to its end. */
const beginsLike = (tokens: readonly string[], typed: readonly string[]): boolean =>
  typed.every((word, index) =>
    index === typed.length - 1 ? tokens[index]?.startsWith(word) : tokens[index] === word,
  );

/** What the records call these offices in another order of words or another language. */
const OFFICE_TITLES: Readonly<Record<string, readonly string[]>> = {
  'us-secretary-of-state': [
    'Secretary of State',
    'secretary of state',
    'госсекретарь США',
    'государственный секретарь США',
  ],
  'ru-foreign-minister': [
    'Russian Foreign Minister',
    'Foreign Minister',
    'foreign minister',
    'министр иностранных дел России',
  ],
};
/** So much of a single word has to be there: `Secre`, `госсек`. */
const TELLING = 5;

export interface OfficeOffer extends Offer {
  /** The office's id. */
  readonly office: string;
}

/** The titles of offices that the typed words begin: two of them, or one that is not short. */
export function offerOffices(people: Iterable<Person>, typed: readonly string[]): OfficeOffer[] {
  const folded = typed.map(foldWord);
  const last = folded.at(-1) ?? '';
  if (folded.length === 1 && last.length < TELLING) return [];
  const titles = new Map<string, string>();
  for (const { offices } of people) {
    for (const { office, title } of offices) {
      for (const each of [title, ...(OFFICE_TITLES[office] ?? [])]) titles.set(each, office);
    }
  }
  return [...titles].flatMap(([title, office]): OfficeOffer[] => {
    if (!title.toLowerCase().includes(last)) return [];
    const tokens = [...words(title)];
    const called = tokens.map(({ text }) => foldWord(text));
    for (let count = Math.min(folded.length, tokens.length); count > 0; count--) {
      if (count === 1 && last.length < TELLING) return [];
      const first = typed.at(-count) ?? '';
      if (!beginsLike(called, folded.slice(-count)) || isCapital(first) !== isCapital(title)) continue;
      const whole = title === typed.slice(-count).join(' ');
      return whole ? [] : [{ ...offer(title, count, tokens[count - 1], typed.at(-1) ?? ''), office }];
    }
    return [];
  });
}
