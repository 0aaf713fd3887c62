import { unitKind, WORD } from './chars.ts';
import { type DateMention, dateAt } from './dates.ts';
import type { DraftMention } from './mention.ts';
import { CASELESS, DIGITS, type NameMatcher, UNSURE } from './name-index.ts';
import { literalAt, mentionAt, type Stretch } from './names.ts';
import { skip } from './skip.ts';

/** Takes what is found in prose, in order. */
export interface ProseSink {
  mention(mention: DraftMention): void;
  date(date: DateMention): void;
}

/** Finds names and dates in a stretch of prose in one pass; most units cost one look into a table. */
export class ProseScanner {
  readonly #stretch: Stretch;
  readonly #index: NameMatcher;
  readonly #sink: ProseSink;
  #pos: number;
  /** No later mention, and no later date, reaches back before these. */
  #mentionFloor: number;
  #dateFloor: number;

  constructor(stretch: Stretch, index: NameMatcher, sink: ProseSink) {
    this.#stretch = stretch;
    this.#index = index;
    this.#sink = sink;
    this.#pos = this.#mentionFloor = this.#dateFloor = stretch.from;
  }

  /** Goes on by about `units`; true once all is done. */
  run(units: number): boolean {
    const { text, to } = this.#stretch;
    const { triggers } = this.#index;
    const stop = Math.min(to, this.#pos + units);
    let pos = this.#pos;
    for (;;) {
      pos = skip(text, pos, stop, triggers);
      if (pos >= stop) break;
      pos = this.#tryAt(pos, triggers[text.charCodeAt(pos)] ?? 0);
    }
    this.#pos = pos;
    return pos >= to;
  }

  /** Looks for what may begin at `at`; answers where to go on. */
  #tryAt(at: number, known: number): number {
    const { text, from, to } = this.#stretch;
    const trigger = known === UNSURE ? this.#index.triggerOf(text.charCodeAt(at)) : known;
    if (trigger === 0) return at + 1;
    if (trigger === CASELESS) return this.#take(literalAt(this.#stretch, at, this.#index)) ?? at + 1;
    if (at > from && unitKind(text.charCodeAt(at - 1)) & WORD) return at + 1;
    if (trigger !== DIGITS) {
      return this.#take(mentionAt(this.#stretch, at, this.#index, this.#mentionFloor)) ?? at + 1;
    }
    const date = dateAt(text, at, this.#dateFloor, to);
    if (date === undefined) return at + 1;
    this.#sink.date(date);
    this.#dateFloor = date.end;
    return date.end;
  }

  #take(mention: DraftMention | undefined): number | undefined {
    if (mention === undefined) return undefined;
    const { end } = mention;
    this.#sink.mention(mention);
    this.#mentionFloor = end;
    return end;
  }
}
