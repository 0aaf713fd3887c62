import { dayNumber, type EdtfDate, parseEdtf } from '../dossier/edtf.ts';
import type { Office } from '../dossier/records.ts';
import type { TimelineSpan } from './data.ts';

/** Whether both ends of what the date means are known to the day, without qualifier. */
const firm = (date: EdtfDate | null | undefined): boolean =>
  date?.kind === 'day' && !date.uncertain && !date.approximate;

/** The days that a date can mean, and which ends are known to the day. */
export function spanOf(date: EdtfDate): TimelineSpan {
  const [first, last] =
    date.kind === 'interval' || date.kind === 'all-of'
      ? [date.parts[0], date.parts.at(-1)]
      : date.kind === 'one-of'
        ? [null, null]
        : [date, date];
  return {
    start: date.earliest === null ? null : dayNumber(date.earliest),
    end: date.latest === null ? null : dayNumber(date.latest) + 1,
    softStart: !firm(first),
    softEnd: !firm(last),
  };
}

/** The days of a tenure; one without an end, or known not to the day, ends softly. */
export function tenureSpan(office: Office): TimelineSpan {
  const from = office.from ? spanOf(parseEdtf(office.from)) : undefined;
  const to = office.to ? spanOf(parseEdtf(office.to)) : undefined;
  return {
    start: from?.start ?? null,
    end: to?.end ?? null,
    softStart: from?.softStart ?? true,
    softEnd: to?.softEnd ?? true,
  };
}

/** The middle of a span; of one that is open at an end, the end that is known. */
export function middleOf({ start, end }: TimelineSpan): number | undefined {
  if (start !== null && end !== null) return (start + end) / 2;
  return start ?? end ?? undefined;
}
