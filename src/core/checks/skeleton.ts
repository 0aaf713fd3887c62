import { onceFor } from '../dossier/keyed.ts';
import type { Mention } from '../text/mention.ts';
import { overlap, type Range } from '../text/ordered-ranges.ts';
import type { DatedWords, Paragraph, Sentence } from '../text/paragraphs.ts';

/** No longer sentence is looked at: what it says is hardly sure, and rules stay cheap. */
const LONGEST = 700;
const PERSON = 0xe000;
const DATE = 0xe100;
const END = 0xe200;

/** In patterns over a skeleton: a person named alone, and a date. */
export const P = '[\\uE000-\\uE0FF]';
export const D = '[\\uE100-\\uE1FF]';

/**
 * A sentence's narration made easy to read for patterns: one unit stands for each person with their title ({@link P}) and
 * one for each date ({@link D}), single spaces between words, no Markdown marks.
 */
export interface Skeleton {
  readonly words: string;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DatedWords[];
  /** Where a unit of `words` stands in the text; that of the end is the end of the last one. */
  offset(at: number): number;
  /** Who stands at `at`, if one person alone can be meant. */
  person(at: number): Mention | undefined;
  date(at: number): DatedWords | undefined;
}

/** The skeleton of a sentence; `undefined` where it is too long, or quotes as a whole. */
export function skeletonOf({ quoted }: Paragraph, sentence: Sentence): Skeleton | undefined {
  if (quoted || sentence.narration.length > LONGEST) return undefined;
  return skeleton(sentence);
}

/** Several rules ask for the same. */
const skeleton = onceFor((sentence: Sentence): Skeleton => {
  const { narration, start } = sentence;
  const stands = ({ start: from, end }: Range): boolean =>
    narration.charAt(from - start).trim() !== '' && narration.charAt(end - start - 1).trim() !== '';
  // What a link's text says of people or dates is mostly the title of what it leads to.
  const titles = [...narration.matchAll(/\[([^[\]]*)\] {3}/g)]
    .map(({ index, 0: { length } }) => ({ start: start + index, end: start + index + length }))
    .filter(
      title => [...sentence.mentions, ...sentence.dates].filter(item => overlap(item, title)).length > 1,
    );
  const isOwn = (item: Range): boolean => stands(item) && !titles.some(title => overlap(item, title));
  const mentions = sentence.mentions.filter(isOwn).slice(0, 255);
  const dates = sentence.dates.filter(isOwn).slice(0, 255);
  const places: number[] = [];
  let words = '';
  const put = (unit: string, at: number): void => {
    words += unit;
    places.push(at);
  };
  const marks = [
    ...mentions.map((mention, index) => ({ ...range(mention), unit: PERSON + index })),
    ...dates.map((date, index) => ({ ...range(date), unit: DATE + index })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  for (let at = 0; at < narration.length; at++) {
    while ((marks[next]?.start ?? Infinity) < start + at) next++;
    const mark = marks[next];
    if (mark?.start === start + at) {
      put(String.fromCharCode(mark.unit), mark.start);
      at = mark.end - start - 1;
      next++;
      continue;
    }
    const title = titles.find(each => each.start === start + at);
    if (title !== undefined) at = title.end - start - 1;
    const char = narration.charAt(at);
    if (/\s/.test(char)) {
      if (words !== '' && !words.endsWith(' ')) put(' ', start + at);
    } else if (!/[*_[\]#>|]/.test(char)) put(char === '’' ? "'" : char, start + at);
  }
  places.push(sentence.end);
  return {
    words,
    mentions,
    dates,
    offset: at => places[at] ?? sentence.end,
    person(at) {
      const unit = words.charCodeAt(at);
      const mention = unit >= PERSON && unit < DATE ? mentions[unit - PERSON] : undefined;
      return mention?.people.length === 1 ? mention : undefined;
    },
    date(at) {
      const unit = words.charCodeAt(at);
      return unit >= DATE && unit < END ? dates[unit - DATE] : undefined;
    },
  };
});

const range = ({ start, end }: { start: number; end: number }) => ({ start, end });
