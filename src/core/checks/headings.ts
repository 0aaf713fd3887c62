import type { Analysis } from '../text/analysis.ts';
import { firstEndingAfter, type Range } from '../text/ordered-ranges.ts';

const REFERENCES =
  /^[^\p{L}]*(?:references?|bibliography|(?:primary |secondary )?sources?|works cited|citations|further reading|literature|notes|footnotes|see also|links|литература|источники|библиография|ссылки|примечания|quellen|literatur|bibliographie)(?!\p{L})/iu;

/** Those of some places in a text that stand in no list of references. */
export function outsideReferences<T extends Range>(places: readonly T[], analysis: Analysis): T[] {
  const { text } = analysis;
  if (places.length === 0) return [];
  const { headings } = analysis;
  return places.filter(({ start }) => {
    const heading = headings[firstEndingAfter(headings, start) - 1];
    return !heading || !REFERENCES.test(text.slice(heading.start, Math.min(heading.end, heading.start + 80)));
  });
}
