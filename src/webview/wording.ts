import type { TimelineData, TimelineItem, TimelineRow } from '../core/timeline/data.ts';
import type { TimelineStrings } from '../protocol/timeline.ts';

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

  people(item: TimelineItem): string {
    return item.people.map(id => this.#names.get(id) ?? id).join(', ');
  }

  /** Empty for what is attested, which is the rule. */
  status(item: TimelineItem): string {
    return item.status === 'attested' ? '' : this.strings.statuses[item.status];
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
