import { numberRuns } from '../text/number-runs.ts';

/** A place within a source: what is counted, and which, as the writer gives it: `5`, `5-7`, `5, 31`. */
export interface Locator {
  readonly label: 'page' | 'paragraph' | 'chapter' | 'section' | 'volume' | 'line' | 'figure';
  readonly value: string;
}

const paragraphNumbers = (numbers: readonly number[], dash: string): string =>
  numberRuns(numbers, dash).join(', ');

/**
 * `para. 5`, `paras. 5, 31`: the short form of CSL's English locale, which Pandoc reads as a locator too.
 * @param dash between the ends of a run: a hyphen in a key's locator, an en dash in a printed reference.
 */
export function paragraphLocator(numbers: readonly number[], dash: string): string | undefined {
  if (numbers.length === 0) return undefined;
  const written = paragraphNumbers(numbers, dash);
  return `${/^\d+$/.test(written) ? 'para.' : 'paras.'} ${written}`;
}

/** Paragraphs as a locator with an en dash between the ends of a run; nothing for the whole document. */
export const paragraphs = (numbers: readonly number[]): Locator | undefined =>
  numbers.length === 0 ? undefined : { label: 'paragraph', value: paragraphNumbers(numbers, '–') };

/** The short forms of CSL's English locale, for one and for several, which Pandoc reads. */
const TERMS: Readonly<Record<Locator['label'], readonly [string, string]>> = {
  page: ['p.', 'pp.'],
  paragraph: ['para.', 'paras.'],
  chapter: ['chap.', 'chaps.'],
  section: ['sec.', 'secs.'],
  volume: ['vol.', 'vols.'],
  line: ['l.', 'll.'],
  figure: ['fig.', 'figs.'],
};

/** `p. 12`, `chaps. 2-4`; `dash` as for {@link paragraphLocator}. */
export function locatorText(locator: Locator, dash: string): string {
  const { label, value } = locator;
  return `${TERMS[label][isRange(locator) ? 1 : 0]} ${value.replace(/\s?[-–]\s?/g, dash)}`;
}

/** Whether a locator names more than one. */
export const isRange = ({ value }: Locator): boolean => /\d\s*[-–,;&]\s*\d/.test(value);

/**
 * Ranges of pages with an en dash and their ends as a style shortens them: `plain` as they are, `expanded` 232–273, `two`
 * (MLA) and `chicago` (CMOS chapter 9) 232–73.
 */
export function pageRange(pages: string, format: 'plain' | 'expanded' | 'two' | 'chicago'): string {
  return pages.replace(RANGE, (whole, letters: string, first: string, again: string, last: string) => {
    if (format === 'plain' || first.length > 9 || last.length > first.length || letters !== again) {
      return whole.replace(/\s*[-–]+\s*/, '–');
    }
    const end = first.slice(0, first.length - last.length) + last;
    const start = `${letters}${first}–`;
    if (format === 'expanded') return start + letters + end;
    const hundred = Number(first) % 100;
    if (first.length < 3 || (format === 'chicago' && hundred === 0)) return start + end;
    const kept = format === 'chicago' && hundred < 10 ? 1 : 2;
    let same = 0;
    while (same < end.length - kept && end[same] === first[same]) same++;
    return start + end.slice(same);
  });
}

const RANGE = /(?<![\p{L}\d])(\p{L}{0,3})(\d+) ?[-–]{1,3} ?(\p{L}{0,3})(\d+)/gu;
