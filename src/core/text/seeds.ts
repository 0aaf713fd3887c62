import { addTo } from '../dossier/keyed.ts';
import type { Person } from '../dossier/records.ts';
import { isUpper, isWord } from './chars.ts';
import { anyOf } from './exact-names.ts';
import { FOLDED_AWAY, foldUnit, words } from './fold.ts';
import { caseForms } from './inflection.ts';
import { foldToken } from './name-index.ts';

/** How a word begins that every mention by a form has. */
interface Seed {
  /** Folded unit by unit. */
  readonly units: string;
  /** In the text it begins with a capital, as in the form. */
  readonly capital: boolean;
}

/** Where the units lie that fold to a letter of a script with case or to a digit: the scripts, letterlike signs, full width. */
const CASED_BLOCKS: readonly (readonly [from: number, to: number])[] = [
  [0x30, 0x590],
  [0x1d00, 0x2000],
  [0x2100, 0x2200],
  [0x2c60, 0x2e00],
  [0xa640, 0xa800],
  [0xff10, 0xff5b],
];

/**
 * Tells quickly that a text does not name somebody, so that a search of many files analyses few: where {@link some} says
 * no, `analyse` finds no mention of them. Where it says yes it may find none either.
 */
export class Seeds {
  readonly #starts: RegExp;
  /** By their first unit, folded. */
  readonly #cased = new Map<number, Seed[]>();
  /** Of scripts without case, which are met as they stand, by their first unit. */
  readonly #literal = new Map<number, string[]>();

  constructor(people: Iterable<Person>) {
    for (const person of people) {
      for (const form of person.forms) {
        for (const inflected of caseForms(form, person).keys()) this.#add(inflected);
      }
    }
    this.#starts = anyOf(new Set([...this.#literal.keys(), ...this.#casedStarts()]));
  }

  #add(form: string): void {
    const last = [...words(form)].at(-1);
    if (last === undefined) return;
    if (last.text.toLowerCase() === last.text.toUpperCase()) {
      addTo(this.#literal, last.text.charCodeAt(0), last.text);
      return;
    }
    const units = foldToken(form, last.start, last.end);
    const capital = isUpper(form.charCodeAt(last.start));
    const known = this.#cased.get(units.charCodeAt(0)) ?? [];
    // A word that begins with another seed is met by that.
    if (known.some(seed => units.startsWith(seed.units) && (capital || !seed.capital))) return;
    addTo(this.#cased, units.charCodeAt(0), { units, capital });
  }

  /** All units with which a cased seed may begin, in the blocks of the scripts with case. */
  #casedStarts(): number[] {
    const starts: number[] = [];
    for (const [from, to] of CASED_BLOCKS) {
      for (let unit = from; unit < to; unit++) {
        const seeds = this.#cased.get(foldUnit(unit));
        if (seeds?.some(({ capital }) => !capital || isUpper(unit))) starts.push(unit);
      }
    }
    return starts;
  }

  /** Whether the text may name one of the people. Linear in its length. */
  some(text: string): boolean {
    const starts = this.#starts;
    starts.lastIndex = 0;
    while (starts.test(text)) {
      if (this.#at(text, starts.lastIndex - 1)) return true;
    }
    return false;
  }

  #at(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    if (this.#literal.get(unit)?.some(literal => text.startsWith(literal, at))) return true;
    // A byte-order mark at the head of a text is no part of its first word.
    if (at > (text.startsWith('\ufeff') ? 1 : 0) && isWord(text.charCodeAt(at - 1))) return false;
    const upper = isUpper(unit);
    const seeds = this.#cased.get(foldUnit(unit));
    return seeds?.some(seed => (upper || !seed.capital) && startsWith(text, at, seed.units)) ?? false;
  }
}

/** Whether `units` stand at `at`, folded; marks between them do not count. */
function startsWith(text: string, at: number, units: string): boolean {
  let met = 0;
  for (let pos = at; pos < text.length && met < units.length; pos++) {
    const unit = foldUnit(text.charCodeAt(pos));
    if (unit === FOLDED_AWAY) continue;
    if (unit !== units.charCodeAt(met)) return false;
    met++;
  }
  return met === units.length;
}
