import { grade } from '../../core/cards/phrases.ts';
import { nearKey } from '../../core/checks/near-keys.ts';
import { type Locator, paragraphs } from '../../core/citation/locators.ts';
import { readPlace } from '../../core/citation/read-place.ts';
import type { CitedPlace } from '../../core/citation/references.ts';
import { type RichText, toPlain } from '../../core/citation/rich-text.ts';
import { DEFAULT_STYLE, STYLES } from '../../core/citation/styles/registry.ts';
import { type CitationStyle, noteOf } from '../../core/citation/styles/style.ts';
import { type CitableWork, NO_WORKS, type Works, worksOf } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { oneLine } from '../one-line.ts';

/** A request that cannot be met: a key that no document has, a style in another language. The message is one sentence. */
export class CitingError extends Error {
  override readonly name = 'CitingError';
  /** 1 for a place that is none, 2 for a request that names what there is none of. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

const speaks = (style: CitationStyle, language: string): boolean =>
  style.language.split('-')[0] === language.toLowerCase().split(/[-_]/)[0];

/**
 * The style that is asked for; without one the first that writes the language, without that the default one.
 * @throws {CitingError} where there is none, with those that there are.
 */
export function styleFor(id: string | undefined, language: string | undefined): CitationStyle {
  const style = id === undefined ? undefined : STYLES.find(each => each.id === id);
  if (id !== undefined && !style) {
    const ids = STYLES.map(each => each.id).join(', ');
    throw new CitingError(`--style: there is no style "${oneLine(id)}"; there are ${ids}`);
  }
  if (language === undefined) return style ?? DEFAULT_STYLE;
  const found = style
    ? speaks(style, language)
      ? style
      : undefined
    : STYLES.find(each => speaks(each, language));
  if (found) return found;
  const written = style
    ? `the style "${style.id}" writes ${style.language}`
    : `the styles write ${[...new Set(STYLES.map(each => each.language))].join(', ')}`;
  throw new CitingError(`--lang: "${oneLine(language)}" cannot be had: ${written}`);
}

/**
 * The place in a work that is asked for: `5`, `5-7` are paragraphs where the work has numbered ones, else pages; `p. 33`,
 * `chap. 2` what they say.
 * @throws {CitingError} for what is no place, and for paragraphs that the work does not have.
 */
function placeIn(work: CitableWork, written: string): CitedPlace {
  const place = readPlace(work, written);
  const said = `--locator: "${oneLine(written)}"`;
  const fail = (sentence: string): never => {
    throw new CitingError(sentence, 1);
  };
  if (!('fault' in place) && written.trim() !== '') return place;
  if (!('fault' in place) || place.fault === 'unreadable') {
    const numbers = work.passages
      ? 'paragraphs are "5" or "5-7", pages "p. 33"'
      : 'pages are "33" or "33-35", paragraphs "para. 5"';
    return fail(`${said} is no locator; ${numbers}, chapters "chap. 2"`);
  }
  if (place.fault === 'backwards') {
    return fail(`${said} goes backwards: a range goes from the lower number to the higher one`);
  }
  const count = work.passages?.length ?? 0;
  const has = `${work.id} has ${count === 1 ? '1 paragraph' : `${count} paragraphs`}`;
  return fail(`${said}: ${has}, and none with the number ${place.numbers.join(', ')}`);
}

/** A source as it is cited. */
export interface CitedSource {
  readonly key: string;
  readonly name: string;
  /** Left out for a work of a bibliography file, which nobody has graded. */
  readonly grade?: string;
  readonly style: string;
  readonly language: string;
  readonly locator?: Locator;
  readonly note: string;
  readonly laterNote: string;
  readonly citation: string;
  readonly entry: string;
}

/**
 * The ways of citing each of the works.
 * @param locator the place in each of them, as it was written.
 * @throws {CitingError} for a key that nothing has, and for a place that a work does not have.
 */
export function cite(
  dossier: Dossier,
  own: Works,
  keys: readonly string[],
  style: CitationStyle,
  locator: string | undefined,
): CitedSource[] {
  return keys
    .map(key => workOf(dossier, own, key))
    .map(work => {
      const { id, shortName, assessment, csl } = work;
      const cited = locator === undefined ? undefined : placeIn(work, locator);
      const place = cited && (cited.locator ?? paragraphs(cited.paragraphs));
      const line = (runs: RichText): string => oneLine(toPlain(runs));
      return {
        key: id,
        name: oneLine(shortName),
        ...(assessment && { grade: grade(assessment) }),
        style: style.id,
        language: style.language,
        ...(place && { locator: place }),
        note: line(style.note(csl, place)),
        laterNote: line(noteOf(style, true)(csl, place)),
        citation: line(style.citation(csl, place)),
        entry: line(style.entry(csl)),
      };
    });
}

/** A key may be given as it stands in a text, with its `@`. */
function workOf(dossier: Dossier, own: Works, written: string): CitableWork {
  const key = written.replace(/^@/, '');
  const work = worksOf(dossier, own).get(key);
  if (work) return work;
  const near = nearKey(dossier, key)?.document.id;
  const keys = near ? `the nearest is "${near}"` : `there are ${[...dossier.documents.keys()].join(', ')}`;
  throw new CitingError(
    own === NO_WORKS
      ? `no document has the key "${oneLine(key)}"; ${keys}`
      : `neither a bibliography file nor a document has the key "${oneLine(key)}"; of documents ${keys}`,
  );
}

/** What was cited, as text for people or as JSON. */
export function writeCited(sources: readonly CitedSource[], json: boolean): string {
  if (json) return `${JSON.stringify(sources, null, 2)}\n`;
  return sources
    .map(({ key, name, grade: graded, note, laterNote, citation, entry }) =>
      [
        `${oneLine(key)} (${[name, graded].filter(Boolean).join(', ')})`,
        `  First note:   ${note}`,
        `  Later note:   ${laterNote}`,
        `  In the text:  ${citation}`,
        `  Bibliography: ${entry}`,
        '',
      ].join('\n'),
    )
    .join('\n');
}
