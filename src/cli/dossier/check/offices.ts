import { SECRETARY_OF_STATE } from '../../../core/dossier/dossier.ts';
import type { EdtfDate } from '../../../core/dossier/edtf.ts';
import type { Office, Person } from '../../../core/dossier/records.ts';
import type { Entry } from '../load.ts';
import { readableDate } from './readable-date.ts';
import { entryFault, type Rule } from './rule.ts';

interface Held {
  readonly entry: Entry<Person>;
  readonly index: number;
  readonly office: Office;
  readonly from: EdtfDate | undefined;
  readonly to: EdtfDate | undefined;
}

/** A tenure ends after it begins, and the office of secretary of state has one holder at a time. */
export const offices: Rule = {
  id: 'offices',
  *check({ people }) {
    const held: Held[] = people.flatMap(entry =>
      entry.record.offices.map((office, index) => ({
        entry,
        index,
        office,
        from: readableDate(office.from),
        to: readableDate(office.to),
      })),
    );
    for (const { entry, index, office, from, to } of held) {
      if (from && to && before(to.latest, from.earliest)) {
        yield entryFault(
          'offices',
          entry,
          ['offices', index, 'to'],
          `${office.to} is before the beginning, ${office.from}`,
        );
      }
    }
    const secretaries = held.filter(({ office }) => office.office === SECRETARY_OF_STATE);
    for (const [at, later] of secretaries.entries()) {
      for (const earlier of secretaries.slice(0, at)) {
        if (!surelyOverlap(earlier, later)) continue;
        const message = `${span(later)} overlaps with ${earlier.entry.record.id}, who held this office ${span(earlier)}`;
        yield entryFault('offices', later.entry, ['offices', later.index], message);
      }
    }
  },
};

const span = ({ office }: Held): string => `${office.from ?? '…'} to ${office.to ?? 'now'}`;

const before = (a: string | null, b: string | null): boolean => a !== null && b !== null && a < b;

/** Whether two tenures share more than the day of handing over, however their imprecise dates are read. */
function surelyOverlap(a: Held, b: Held): boolean {
  const begunBeforeEnd = (x: Held, y: Held): boolean =>
    !x.office.from || !y.office.to || before(x.from?.latest ?? null, y.to?.earliest ?? null);
  return begunBeforeEnd(a, b) && begunBeforeEnd(b, a);
}
