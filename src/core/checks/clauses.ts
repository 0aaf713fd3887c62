import { onceFor } from '../dossier/keyed.ts';
import type { DatedWords } from '../text/paragraphs.ts';
import { RUSSIAN_WEEKDAYS } from '../text/weekdays.ts';
import { either } from '../text/word-set.ts';
import { REPORTING } from './cues.ts';
import { D, P, type Skeleton } from './skeleton.ts';

/** A pattern that is tried at one place of a skeleton. */
export const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** Tries a sticky pattern at a place. */
export function matchAt(pattern: RegExp, words: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(words);
}

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}.'-]*";
const SITE =
  'embassy|ministry|airport|hotel|capital|residence|palace|city|town|villa|mission|headquarters|department|summit|conference|' +
  'forum|ceremony|hearing|sidelines|margins|house|lobby|restaurant|building|room|gathering|assembly|meeting|dinner|talks|столице|посольстве';
const WORD = `(?:${CAPITAL}|(?:${SITE})(?!\\p{L}))`;
const PLACE = sticky(
  `${either('in|at|to|into|from|before|near|outside|inside|on(?= the sidelines)|on(?= the margins)|в|во|на|из')} (?:(?:the|a|an|his|her|its)(?: (?!${SITE})[\\p{Ll}-]+)? )?` +
    `(?:[\\p{Ll}]+ом )?${WORD}(?:(?:,| and| of(?: the)?)? ${WORD}){0,6}`,
);
const WEEKDAY = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|${RUSSIAN_WEEKDAYS})`;
const PART =
  '(?:early|mid|late|first|second|third|last|summer|spring|autumn|fall|winter|beginning|end|start|middle|months?|course|years?|night|' +
  'morning|evening|afternoon|half|quarter|days?|weeks?|weekend|начале|середине|конце|первой|второй|половине)';
const DATE = sticky(
  `(?:${either('back|early|late|only|already|once|again|as early as|as late as|ещё|еще|уже|лишь|только|по состоянию')} )?` +
    `(${either('in|on|by|during|throughout|в|во|к|на')} )?(?:the )?(?:${PART}(?: of| in| on|-|,)? ?)*(?:${WEEKDAY},? )?${D}` +
    `(?:(?:,|,? and|,? or| to| и| [–—-])? ?(?:in |on |в )?${D})*`,
);
/** `from 2009 to 2012`: both ends. */
const FROM_TO = sticky(`(${either('from|between|с')}) ${D} ?(?:to|and|until|till|through|по|до|[–—-]) ?${D}`);
const ASIDE = sticky(`\\((?:in |on |в )?${D}\\)`);
const COUNT =
  '(?:(?:a|an|the|about|almost|nearly|more than|over|some|several|many|few|two|three|four|five|six|ten|half) )';
const ADVERB = sticky(
  `${either(
    'again|twice|earlier|(?:earlier )?(?:this|last) (?:year|month|week|spring|summer|autumn|fall|winter)|briefly|secretly|alone|together|there|here|also|first|then|later|afterwards|however|meanwhile|still|face to face|in person|' +
      'in secret|by (?:tele)?phone|on the (?:tele)?phone|by video|over (?:dinner|lunch|breakfast|coffee)|at length|jointly|personally|quietly|' +
      'for (?:talks|dinner|lunch|negotiations|consultations|the (?:first|second|third|last|only) time)|one last time|late at night|' +
      `for ${COUNT}*(?:hours?|days?|minutes?|weeks?)|on (?:a|an|his|her)(?: [\\p{L}-]+){0,2} (?:visit|trip|tour)|during (?:a|an|his|her|the)(?: [\\p{L}-]+){0,2} (?:visit|trip|tour|stop)|` +
      `${COUNT}+(?:times|(?:years?|months?|weeks?|days?) (?:later|earlier))|that (?:day|year|month|week|evening|night|summer|spring)|` +
      'the (?:next|same|following) (?:day|year|month|week|evening|night)|снова|опять|тогда|там|здесь|дважды|впервые|вместе|по телефону|лично|' +
      'затем|потом|наедине|на переговоры|с визитом|вскоре|также|ещё раз|еще раз',
  )}(?![\\p{L}])`,
);
const WITH = sticky(`(?:with|alongside|together with|вместе с) ${P}(?!')`);
/** What it was about. A year behind it may be that of the topic. */
const TOPIC = sticky(
  `(on|about|over|to discuss|to talk about|по|о|об) (?:the )?${CAPITAL}(?:,? (?:and |и )?${CAPITAL}){0,3}`,
);
const GAP = sticky(' ?,? ?');

/** What was passed over: places, dates and circumstances. */
export interface Walk {
  readonly at: number;
  readonly dates: readonly DatedWords[];
  /** With their prepositions: `in Moscow`. */
  readonly places: readonly string[];
}

/** Which dates count without a preposition: none, days (`met 14 May 2012`), a label (`2012: …`) as well, any. */
export type Bare = 'none' | 'days' | 'label' | 'any';

/**
 * Walks over places, dates and circumstances, in any order, from `from` on.
 * @param behindTopic what stands before names a topic, so that a year may be that of the topic
 */
export function walk(skeleton: Skeleton, from: number, bare: Bare = 'days', behindTopic = false): Walk {
  const { words } = skeleton;
  const dates: DatedWords[] = [];
  const places: string[] = [];
  let at = from;
  let topic = behindTopic;
  for (;;) {
    const next = at + (matchAt(GAP, words, at)?.[0].length ?? 0);
    const date = matchAt(FROM_TO, words, next) ?? matchAt(DATE, words, next);
    if (date !== null) {
      const found = datesIn(skeleton, next, date[0].length);
      const days = found.every(({ date: { kind } }) => kind === 'day' || kind === 'season');
      const vague = topic && found.some(({ date: { kind } }) => kind !== 'day' && kind !== 'month');
      const end = next + date[0].length;
      const label = bare === 'label' && next === from && /^ ?[:,(–—-]/.test(words.slice(end, end + 2));
      if (vague || (date[1] === undefined && !label && bare !== 'any' && !(bare !== 'none' && days))) break;
      dates.push(...found);
      at = end;
      continue;
    }
    // `met in Cairo (May 2011)`
    const aside = places.length > 0 ? matchAt(ASIDE, words, next) : null;
    if (aside !== null) {
      dates.push(...datesIn(skeleton, next, aside[0].length));
      at = next + aside[0].length;
      continue;
    }
    const place = matchAt(PLACE, words, next);
    const about = place === null ? matchAt(TOPIC, words, next) : null;
    const step = place ?? about ?? matchAt(ADVERB, words, next) ?? matchAt(WITH, words, next);
    if (step === null) break;
    if (place !== null) places.push(place[0]);
    topic ||= about !== null && about[1] !== 'on';
    at = next + step[0].length;
  }
  return { at, dates, places };
}

function datesIn(skeleton: Skeleton, from: number, length: number): DatedWords[] {
  return Array.from({ length }, (_, by) => skeleton.date(from + by)).filter(date => date !== undefined);
}

/** A clause of a sentence: where its subject may begin, and the circumstances before that. */
export interface Clause extends Walk {
  readonly start: number;
}

const START = new RegExp(
  `(?:^|,? )${either('when|while|where|because|although|though|after|before|once|когда|после того,? как')} |^|; |, (?:and|but|so|yet|а|но|и) |, `,
  'gu',
);
const LEAD = sticky(
  '(?:(?:And|But|So|Then|Later|Again|Also|Earlier|Meanwhile|However|Still|Yet|Afterwards|И|А|Но|Затем|Потом|Позже),? )?',
);
const LABEL = sticky(' ?[:–—-] ');

/** No sentence that is clear has more. */
const MOST = 12;
const PERSON_LAST = new RegExp(`${P}$`, 'u');

/**
 * The clauses of a sentence in whose beginning the writer speaks: not those behind a verb of saying. `In 2012, when …`
 * gives its date to the clause behind it, `March 2012: …` too.
 */
export const clausesOf = onceFor((skeleton: Skeleton): readonly Clause[] => {
  const { words } = skeleton;
  const found: Clause[] = [];
  for (const { index, 0: whole } of words.matchAll(START)) {
    const start = index + whole.length;
    const before = words.slice(0, index);
    const conjunction = whole.trim().replace(/^, /, '').toLowerCase();
    // `Aides of Clinton, Kerry and Lavrov met`: a list.
    if (/^,/.test(whole) && PERSON_LAST.test(before)) continue;
    if (found.length === MOST) break;
    if (index > 0 && conjunction !== ';' && REPORTING.test(before)) continue;
    const lead = start + (index === 0 ? (matchAt(LEAD, words, start)?.[0].length ?? 0) : 0);
    const temporal = /^(?:after|before|once)$/.test(conjunction);
    let circumstances = walk(skeleton, lead, temporal ? 'none' : index === 0 ? 'label' : 'days');
    const label = circumstances.dates.length > 0 ? matchAt(LABEL, words, circumstances.at) : null;
    if (label !== null)
      circumstances = joined(circumstances, walk(skeleton, circumstances.at + label[0].length));
    const [first] = found;
    if (/^(?:when|while|where|когда)$/.test(conjunction) && first !== undefined && first.at >= index) {
      circumstances = joined(first, circumstances);
    } else if (/^(?:when|когда)$/.test(conjunction)) {
      // `That changed in 2012, when …`
      circumstances = joined(
        { at: index, dates: datesIn(skeleton, index - 1, 1), places: [] },
        circumstances,
      );
    }
    found.push({
      start,
      ...circumstances,
      at: circumstances.at + (matchAt(GAP, words, circumstances.at)?.[0].length ?? 0),
    });
  }
  return found;
});

/** Two walks, one behind the other. */
export const joined = (one: Walk, other: Walk): Walk => ({
  at: other.at,
  dates: [...one.dates, ...other.dates],
  places: [...one.places, ...other.places],
});

const CLAUSE_END =
  /[;:()!?]|,? (?:but|who|whom|which|when|while|where|after|before|because|although|though|that|а|но|который|которая|когда) |, (?:and|и) /gu;

/** Where the clause ends that goes on at `at`. */
export function clauseEnd({ words }: Skeleton, at: number): number {
  CLAUSE_END.lastIndex = at;
  return CLAUSE_END.exec(words)?.index ?? words.length;
}
