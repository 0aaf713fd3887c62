import type { Person } from '../dossier/records.ts';
import { ACCUSATIVE, GENITIVE, NOMINATIVE } from './inflection.ts';
import type { Use } from './name-index.ts';
import { type Token, tokenAfter, tokenBefore } from './tokens.ts';
import { WordSet } from './word-set.ts';

// What the words around a bare Russian surname say of its bearer. `Лаврова` may be Lavrov in the genitive or a woman of
// that name, `Керри` anybody in any case: the verb tells, unless what stands before rules another case.

/** Words between a subject and its verb. */
const BETWEEN = new WordSet(
  'не бы же уже еще также тоже лично вчера сегодня вновь снова опять тогда вскоре затем потом позже часто публично',
);
const FEMININE = /^(?:.{2,}(?:ла|лась)|сама|шла|рада|готова|уверена|должна|права|согласна|намерена)$/;
const MASCULINE =
  /^(?:.+[аеёиоуыэюя]л(?:ся)?|сам|шел|мог|смог|помог|умер|принес|привез|рад|готов|уверен|должен|прав|согласен|намерен)$/;
const PRESENT = /^.{2,}(?:[аеёиуюя]ет|[бвгджзклмнпрстфхцчшщ](?:[её]т|ит)|[ёе]тся|ится)$/;
/** Somebody does something to him: `Лаврова встретили`, `Лаврова ждут`. */
const DONE_TO = /^.+(?:ли|лись|лся|[аеёиоуыэюя]л|[уюая]т|[уюая]тся)$/;

/** Prepositions, none of which rules a nominative. */
export const PREPOSITIONS = new WordSet(
  'у от ото до для без из изо с со после против про на за через около вокруг ради кроме вместо среди мимо о об обо к ко по в ' +
    'во над под перед при между благодаря согласно вопреки навстречу насчет вслед помимо',
);
/** Nouns that are often somebody's: `встреча Лаврова прошла`. */
export const SOMEBODYS =
  /^(?:(?:встреч|переговор|бесед|разговор|заявлени|визит|поездк|позици|ответ|пресс-конференц|пресс-секретар|выступлени|мнени|критик|реакци|политик|фраз|шутк|команд|делегаци|самолет|машин|карьер|инициатив|отставк|подпис|помощни[кц]|советни[кц]|приезд|отъезд|звонк|звонок|письм|предложени|просьб|попытк|приглашени|преемни[кц]|предшественни[кц]|коллег|голос|взгляд|улыбк|книг|мысл|иде[яию]|роль|рол[ия]|жизн|стать|дочь|дочер|жен[аыуе]|сын|слов|реч)[а-я]{0,3}|дел[ао]|план|интервью|имя)$/;
/** Women, of whom the record of a man does not speak. */
const WOMEN =
  /^(?:актрис|певиц|балерин|писательниц|поэтесс|журналистк|художниц|студентк|спортсменк|теннисистк|гражданк)[а-я]{1,2}$/;

type Verb = 'female' | 'male' | 'present' | 'object' | undefined;

/** What the verb after `end` says of its subject or object. */
function verbAfter(text: string, end: number, to: number): Verb {
  let word = tokenAfter(text, end, to);
  for (let skipped = 0; skipped < 2 && word?.isOneOf(BETWEEN); skipped++)
    word = tokenAfter(text, word.end, to);
  if (word === undefined || word.capital) return undefined;
  const { folded } = word;
  if (FEMININE.test(folded)) return 'female';
  if (MASCULINE.test(folded)) return 'male';
  if (PRESENT.test(folded)) return 'present';
  return DONE_TO.test(folded) ? 'object' : undefined;
}

/** Whether the word before a surname rules it: a preposition, a noun, or `и` after another name. */
function isRuled(text: string, before: Token | undefined, floor: number): boolean {
  if (before === undefined) return false;
  // An initial is no preposition.
  if (!before.dot && before.isOneOf(PREPOSITIONS)) return true;
  const { folded } = before;
  if (folded !== 'и' || before.capital) return SOMEBODYS.test(folded);
  if (before.start - floor < 2) return true;
  return tokenBefore(text, before.start, floor)?.capital === true;
}

/**
 * Of those whom a bare Russian surname can mean, those whom its sentence allows; `doubtful` where it is just as well a
 * woman's name.
 * @param end where the surname ends
 * @param begins whether it begins its sentence
 */
export function allowedBySentence(
  text: string,
  end: number,
  to: number,
  floor: number,
  before: Token | undefined,
  begins: boolean,
  uses: readonly Use[],
): readonly Use[] | 'doubtful' {
  if (before !== undefined && WOMEN.test(before.folded)) return uses.filter(({ person }) => isWoman(person));
  const verb = verbAfter(text, end, to);
  const ruled = isRuled(text, before, floor);
  if (ruled || (verb === undefined && !begins)) return uses;
  const allowed = uses.filter(({ person, cases, form }) => {
    if ((cases & NOMINATIVE) === 0)
      return !isLikeWoman(form.form, cases) || (verb !== 'female' && verb !== 'present');
    return person.gender === undefined || verb !== (isWoman(person) ? 'male' : 'female');
  });
  const [first] = allowed;
  const doubtful = begins && verb !== 'object' && verb !== 'male';
  return doubtful && first !== undefined && allowed.every(use => isLikeWoman(use.form.form, use.cases))
    ? 'doubtful'
    : allowed;
}

const isWoman = ({ gender }: Person): boolean => gender === 'female';

/** Whether a case form of a man's surname is the nominative of a woman's: `Лаврова`, `Путина`. */
function isLikeWoman(form: string, cases: number): boolean {
  return cases === (GENITIVE | ACCUSATIVE) && /(?:[оеё]в|[иы]н)$/.test(form);
}
