import { getOrAdd } from '../dossier/keyed.ts';
import type { Mention } from '../text/mention.ts';
import type { DatedWords } from '../text/paragraphs.ts';
import { type Clause, clauseEnd, clausesOf, joined, matchAt, type Walk, walk } from './clauses.ts';
import {
  AND,
  AND_THEN,
  APART,
  CALL,
  COUNTERPART_OF,
  DIRECT,
  FIRST_RU,
  HAPPENED,
  LINK,
  MEAL,
  MOVED,
  NOUN_BEHIND,
  NOUN_OF,
  NOUN_RU,
  NOUN_WITH,
  OF,
  PHONE,
  POSSESSIVE,
  SUBJECT,
  TOGETHER,
  WHAT,
  WITH_OTHER,
  WITH_RU,
} from './encounter-patterns.ts';
import type { Skeleton } from './skeleton.ts';

/** Two people who met, as a sentence plainly says it: each of them did it, and no one in between. */
export interface Encounter {
  readonly one: Mention;
  readonly other: Mention;
  /** The words that say so: `met`, `held talks`. */
  readonly start: number;
  readonly end: number;
  /** What kind of meeting the words say. */
  readonly how: 'call' | 'meal' | 'any';
  /** The dates that these words are given. */
  readonly dates: readonly DatedWords[];
  /** Where, by the words around: `in Moscow`. */
  readonly places: readonly string[];
  /** The sentence up to these words, and up to the end of their clause, in the words of the skeleton. */
  readonly before: string;
  readonly upTo: string;
}

/** No possessive, nothing glued on: the person themself. */
export const himself = (words: string, at: number): boolean =>
  !/^['/–-](?!\s)/.test(words.slice(at + 1, at + 3));

/** Reads encounters from a clause, if its subject stands where the clause begins. */
class Reader {
  readonly #skeleton: Skeleton;
  readonly #words: string;
  readonly #heading: boolean;
  readonly #clause: Clause;

  constructor(skeleton: Skeleton, clause: Clause, heading: boolean) {
    this.#skeleton = skeleton;
    this.#words = skeleton.words;
    this.#clause = clause;
    this.#heading = heading;
  }

  read(): Encounter | undefined {
    return this.#bySubject() ?? this.#byNoun(NOUN_OF) ?? this.#byNoun(NOUN_RU) ?? this.#byVerbFirst();
  }

  /** Where a sticky pattern ends that is tried at `at`; -1 if it does not match. */
  #past(pattern: RegExp, at: number): number {
    const match = matchAt(pattern, this.#words, at);
    return match === null ? -1 : at + match[0].length;
  }

  /** Past what stands apart behind a name: `, the US secretary of state,`. */
  #apart(at: number): number {
    const end = this.#past(APART, at);
    return end < 0 ? at : end;
  }

  #bySubject(): Encounter | undefined {
    const words = this.#words;
    const one = this.#past(SUBJECT, this.#clause.at);
    if (one < 0) return undefined;
    const possessive = this.#past(POSSESSIVE, one + 1);
    if (possessive >= 0) return this.#byPossessive(one, possessive);
    const next = this.#past(AND, one + 1);
    const second = next >= 0 ? next : this.#past(AND, this.#apart(one + 1));
    if (second >= 0) return this.#together(one, second);
    if (!himself(words, one)) return undefined;
    let before = walk(this.#skeleton, one + 1);
    if (before.at === one + 1) before = walk(this.#skeleton, this.#apart(one + 1));
    return this.#withOther(one, before, before.at) ?? this.#movedAndMet(one, before);
  }

  /** `Kerry and Lavrov met`, `Kerry–Lavrov talks`. */
  #together(one: number, other: number): Encounter | undefined {
    const words = this.#words;
    const behind = matchAt(NOUN_BEHIND, words, other + 1);
    if (behind !== null && /[–/-]/.test(words.charAt(other - 1))) {
      const at = other + 2;
      return this.#happened(one, other, at, at + (behind[1] ?? '').length);
    }
    if (!himself(words, other)) return undefined;
    let before = walk(this.#skeleton, other + 1);
    if (before.at === other + 1) before = walk(this.#skeleton, this.#apart(other + 1));
    return this.#verb(TOGETHER, one, other, before);
  }

  #verb(pattern: RegExp, one: number, other: number, before: Walk): Encounter | undefined {
    const at = this.#space(before.at);
    const match = matchAt(pattern, this.#words, at);
    if (match === null) return undefined;
    const verb = match[1] ?? '';
    const end = at + match[0].length;
    const what = verb === 'discussed' ? this.#past(WHAT, end) : -1;
    const behind = what < 0 ? this.#walkOn(end) : walk(this.#skeleton, what, 'days', true);
    return this.#found(one, other, end - verb.length, end, joined(before, behind));
  }

  /** `Kerry met with Lavrov`; in Russian places may stand before the other. */
  #withOther(one: number, before: Walk, from: number): Encounter | undefined {
    const words = this.#words;
    const at = this.#space(from);
    const match = matchAt(WITH_OTHER, words, at);
    if (match === null) return undefined;
    const verb = match[1] ?? '';
    const end = at + match[0].length;
    const between = /\p{sc=Cyrillic}/u.test(verb)
      ? walk(this.#skeleton, end)
      : { at: end, dates: [], places: [] };
    const link = matchAt(LINK, words, between.at);
    if (link === null) return undefined;
    const joint = /(?:with|to|со?) $/.test(link[0]);
    if (!joint && !DIRECT.test(verb)) return undefined;
    const other = this.#past(COUNTERPART_OF, between.at + link[0].length);
    if (this.#skeleton.date(other) !== undefined || !isPerson(words, other) || !himself(words, other))
      return undefined;
    // `called Lavrov a friend`.
    if (
      /^call/.test(verb) &&
      !/^ ?(?:[.,;:!)]|$|[\uE100-\uE1FF]| (?:in|on|by|from|to|again|twice|about|at|late|early|and)\b)/.test(
        words.slice(other + 1),
      )
    )
      return undefined;
    const start = end - verb.length;
    return this.#found(one, other, start, end, joined(joined(before, between), this.#behind(other + 1)));
  }

  /** `Kerry flew to Paris in March and met Lavrov there`. */
  #movedAndMet(one: number, before: Walk): Encounter | undefined {
    const moved = this.#past(MOVED, this.#space(before.at));
    if (moved < 0) return undefined;
    const there = walk(this.#skeleton, moved);
    const then = this.#past(AND_THEN, there.at);
    return then < 0 ? undefined : this.#withOther(one, joined(before, there), then);
  }

  /** `Kerry's meeting with Lavrov in Rome lasted an hour`. */
  #byPossessive(one: number, at: number): Encounter | undefined {
    const match = matchAt(NOUN_WITH, this.#words, at);
    if (match === null) return undefined;
    const other = at + match[0].length;
    const start = at + match[0].indexOf(match[1] ?? '');
    return himself(this.#words, other)
      ? this.#happened(one, other, start, start + (match[1] ?? '').length)
      : undefined;
  }

  /** `The talks between Kerry and Lavrov in Paris were long`. */
  #byNoun(pattern: RegExp): Encounter | undefined {
    const { at } = this.#clause;
    const match = matchAt(pattern, this.#words, at);
    if (match === null) return undefined;
    const one = at + match[0].length;
    const noun = match[1] ?? '';
    const start = at + match[0].lastIndexOf(noun);
    const other = Math.max(this.#past(AND, one + 1), this.#past(WITH_RU, one + 1));
    if (other < 0 || !himself(this.#words, other)) return undefined;
    const given = Array.from(match[0], (_, by) => this.#skeleton.date(at + by)).filter(
      date => date !== undefined,
    );
    return this.#happened(one, other, start, start + noun.length, given);
  }

  /** `В Париже встретились Керри и Лавров`. */
  #byVerbFirst(): Encounter | undefined {
    const { at } = this.#clause;
    const match = matchAt(FIRST_RU, this.#words, at);
    if (match === null) return undefined;
    const one = at + match[0].length;
    const other = this.#past(AND, one + 1);
    if (other < 0 || !himself(this.#words, other)) return undefined;
    return this.#found(one, other, at, at + (match[1] ?? '').length, this.#walkOn(other + 1));
  }

  /** A noun that something is told of, or that a heading consists of. */
  #happened(
    one: number,
    other: number,
    start: number,
    end: number,
    given: readonly DatedWords[] = [],
  ): Encounter | undefined {
    const from = Math.max(other + 1, end);
    const of = this.#past(OF, from);
    const there = walk(this.#skeleton, of < 0 ? from : of, this.#heading || of >= 0 ? 'any' : 'days');
    const verb = this.#past(HAPPENED, there.at);
    if (verb < 0 && !(this.#heading && there.at >= this.#words.length)) return undefined;
    const behind = verb < 0 ? there : joined(there, walk(this.#skeleton, verb));
    return this.#found(one, other, start, end, { ...behind, dates: [...given, ...behind.dates] });
  }

  /** What is told behind the other's name, or behind what stands apart there. */
  #behind(at: number): Walk {
    const there = this.#walkOn(at);
    return there.at === at ? this.#walkOn(this.#apart(at)) : there;
  }

  #space(at: number): number {
    return this.#words.charAt(at) === ' ' ? at + 1 : this.#words.startsWith(', ', at) ? at + 2 : at;
  }

  #walkOn(at: number): Walk {
    return walk(this.#skeleton, at, this.#heading ? 'any' : 'days');
  }

  #found(first: number, second: number, start: number, end: number, around: Walk): Encounter | undefined {
    const one = this.#skeleton.person(first);
    const other = this.#skeleton.person(second);
    if (one === undefined || other === undefined || one.people[0] === other.people[0]) return undefined;
    const said = this.#words.slice(start, end);
    const stop = clauseEnd(this.#skeleton, Math.max(end, second + 1));
    return {
      one,
      other,
      start: this.#skeleton.offset(start),
      end: this.#skeleton.offset(end - 1) + 1,
      how:
        CALL.test(said) || PHONE.test(this.#words.slice(end, stop))
          ? 'call'
          : MEAL.test(said)
            ? 'meal'
            : 'any',
      dates: [...this.#clause.dates, ...around.dates],
      places: [...this.#clause.places, ...around.places],
      before: this.#words.slice(0, start),
      upTo: this.#words.slice(0, stop),
    };
  }
}

const isPerson = (words: string, at: number): boolean => /[\uE000-\uE0FF]/.test(words.charAt(at));

/** The encounters that a sentence plainly tells of. Whether it hedges, denies or plans them is for the rules to see. */
export function encountersIn(skeleton: Skeleton, heading: boolean): readonly Encounter[] {
  if (skeleton.mentions.length < 2) return [];
  return getOrAdd(known, skeleton, () => readEncounters(skeleton, heading));
}

const known = new WeakMap<Skeleton, readonly Encounter[]>();

function readEncounters(skeleton: Skeleton, heading: boolean): Encounter[] {
  const found: Encounter[] = [];
  for (const clause of clausesOf(skeleton)) {
    const encounter = new Reader(skeleton, clause, heading).read();
    if (encounter !== undefined && !found.some(({ start }) => start === encounter.start))
      found.push(encounter);
  }
  return found;
}
