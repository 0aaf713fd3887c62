import { EdtfError, parseEdtf } from '../../../core/dossier/edtf.ts';
import type { Entry, LoadedDossier } from '../load.ts';
import type { Path } from '../places.ts';
import { entryFault, type Rule } from './rule.ts';

/** Every date can be read. */
export const dates: Rule = {
  id: 'dates',
  *check(dossier) {
    for (const { entry, path, date } of allDates(dossier)) {
      if (date === undefined) continue;
      try {
        parseEdtf(date);
      } catch (error) {
        if (!(error instanceof EdtfError)) throw error;
        yield entryFault('dates', entry, path, error.message);
      }
    }
  },
};

interface Dated {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly date: string | undefined;
}

function* allDates(dossier: LoadedDossier): Iterable<Dated> {
  for (const entry of dossier.meetings) yield { entry, path: ['date'], date: entry.record.date };
  for (const entry of dossier.people) {
    for (const [index, { from, to }] of entry.record.offices.entries()) {
      yield { entry, path: ['offices', index, 'from'], date: from };
      yield { entry, path: ['offices', index, 'to'], date: to };
    }
    for (const [index, { period }] of (entry.record.relations ?? []).entries()) {
      yield { entry, path: ['relations', index, 'period'], date: period };
    }
  }
  for (const entry of dossier.documents) {
    yield { entry, path: ['csl', 'issued'], date: entry.record.csl.issued };
    yield { entry, path: ['csl', 'accessed'], date: entry.record.csl.accessed };
    for (const [index, { date }] of entry.record.quotations.entries()) {
      yield { entry, path: ['quotations', index, 'date'], date };
    }
  }
}
