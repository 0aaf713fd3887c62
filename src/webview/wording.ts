import type { TimelineData, TimelineItem, TimelineRow } from '../core/timeline/data.ts';
import type { TimelineStrings } from '../protocol/timeline.ts';
import { fill } from './fill.ts';

/** What the items of a timeline are called on screen and aloud. */
export class Wording {
  readonly strings: TimelineStrings;
  readonly #names: ReadonlyMap<string, string>;

  constructor(strings: TimelineStrings, data: TimelineData) {
    this.strings = strings;
    this.#names = new Map(data.people.map(person => [person.id, person.name]));
  }

  row(row: TimelineRow): string {
    if (row.type === 'documents') return this.strings.documentsRow;
    return row.type === 'others' ? this.strings.othersRow : row.name;
  }

  /** The place, or what it was where no place is known. */
  what(item: TimelineItem): string {
    return item.name === '' ? item.kindText : item.name;
  }

  /** Place and kind, for where several stand together: `Moscow · dinner`. */
  whatAndKind(item: TimelineItem): string {
    return item.name === '' ? item.kindText : `${item.name} · ${item.kindText}`;
  }

  /** Who perhaps met separately stands last, named as the record does. */
  people({ people, separately }: TimelineItem): string {
    const name = (id: string): string => this.#names.get(id) ?? id;
    const apart = people.filter(id => Object.hasOwn(separately, id));
    return [
      ...people.filter(id => !apart.includes(id)).map(name),
      ...apart.map(id => fill(this.strings.perhapsSeparately, name(id), separately[id] ?? '')),
    ].join(', ');
  }

  /** Empty for what is attested, which is the rule. Only meetings are doubtful; a document is one not to rely on. */
  status({ type, status }: TimelineItem): string {
    if (status === 'attested') return '';
    return type === 'document' ? this.strings.weakDocument : this.strings.statuses[status];
  }

  /** `1 entry`, `12 entries`. */
  entries(count: number): string {
    return count === 1 ? this.strings.oneEntry : fill(this.strings.entries, count);
  }

  /** A row as a screen reader says it: `John Kerry: 12 entries`. */
  rowWithCount(row: TimelineRow, count: number): string {
    return fill(this.strings.rowWithCount, this.row(row), this.entries(count));
  }

  /** All of it in one line, as a screen reader says it. */
  line(item: TimelineItem): string {
    const parts = [
      item.when,
      item.name,
      item.kindText,
      this.status(item),
      item.type === 'document' ? item.summary : this.people(item),
    ];
    return parts.filter(part => part !== '').join(', ');
  }
}
