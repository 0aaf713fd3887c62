import type { Office, Person } from '../dossier/records.ts';
import type { Mention } from '../text/mention.ts';
import type { DatedWords } from '../text/paragraphs.ts';
import { type Clause, clauseEnd, clausesOf, matchAt, sticky, walk } from './clauses.ts';
import { PLAN, REPORTING, says } from './cues.ts';
import { D, P, type Skeleton } from './skeleton.ts';

/** An office as texts call it, and as records do. */
const ROLES: readonly (readonly [words: string, office: RegExp])[] = [
  ['[Ss]ecretary [Oo]f [Ss]tate|[Гг]оссекретар\\p{L}*(?: США)?', /secretary of state/i],
  [
    '[Ff]oreign [Mm]inister|[Mm]inister [Oo]f [Ff]oreign [Aa]ffairs|[Мм]инистр\\p{L}* иностранных дел|[Гг]лав\\p{L} (?:российского )?МИД',
    /foreign (?:minister|affairs)/i,
  ],
  ['[Pp]rime [Mm]inister|[Пп]ремьер(?:-министр)?\\p{L}*', /prime.minister/i],
  ['[Pp]resident|[Пп]резидент\\p{L}*', /^(?!vice)[^,]*president of (?!the (?:senate|center))/i],
];
const OF = '(?: of (?:the )?(?:United States|US|USA|Russian Federation|Russia)| США| России)?';
const ANY_OFFICE = `(${ROLES.map(([words]) => words).join('|')})${OF}(?![\\p{L}-]| (?:nominee|designate|candidate|hopeful|elect|for (?:\\p{Lu}|an? )|in (?:all but|waiting|name|effect|everything|the eyes)))`;
const ADJECTIVES =
  "(?:(?:US|U\\.S\\.|American|United States|Russian|Russia's|America's|its|their|new|chief) ){0,2}";

/** The person's offices of the kind that the words name. A bare `Secretary` is the only one that they ever were. */
export function officesCalled(words: string, { offices }: Person): readonly Office[] {
  const bare = /(?:^|[\s-])secretary$/i.test(words);
  const role = ROLES.find(([source]) => new RegExp(`(?<!\\p{L})(?:${source})$`, 'u').test(words));
  const called = bare ? /secretary/i : role?.[1];
  return called === undefined ? [] : offices.filter(({ title }) => called.test(title));
}

const SUBJECT = sticky(`(?:(?:[Bb]oth|[Tt]he|then|\\p{Lu}\\p{L}+'s) )*`);
const AND = sticky(`,? (?:and|и) (?=${P})`);
const NOT_HE =
  /^(?:['/–-](?!\s)|,? (?:who|whom)(?!\p{L})|, (?:by )?(?:then|later|now|still|not|no longer|out of|at the time|a |an |тогда|позже|впоследствии)| \(| (?:was|were|worked|served) (?:still |then |as )?(?:(?<=still )(?:in|at|with)|an?|head|chief|governor|provost)(?!\p{L}))/u;
const PLUPERFECT =
  /^,? (?:\p{L}+ )?had (?!(?:an?|the|no|his|her|its|talks|dinner|lunch|breakfast|two|several)(?!\p{L}))/u;
const PREPOSITION =
  'in|on|at|to|of|for|from|with|about|by|during|over|against|after|before|as|that|who|and|but|since|until';
/** Words behind an object that tell what became of it, at another time perhaps: `the order declassified in 2012`. */
const PARTICIPLE = '\\p{Ll}+(?:ed|en|wn)|made|sold|built|kept|sent|torn|read|told';
const OBJECT = `(?: (?:(?:the|a|an|his|her|its|their|several|two|three) )?(?:(?!(?:${PREPOSITION}|${PARTICIPLE})(?!\\p{L}))[\\p{L}'-]+ ?){1,3}?(?= |$))?`;
/** What somebody did, of which a date behind it must speak. */
const DID = sticky(
  ',? ?(?:(?:also|then|again|first|both|once|later|had|has) )*(?:(?:said|spoke|replied|warned|called|argued|insisted|agreed|flew|went|came|travell?ed|returned|arrived|resigned|stayed|landed|appeared|sat|was|were|testified|lectured|dined|stopped)(?!\\p{L})|' +
    `told (?:${P}|(?:the )?[\\p{L}]+)(?= )|(?:met|received|visited|hosted|welcomed|phoned)(?: with)?(?: ${P}|${OBJECT})|` +
    `(?:announced|ordered|approved|attended|opened|chaired|led|signed|gave|delivered|made|held|wrote|sent|presented|published|launched|left|paid|took|had)${OBJECT}|` +
    '(?:(?:при(?:лете|бы|еха)|выступи|заяви|сказа)ла?|посетила?(?: [\\p{L}-]+)?)(?!\\p{L}))',
);
const TO_WHOM =
  /(?:met(?: with)?|received|hosted|welcomed|visited|called|phoned|told|asked|joined|greeted|thanked|accused|accompanied|sent|(?:spoke|talked|(?:held|had|began|opened|concluded)(?: [\p{L}-]+){0,4} (?:talks|meeting|dinner|lunch|call)) (?:to|with)|wrote to|(?:met|received|hosted|welcomed|greeted|invited|sent|accompanied|joined|briefed|led|chaired|signed|opened|announced) by|встретил(?:ся|ась) с|принял[аи]?|прилетела?|прибыла?) (?:the )?$/u;
/** A subject and nothing that it did before: `Lavrov then`, `the two ministers`. */
const SUBJECT_OF =
  /^(?:[\uE000-\uE0FF](?: and [\uE000-\uE0FF])? |(?:[Tt]he )?(?:(?!(?:of|in|into|to|from|for|on|the|an?|what|how|that|who|which|when)(?!\p{L}))[\p{L}'-]+ ){0,3})(?:(?:also|then|again|first|later|had|has|was|were|снова|затем) )*$/u;
const IS = sticky(
  `,? ?(?:(?:then|also|already|still) )*(?:was|is|became|becomes|has been|remained|(?:served|took over|started|began|resigned|stepped down|succeeded ${P}|replaced ${P}|followed ${P})(?: briefly)? as|был[аи]?|стала?|(?:явля|остава)л(?:ся|ась)) (?:(?:the|already|still|then) )?${ADJECTIVES}${ANY_OFFICE}`,
);
const APART = sticky(`(?:, | \\()(?:then )?(?:the |then )?${ADJECTIVES}${ANY_OFFICE}(?!')`);
const AS = sticky(`,? ?(?:[Aa]s|[Вв] качестве) (?:the )?${ADJECTIVES}${ANY_OFFICE}`);
const THE = sticky(`[Tt]he ${ADJECTIVES}${ANY_OFFICE}`);
const WAS = sticky(`,? ?(?:was|is|был[аи]?) (?:(?:the|then|still) )?(?=${P})`);
const SINCE = sticky(`,? ?(?:(?:ever )?since|from|until|till|through|с|до) (?=${D})`);

/** An office that a sentence gives to a person, where it stands, and the dates that it gives with it. */
export interface OfficeGiven {
  readonly person: Mention;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly dates: readonly DatedWords[];
  /** The office stands as a title before the name. */
  readonly title: boolean;
  /** Where the clause ends in the skeleton. */
  readonly until: number;
}

const PEOPLE = new RegExp(P, 'gu');

/** What a sentence says of offices. */
class Reader {
  readonly #skeleton: Skeleton;
  readonly #words: string;
  readonly #heading: boolean;
  readonly found: OfficeGiven[] = [];

  constructor(skeleton: Skeleton, heading: boolean) {
    this.#skeleton = skeleton;
    this.#words = skeleton.words;
    this.#heading = heading;
    const clauses = clausesOf(skeleton);
    for (const clause of clauses) this.#clause(clause);
    this.#objects(clauses);
  }

  #clause(clause: Clause): void {
    const words = this.#words;
    let { at } = clause;
    let dates = clause.dates;
    const as = matchAt(AS, words, at);
    if (as !== null) {
      const there = this.#when(at + as[0].length);
      dates = [...dates, ...there.dates];
      const comma = words.startsWith(', ', there.at) ? there.at + 2 : there.at + 1;
      const subject = matchAt(SUBJECT, words, comma);
      const who = comma + (subject?.[0].length ?? 0);
      if (this.#skeleton.person(who) !== undefined && !NOT_HE.test(words.slice(who + 1)))
        this.#give(who, as, at, [...dates, ...this.#after(who + 1)]);
      at = who;
    }
    const the = matchAt(THE, words, at);
    if (the !== null) {
      const there = this.#when(at + the[0].length);
      const was = matchAt(WAS, words, there.at);
      if (was !== null)
        this.#give(there.at + was[0].length, the, at, [
          ...dates,
          ...there.dates,
          ...this.#when(there.at + was[0].length + 1).dates,
        ]);
      return;
    }
    at += matchAt(SUBJECT, words, at)?.[0].length ?? 0;
    const and = matchAt(AND, words, at + 1);
    if (and !== null && /[\uE000-\uE0FF]/.test(words.charAt(at))) {
      // Two subjects of one verb.
      const second = at + 1 + and[0].length;
      this.#title(at, [...dates, ...this.#after(second + 1)]);
      at = second;
    }
    if (this.#skeleton.person(at) === undefined) return;
    const apart = matchAt(APART, words, at + 1);
    if (apart !== null) {
      const there = this.#when(at + 1 + apart[0].length);
      // `Powell, secretary of state under Bush, …`: the apposition tells itself when it was.
      if (/^(?:[,.;:)]|$)/.test(words.slice(there.at, there.at + 1)))
        this.#give(at, apart, at + 1, [...dates, ...there.dates, ...this.#after(there.at + 1)]);
      return;
    }
    if (NOT_HE.test(words.slice(at + 1))) return;
    const before = this.#when(at + 1);
    const is = matchAt(IS, words, before.at);
    if (is !== null)
      this.#give(at, is, before.at, [
        ...dates,
        ...before.dates,
        ...this.#when(before.at + is[0].length).dates,
      ]);
    // What he had done by then he may have done under another title, unless it is told when it was done.
    else if (!PLUPERFECT.test(words.slice(at + 1)) || /^by /i.test(words.slice(clause.start)))
      this.#title(at, [...dates, ...this.#after(at + 1)]);
    const did = matchAt(DID, words, before.at);
    const there = did && walk(this.#skeleton, before.at + did[0].length);
    const then = there && matchAt(AS, words, there.at);
    if (then)
      this.#give(at, then, there.at, [
        ...dates,
        ...before.dates,
        ...there.dates,
        ...this.#when(there.at + then[0].length).dates,
      ]);
  }

  /** Dates behind an office: `in 2012`, `since 2012`, `until 2012`. */
  #when(at: number): { readonly at: number; readonly dates: readonly DatedWords[] } {
    const since = matchAt(SINCE, this.#words, at);
    const date = since && this.#skeleton.date(at + since[0].length);
    return since &&
      date &&
      !/^ ?(?:to|and|until|по|до|[–—-]) ?[\uE100-\uE1FF]/.test(this.#words.slice(at + since[0].length + 1))
      ? { at: at + since[0].length + 1, dates: [date] }
      : walk(this.#skeleton, at, this.#heading ? 'any' : 'days');
  }

  /** Dates of what a subject did: between subject and verb, or behind the verb. */
  #after(at: number): readonly DatedWords[] {
    const bare = this.#heading ? 'any' : 'days';
    const before = walk(this.#skeleton, at, bare);
    const did = matchAt(DID, this.#words, before.at);
    return did === null
      ? before.dates
      : [...before.dates, ...walk(this.#skeleton, before.at + did[0].length, bare).dates];
  }

  /** People with a title to whom something was done: `Lavrov met Secretary Kerry in May 2012`. */
  #objects(clauses: readonly Clause[]): void {
    const words = this.#words;
    for (const { index } of words.matchAll(PEOPLE)) {
      const before = TO_WHOM.exec(words.slice(0, index));
      const clause = clauses.findLast(({ at }) => at < index);
      if (before === null || clause === undefined || NOT_HE.test(words.slice(index + 1))) continue;
      const between = words.slice(clause.at, before.index);
      if (!SUBJECT_OF.test(between) || says(between, REPORTING, PLAN)) continue;
      this.#title(index, [...clause.dates, ...walk(this.#skeleton, index + 1).dates]);
    }
  }

  #title(at: number, dates: readonly DatedWords[]): void {
    const person = this.#skeleton.person(at);
    if (person?.title === undefined || dates.length === 0) return;
    const { start, end, title } = person;
    this.found.push({
      person,
      words: title,
      start,
      end,
      dates,
      title: true,
      until: clauseEnd(this.#skeleton, at),
    });
  }

  #give(who: number, match: RegExpExecArray, at: number, dates: readonly DatedWords[]): void {
    const person = this.#skeleton.person(who);
    if (person === undefined || dates.length === 0) return;
    const words = match[1] ?? '';
    const from = at + match[0].lastIndexOf(words);
    this.found.push({
      person,
      words,
      start: this.#skeleton.offset(from),
      end: this.#skeleton.offset(from + words.length - 1) + 1,
      dates,
      title: false,
      until: clauseEnd(this.#skeleton, Math.max(who, from)),
    });
  }
}

/** The offices that a sentence gives to people, each with the dates of the verb; who held them then is for the rule to see. */
export const officesGiven = (skeleton: Skeleton, heading: boolean): readonly OfficeGiven[] =>
  new Reader(skeleton, heading).found;
