import { formatEdtf } from '../dossier/date-format.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dayNumber, type EdtfDate, parseEdtf } from '../dossier/edtf.ts';
import type { Office, Person } from '../dossier/records.ts';
import type { Voice } from '../dossier/translate.ts';
import { listed } from './wording.ts';

/** Oaths are taken the day after an appointment, and it is not one day everywhere. */
const DAY = 1;
const MONTH = 31;

/** On which side of a tenure a date surely lies; `undefined` where it can fall within it, or near an uncertain end. */
export function outside({ from, to }: Office, date: EdtfDate): 'before' | 'after' | undefined {
  if (date.approximate || date.uncertain) return undefined;
  const begin = from === undefined ? undefined : parseEdtf(from);
  const end = to === undefined ? undefined : parseEdtf(to);
  if (begin?.earliest && date.latest && dayNumber(date.latest) < dayNumber(begin.earliest) - margin(begin))
    return 'before';
  if (end?.latest && date.earliest && dayNumber(date.earliest) > dayNumber(end.latest) + margin(end))
    return 'after';
  return undefined;
}

const margin = ({ uncertain, approximate }: EdtfDate): number => (uncertain || approximate ? MONTH : DAY);

/** Whether offices have dates by which they can be judged, and none of the dates falls into any of them. */
export const heldAtNone = (offices: readonly Office[], dates: readonly EdtfDate[]): boolean =>
  offices.length > 0 &&
  dates.length > 0 &&
  offices.every(
    office =>
      (office.from !== undefined || office.to !== undefined) &&
      dates.every(date => outside(office, date) !== undefined),
  );

/** That the person did not hold the office at the date that a text gives, when they did, and who else did then. */
export function tenureWords(
  dossier: Dossier,
  person: Person,
  office: Office,
  date: EdtfDate,
  { t, dates }: Voice,
): string {
  const tenure = formatEdtf(`${office.from ?? ''}/${office.to ?? '..'}`, dates);
  const given = formatEdtf(date, dates);
  const holders = holdersAt(dossier, office, date).map(({ name }) => name);
  const words = [
    t('{0} was not {1} at the time ({2}).', person.name, office.title, given),
    t('Tenure on record: {0}.', tenure),
  ];
  if (holders.length > 0) words.push(t('In office at the time: {0}.', listed(holders, t)));
  return words.join(' ');
}

/** Who held the office at a date. */
export const holdersAt = (dossier: Dossier, { office }: Office, date: EdtfDate): readonly Person[] =>
  dossier
    .holdersOf(office)
    .filter(holder => dossier.officesAt(holder, date).some(held => held.office === office));
