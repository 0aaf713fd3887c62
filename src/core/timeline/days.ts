/**
 * A point in time as a number: days since 1970-01-01 in the proleptic Gregorian calendar. Whole numbers are midnights,
 * fractions times of day. There are no time zones on the timeline: a day is the day that its source names.
 */
export type Day = number;

/** A calendar date; `month` is 1 to 12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS = 86_400_000;

/** The midnight with which a date begins. `month` may lie outside 1 to 12 and carries into the year. */
export function dayOf(year: number, month = 1, day = 1): Day {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MILLISECONDS;
}

/** The date to which a point in time belongs. */
export function dateOf(day: Day): CalendarDate {
  const date = new Date(Math.floor(day) * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
