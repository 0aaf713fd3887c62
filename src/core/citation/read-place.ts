import { writtenLocator } from './preview/written-locator.ts';
import type { CitedPlace } from './references.ts';
import type { CitableWork } from './works.ts';

/** What keeps a place from being one of a work: nobody can read it, its end comes before its beginning, or it is not there. */
export type PlaceFault =
  | { readonly fault: 'unreadable' }
  | { readonly fault: 'backwards' }
  /** The numbers that the work's paragraphs do not have. */
  | { readonly fault: 'missing'; readonly numbers: readonly number[] };

/** Numbers drawn together as a run, or one alone. */
type Run = readonly [first: number, last: number];

const WHOLE: CitedPlace = { paragraphs: [] };

/**
 * A place in a work as a writer gives it: `5`, `5–7, 31`, `p. 33`, `chap. 2`; nothing is the whole work. Numbers that say
 * not what they count are paragraphs where the work has numbered ones, else pages, as Pandoc has it.
 */
export function readPlace({ passages }: CitableWork, written: string): CitedPlace | PlaceFault {
  const text = written.trim();
  if (text === '') return WHOLE;
  const suffix = /^\d/.test(text) && passages ? `, para. ${text}` : `, ${text}`;
  const read = writtenLocator(suffix);
  if (read?.length !== suffix.length) return { fault: 'unreadable' };
  const { locator } = read;
  const counted = locator.label === 'paragraph' && passages !== undefined;
  const runs = runsOf(locator.value);
  // The end of a run of pages may be shortened: 233–35.
  if (runs.some(([first, last]) => last < first && (counted || !isShortened(first, last)))) {
    return { fault: 'backwards' };
  }
  if (!counted) return { paragraphs: [], locator };
  // Roman numbers are none of a paragraph.
  if (/[a-z]/i.test(locator.value.replaceAll('and', ''))) return { fault: 'unreadable' };
  const numbers = [...new Set(runs.flat())].filter(
    number => !passages.some(passage => passage.number === number),
  );
  if (numbers.length > 0) return { fault: 'missing', numbers };
  const paragraphs = runs.flatMap(([first, last]) =>
    passages.flatMap(({ number }) => (first <= number && number <= last ? [number] : [])),
  );
  return { paragraphs: [...new Set(paragraphs)].sort((a, b) => a - b) };
}

const isShortened = (first: number, last: number): boolean => String(last).length < String(first).length;

/** The runs of Arabic numbers in a locator. */
const runsOf = (value: string): Run[] =>
  Array.from(
    value.matchAll(/(\d+)(?:\s?[-–]\s?(\d+))?/g),
    ([, first = '', last = first]): Run => [Number(first), Number(last)],
  );
