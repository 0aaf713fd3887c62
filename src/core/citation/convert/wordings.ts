import { addTo } from '../../dossier/keyed.ts';
import { doiAddress } from '../doi.ts';
import { type CitedWork, placeText } from '../references.ts';
import { escapeInline, isWebAddress, linkDestination, toMarkdown } from '../rich-text.ts';
import { type CitationStyle, noteOf, type Place } from '../styles/style.ts';
import type { CitableWork } from '../works.ts';
import { citedAt } from './found.ts';

/** How a reference to a work, or a link to it, may stand in a text. */
export interface Wording {
  readonly work: CitableWork;
  readonly form: 'formatted' | 'markdown-link';
  /** The source of a regular expression that captures the numbers of a reference's locator, or the place that a link names. */
  readonly source: string;
  /** With what it begins, as it stands in the text. */
  readonly head: string;
  readonly counts: 'paragraph' | 'page' | undefined;
  /** It means the work only where it is all that a footnote says: a later note, which is short. */
  readonly whole: boolean;
}

/** A number that no work counts to: what stands around it in a reference stands around every locator. */
const SENTINEL = 987_654;
const PLACES: readonly (readonly [Wording['counts'], Place])[] = [
  [undefined, []],
  ['paragraph', [SENTINEL]],
  ['page', { label: 'page', value: String(SENTINEL) }],
];
/** Behind the label, which for several is plural: `paras.`, `pp.` */
const NUMBERS = '$1[sp]?$2\\s(\\d+(?:[–-]\\d+)?(?:, \\d+(?:[–-]\\d+)?)*)';
/** Behind the text of a link, which may name a place, and its address, which may lead to some words of the page. */
const [LINK_PLACE, LINK_END] = ['(?:, ([^[\\]]+))?\\]\\(', '(?:#?:~:text=[^()\\s]*)?\\)(?![{([])'];
const LABELLED = new RegExp(`([^\\s,]{0,12}?)(\\\\?\\.?)[\\s\u00a0]${SENTINEL}`);

/**
 * Whether a number stands in a reference without a word for what it counts, and no date beside it: what follows a name or a
 * title alone may be the year as well.
 */
const isBare = (reference: string): boolean => {
  const [before = '', behind = ''] = reference.split(String(SENTINEL));
  return !/\p{L}\.\s$/u.test(before) && !/\d/.test(before + behind);
};

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The wordings that mean one of the works only. May be left at each `yield`.
 * @param current the style of the writer
 */
export function* wordingsOf(
  works: readonly CitableWork[],
  styles: readonly CitationStyle[],
  current: CitationStyle,
): Generator<void, readonly Wording[]> {
  const owners = new Map<string, Wording | undefined>();
  for (const work of works) {
    const own = new Map<string, Wording>();
    for (const url of [work.csl.URL, doiAddress(work.csl.DOI)]) {
      if (!isWebAddress(url)) continue;
      const head = `[${escapeInline(work.shortName)}`;
      const source = `(?<![!\\\\])${escaped(head)}${LINK_PLACE}${escaped(linkDestination(url))}${LINK_END}`;
      const link = { form: 'markdown-link', counts: undefined, whole: false } as const;
      own.set(source, { ...link, work, source, head: head.slice(0, HEAD) });
    }
    for (const style of styles) {
      for (const write of [style.note, style.citation, noteOf(style, true)]) {
        const short = write === noteOf(style, true);
        for (const [counts, place] of PLACES) {
          const written = toMarkdown(write(work.csl, place));
          const bare = counts === 'page' && isBare(written);
          if (bare && style !== current) continue;
          const plain = escaped(written);
          const year = /\d{4}/.exec(work.csl.issued ?? '')?.[0];
          const numbers = bare && year ? NUMBERS.replace('(\\d', `(?!${year}\\b)(\\d`) : NUMBERS;
          const source = plain.replace(LABELLED, numbers);
          if (source === '' || source.includes(String(SENTINEL))) continue;
          const numbered = source === plain ? undefined : counts;
          // With its place a short note of a style of notes is long enough to be known in a sentence.
          const whole = short && (style.kind === 'in-text' || numbered === undefined);
          const known = own.get(source);
          own.set(source, {
            work,
            form: 'formatted',
            source,
            head: headOf(written),
            counts: known?.counts ?? numbered,
            whole: whole && (known?.whole ?? true),
          });
        }
      }
    }
    yield;
    for (const [source, wording] of own) owners.set(source, owners.has(source) ? undefined : wording);
  }
  // What has no number to be read first, since the pages of an article may stand in its reference; then the longer.
  return [...owners.values()]
    .flatMap(wording => wording ?? [])
    .sort(
      (a, b) =>
        Number(a.counts !== undefined) - Number(b.counts !== undefined) || b.source.length - a.source.length,
    );
}

/** More of the beginning of a wording is not needed to find it. */
const HEAD = 16;

/** The beginning of a reference, without the number that it may have and the end of the word before that. */
const headOf = (written: string): string =>
  (written.split(String(SENTINEL))[0] ?? '').replace(/[\\.\s]+$/, '').slice(0, HEAD);

/** Wordings by their beginnings: a text may have thousands of works that might be cited in it. */
export class WordingIndex {
  readonly #byHead = new Map<string, Wording[]>();
  readonly #lengths: readonly number[];

  /** @param wordings the first that fits counts */
  constructor(wordings: readonly Wording[]) {
    for (const wording of wordings) addTo(this.#byHead, wording.head, wording);
    this.#lengths = [...new Set(Array.from(this.#byHead.keys(), head => head.length))].sort((a, b) => b - a);
  }

  /** The wordings that may begin at an offset of a text, in no order. */
  *beginningAt(text: string, at: number): Generator<Wording> {
    for (const length of this.#lengths) yield* this.#byHead.get(text.slice(at, at + length)) ?? [];
  }
}

/** What a wording cites with what it captured; `undefined` where that is no place, or not as a link has it. */
export function referenceOf({ work, form, counts }: Wording, captured = ''): CitedWork | undefined {
  const label = counts === undefined || captured === '' ? '' : counts === 'page' ? 'p. ' : 'para. ';
  const { reference, rest } = citedAt(work, label + captured);
  const isOurs = form === 'formatted' || captured === (placeText(reference, '–') ?? '');
  return rest === '' && isOurs ? reference : undefined;
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Those of some works of which a reference may stand in a text: who wrote it, or its title where nobody did, is named, or what links call it. */
export function worksNamedIn(text: string, works: readonly CitableWork[]): readonly CitableWork[] {
  if (works.length === 0) return [];
  const named = new Set(wordsIn(text));
  const isNamed = (name: string): boolean =>
    wordsIn(name)
      .slice(0, 3)
      .every(word => named.has(word));
  return works.filter(({ csl: { author, editor, title }, shortName }) => {
    const [first] = author ?? editor ?? [];
    return isNamed(first ? ('literal' in first ? first.literal : first.family) : title) || isNamed(shortName);
  });
}
