import { contains } from '../../../core/dossier/edtf.ts';
import type { Meeting } from '../../../core/dossier/records.ts';
import { readableDate } from './readable-date.ts';
import { entryFault, type Rule } from './rule.ts';

/** A part of a meeting lies within the meeting, and no meeting is a part of itself. */
export const parts: Rule = {
  id: 'parts',
  *check({ meetings }) {
    const byId = new Map(meetings.map(entry => [entry.record.id, entry.record]));
    for (const entry of meetings) {
      const part = entry.record;
      const whole = part.partOf === undefined ? undefined : byId.get(part.partOf);
      if (!whole) continue;
      if (isWithin(part.id, whole, byId)) {
        yield entryFault('parts', entry, ['partOf'], `${part.id} would be a part of itself`);
        continue;
      }
      const [inner, outer] = [readableDate(part.date), readableDate(whole.date)];
      if (inner && outer && !contains(outer, inner)) {
        const message = `${part.date} does not lie within ${whole.date}, the date of ${whole.id}, of which this is a part`;
        yield entryFault('parts', entry, ['date'], message);
      }
    }
  },
};

/** Whether the way up from `meeting` comes to `id`. */
function isWithin(id: string, meeting: Meeting, byId: ReadonlyMap<string, Meeting>): boolean {
  const seen = new Set<string>();
  let at: Meeting | undefined = meeting;
  while (at && !seen.has(at.id)) {
    if (at.id === id) return true;
    seen.add(at.id);
    at = at.partOf === undefined ? undefined : byId.get(at.partOf);
  }
  return false;
}
