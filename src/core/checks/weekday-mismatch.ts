import { formatEdtf } from '../dossier/date-format.ts';
import { words } from '../text/fold.ts';
import { firstEndingAfter, overlap } from '../text/ordered-ranges.ts';
import { weekdayBeside, weekdayName, weekdayNamed, weekdayOf } from '../text/weekdays.ts';
import { DOUBT, says } from './cues.ts';
import type { Rule } from './rule.ts';

/** `By Tuesday, 14 September 2013 was forgotten`: the day itself is spoken of, and the weekday is that of speaking. */
const AT = /(?:^|[^\p{L}])(?:on|by|since|until|till|am|во?|к|с)\s+$/iu;
const IS_SUBJECT =
  /^\s(?:was|is|had|has|seemed|seems|became|becomes|looked|marked|marks|remained|felt|stood|lay|был|была|было|стал|стало|казал)/;

/** Reports a weekday that is not that of the date beside it. */
export const weekdayMismatch: Rule = {
  code: 'weekday-mismatch',
  severity: 'warning',
  paragraph({ sentences, start }, { analysis: { text }, voice }, report) {
    for (const { dates, narration, quotations, ...sentence } of sentences) {
      // Without the full stop, which is no dot of an abbreviation.
      const { length } = narration.trimEnd();
      const last = sentence.start + length - (narration.charAt(length - 1) === '.' ? 1 : 0);
      const pairs = dates.flatMap(dated => {
        const { relative, date, start: from, end: to } = dated;
        const known = !relative && date.kind === 'day' && !date.uncertain && !date.approximate;
        const found =
          known && weekdayBeside(text, { start: from, end: to, edtf: date.text }, start, Math.max(to, last));
        return found ? [{ dated, found }] : [];
      });
      if (pairs.length === 0 || says(narration, DOUBT)) continue;
      // Weekdays that stand beside no date. Whoever writes the right one beside the wrong one knows.
      const ends = new Set(pairs.map(({ found }) => found.end - sentence.start));
      const others = new Set(
        Array.from(words(narration), ({ text: word, end }) =>
          ends.has(end) ? -1 : weekdayNamed(word)?.weekday,
        ),
      );
      for (const { dated, found } of pairs) {
        const { date } = dated;
        const quotation = quotations[firstEndingAfter(quotations, found.start)];
        if (quotation && overlap(quotation, found)) continue;
        const right = weekdayOf(date.text);
        if (found.weekday === right) continue;
        const isSubject =
          text.charAt(found.end) === ',' &&
          AT.test(text.slice(Math.max(start, found.start - 8), found.start)) &&
          IS_SUBJECT.test(text.slice(dated.end, dated.end + 12));
        if (others.has(right) || isSubject) continue;
        const written = text.slice(found.start, found.end);
        const name = weekdayName(found.language, right, written);
        report({
          start: found.start,
          end: found.end,
          message: voice.t(
            '{0} was a {1}, not a {2}.',
            formatEdtf(date, voice.dates),
            weekdayName('en', right, 'Monday'),
            weekdayName('en', found.weekday, 'Monday'),
          ),
          fixes: [
            {
              title: voice.t('Change to “{0}”', name),
              edits: [{ start: found.start, end: found.end, text: name }],
            },
          ],
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Weekday that does not fit its date'),
    paragraphs: [
      t('Reports a weekday beside a full date that is not the weekday of that date.'),
      t(
        'Left alone are dates before 1925, when not everybody counted days by the same calendar, spans of days, quotations, and sentences that call a date wrong themselves.',
      ),
    ],
  }),
};
