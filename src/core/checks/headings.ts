import type { Analysis } from '../text/analysis.ts';

const REFERENCES =
  /^[^\p{L}]*(?:references?|bibliography|(?:primary |secondary )?sources?|works cited|citations|further reading|literature|notes|footnotes|see also|links|литература|источники|библиография|ссылки|примечания|quellen|literatur|bibliographie)(?!\p{L})/iu;
/** No list of references is longer. */
const REACH = 200_000;
const STEP = 4000;

/** Whether the last heading before `offset` is that of a list of references. */
export function standsInReferences(analysis: Analysis, offset: number): boolean {
  for (let back = STEP; ; back *= 4) {
    const from = Math.max(0, offset - back);
    const heading = analysis
      .blocksIn(from, offset)
      .findLast(({ kind, end }) => kind === 'heading' && end <= offset);
    if (heading)
      return REFERENCES.test(analysis.text.slice(heading.start, Math.min(heading.end, heading.start + 80)));
    if (from === 0 || back > REACH) return false;
  }
}
