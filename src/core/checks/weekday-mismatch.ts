import { formatEdtf } from '../dossier/date-format.ts';
import { words } from '../text/fold.ts';
import { overlap } from '../text/ordered-ranges.ts';
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
      const last = sentence.start + narration.replace(/[\s.]+$/, '').length;
      const pairs = dates.flatMap(dated => {
        const { relative, date, start: from, end: to } = dated;
        const known = !relative && date.kind === 'day' && !date.uncertain && !date.approximate;
        const found =
          known && weekdayBeside(text, { start: from, end: to, edtf: date.text }, start, Math.max(to, last));
        return found ? [{ dated, found }] : [];
      });
      for (const { dated, found } of pairs) {
        const { date } = dated;
        if (quotations.some(quotation => overlap(quotation, found))) continue;
        const right = weekdayOf(date.text);
        if (found.weekday === right || says(narration, DOUBT)) continue;
        // Whoever writes the right one beside the wrong one knows.
        const told = [...words(narration)].some(
          word =>
            weekdayNamed(word.text)?.weekday === right &&
            !pairs.some(pair => pair.found.end === sentence.start + word.end),
        );
        const isSubject =
          text.charAt(found.end) === ',' &&
          AT.test(text.slice(Math.max(start, found.start - 8), found.start)) &&
          IS_SUBJECT.test(text.slice(dated.end, dated.end + 12));
        if (told || isSubject) continue;
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
      t('The weekday written beside a full date is not the weekday of that date.'),
      t(
        'Left alone are dates before 1925, when not everybody counted days by the same calendar, spans of days, quotations, and sentences that call a date wrong themselves.',
      ),
    ],
  }),
};
