import type { EdtfDate } from '../dossier/edtf.ts';
import type { Office, Person } from '../dossier/records.ts';
import type { Mention } from '../text/mention.ts';
import type { DatedWords, Sentence } from '../text/paragraphs.ts';
import { type Clause, clauseEnd, clausesOf, matchAt, sticky, walk } from './clauses.ts';
import {
  CONDITIONAL,
  DOUBT,
  FICTION,
  HEDGE,
  LIFE_STORY,
  NEGATION,
  NOT_IN_OFFICE,
  PLAN,
  QUESTION,
  REPORTING,
  says,
} from './cues.ts';
import type { CheckContext, Fix, Rule } from './rule.ts';
import { D, P, type Skeleton, skeletonOf } from './skeleton.ts';
import { heldAtNone, holdersAt, outside, tenureWords } from './tenure.ts';

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
const ANY_OFFICE = `(${ROLES.map(([words]) => words).join('|')})${OF}(?![\\p{L}-]| (?:nominee|designate|candidate|hopeful|elect|for \\p{Lu}))`;
const ADJECTIVES =
  "(?:(?:US|U\\.S\\.|American|United States|Russian|Russia's|America's|its|their|new|chief) ){0,2}";

/** The person's offices of the kind that the words name. A bare `Secretary` is the only one that they ever were. */
function officesCalled(words: string, { offices }: Person): readonly Office[] {
  const bare = /(?:^|[\s-])secretary$/i.test(words);
  const role = ROLES.find(([source]) => new RegExp(`(?<!\\p{L})(?:${source})$`, 'u').test(words));
  const called = bare ? /secretary/i : role?.[1];
  return called === undefined ? [] : offices.filter(({ title }) => called.test(title));
}

const SUBJECT = sticky(`(?:(?:[Bb]oth|[Tt]he|then|\\p{Lu}\\p{L}+'s) )*`);
const AND = sticky(`,? (?:and|и) (?=${P})`);
const NOT_HE =
  /^(?:['/–-](?!\s)|,? (?:who|whom)(?!\p{L})|, (?:then|later|now|still|not|no longer|out of|at the time|a |an |тогда|позже|впоследствии)| \()/u;
const PLUPERFECT =
  /^,? (?:\p{L}+ )?had (?!(?:an?|the|no|his|her|its|talks|dinner|lunch|breakfast|two|several)(?!\p{L}))/u;
const PREPOSITION =
  'in|on|at|to|of|for|from|with|about|by|during|over|against|after|before|as|that|who|and|but|since|until';
const OBJECT = `(?: (?:(?:the|a|an|his|her|its|their|several|two|three) )?(?:(?!(?:${PREPOSITION})(?!\\p{L}))[\\p{L}'-]+ ?){1,3}?(?= |$))?`;
/** What somebody did, of which a date behind it must speak. */
const DID = sticky(
  ',? ?(?:(?:also|then|again|first|both|once|later|had|has) )*(?:(?:said|spoke|replied|warned|called|argued|insisted|agreed|flew|went|came|travell?ed|returned|arrived|resigned|stayed|landed|appeared|sat|was|were|testified|lectured|dined|stopped)(?!\\p{L})|' +
    `told (?:${P}|(?:the )?[\\p{L}]+)(?= )|(?:met|received|visited|hosted|welcomed|phoned)(?: with)?(?: ${P}|${OBJECT})|` +
    `(?:announced|ordered|approved|attended|opened|chaired|led|signed|gave|delivered|made|held|wrote|sent|presented|published|launched|left|paid|took|had)${OBJECT}|` +
    '(?:прилетела?|прилетел|прибыла?|прибыл|приехала?|приехал|выступила?|выступил|заявила?|заявил|сказала?|сказал|посетила?(?: [\\p{L}-]+)?|посетил [\\p{L}-]+)(?!\\p{L}))',
);
const TO_WHOM =
  /(?:met(?: with)?|received|hosted|welcomed|visited|called|phoned|told|asked|joined|greeted|thanked|accused|accompanied|sent|(?:spoke|talked|talks|meeting|dinner|lunch|call) (?:to|with)|wrote to|(?:met|received|hosted|welcomed|greeted|invited|sent|accompanied|joined|briefed|led|chaired|signed|opened|announced) by|встретил(?:ся|ась) с|принял[аи]?|прилетела?|прибыла?) (?:the )?$/u;
const IS = sticky(
  `,? ?(?:(?:then|also|already|still) )*(?:was|is|became|becomes|has been|remained|(?:served|took over|started|began|resigned|stepped down|succeeded ${P}|replaced ${P}|followed ${P})(?: briefly)? as|был[аи]?|стала?|стал|являл(?:ся|ась)|оставал(?:ся|ась)) (?:(?:the|already|still|then) )?${ADJECTIVES}${ANY_OFFICE}`,
);
const APART = sticky(`(?:, | \\()(?:then )?(?:the |then )?${ADJECTIVES}${ANY_OFFICE}(?!')`);
const AS = sticky(`,? ?(?:[Aa]s|[Вв] качестве) (?:the )?${ADJECTIVES}${ANY_OFFICE}`);
const THE = sticky(`[Tt]he ${ADJECTIVES}${ANY_OFFICE}`);
const WAS = sticky(`,? ?(?:was|is|был[аи]?) (?:(?:the|then|still) )?(?=${P})`);
const SINCE = sticky(`,? ?(?:(?:ever )?since|from|until|till|through|с|до) (?=${D})`);

/** An office that a sentence gives to a person, where it stands, and the dates that it gives with it. */
interface Given {
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
  readonly found: Given[] = [];

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
      this.#give(at, apart, at + 1, [
        ...dates,
        ...there.dates,
        ...(/[,)]/.test(words.charAt(there.at)) ? this.#after(there.at + 1) : []),
      ]);
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
      if (/[,;:()]| (?:that|who|which|when|how) /.test(between) || says(between, REPORTING, PLAN)) continue;
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

/** Years before an office in which its title is a life story's manner of speaking and deceives nobody. */
const LONG_BEFORE = 20;
const OUT_OF_OFFICE =
  /(?:yet|office|secretary|minister|post|job|named|appointed|confirmed|sworn|years? away|должност|пост|госсекретар|министр)/iu;

function isSilent({ words }: Skeleton, { title, person, start, until }: Given, sentence: Sentence): boolean {
  if (says(words, HEDGE, DOUBT, FICTION, QUESTION) || says(words.slice(0, until), CONDITIONAL)) return true;
  const negation = NEGATION.exec(words.slice(0, until));
  if (negation && (!title || OUT_OF_OFFICE.test(words.slice(negation.index)))) return true;
  const before = sentence.narration.slice(Math.max(0, start - sentence.start - 30), start - sentence.start);
  const nearby = /[^,;:()]*$/.exec(before)?.[0] ?? '';
  if (says(nearby.replace(/[*_[\]]/g, ''), NOT_IN_OFFICE) || says(person.title ?? '', NOT_IN_OFFICE))
    return true;
  return title && says(words, LIFE_STORY);
}

function former(
  given: Given,
  side: 'before' | 'after' | undefined,
  sentence: Sentence,
  { voice }: CheckContext,
): Fix[] {
  const { title, words, start } = given;
  const before = sentence.narration.slice(0, start - sentence.start);
  if (!title || side !== 'after' || !/^[A-Z](?!hen-)/.test(words) || /(?:then|now)[ -]$/i.test(before))
    return [];
  const text = /[\p{L}\p{N}]/u.test(before) ? 'former ' : 'Former ';
  return [{ title: voice.t('Insert “{0}”', text.trim()), edits: [{ start, end: start, text }] }];
}

/** An office given to someone who did not hold it on the date that the sentence speaks of. */
export const officeAtDate: Rule = {
  code: 'office-at-date',
  severity: 'warning',
  paragraph(paragraph, context, report) {
    const { dossier, voice } = context;
    for (const sentence of paragraph.sentences) {
      if (sentence.dates.length === 0 || sentence.mentions.length === 0) continue;
      const skeleton = skeletonOf(paragraph, sentence);
      if (skeleton === undefined) continue;
      const heading = paragraph.kind === 'heading';
      const seen = new Set<number>();
      const all: EdtfDate[] = skeleton.dates.map(({ date }) => date);
      if (heading && all.some(({ kind }) => kind === 'interval')) continue;
      for (const given of new Reader(skeleton, heading).found) {
        const person = dossier.people.get(given.person.people[0] ?? '');
        const offices = person ? officesCalled(given.words, person) : [];
        const [office] = offices;
        const date = given.dates[0]?.date;
        if (!person || !office || !date || seen.has(given.start) || !heldAtNone(offices, all)) continue;
        if (isSilent(skeleton, given, sentence) || (given.title && isLongBefore(office, date))) continue;
        seen.add(given.start);
        report({
          start: given.start,
          end: given.end,
          message: tenureWords(dossier, person, office, date, voice),
          fixes: former(given, outside(office, date), sentence, context),
          because: [person, ...holdersAt(dossier, office, date)].map(({ id }) => ({
            type: 'person' as const,
            id,
          })),
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Office at a date'),
    paragraphs: [
      t(
        'Reports an office that is given to someone who did not hold it on the date that the sentence speaks of: a title before the name, an office beside it, or “was”, “became” and “as” with it.',
      ),
      t(
        'Only dates that belong to the verb count, and only such as lie wholly outside the tenure on record; near an uncertain end of it nothing is reported.',
      ),
      t(
        'Former, future, acting and nominated holders, life stories, fiction, conditions and what others said are left alone.',
      ),
    ],
  }),
};

const isLongBefore = ({ from = '' }: Office, { latest }: EdtfDate): boolean =>
  latest !== null && Number(latest.slice(0, 4)) < Number(from.slice(0, 4)) - LONG_BEFORE;
