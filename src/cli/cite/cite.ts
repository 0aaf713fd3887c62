import { grade } from '../../core/cards/phrases.ts';
import { nearKey } from '../../core/checks/near-keys.ts';
import type { Locator } from '../../core/citation/locators.ts';
import { writtenLocator } from '../../core/citation/preview/written-locator.ts';
import { type RichText, toPlain } from '../../core/citation/rich-text.ts';
import { DEFAULT_STYLE, STYLES } from '../../core/citation/styles/registry.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { SourceDocument } from '../../core/dossier/records.ts';
import { oneLine } from '../one-line.ts';

/** A request that cannot be met: a key that no document has, a style in another language. The message is one sentence. */
export class CitingError extends Error {
  override readonly name = 'CitingError';
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
 * `5`, `5-7`: paragraphs; `p. 33`, `chap. 2`: what they say.
 * @throws {CitingError} for anything else.
 */
export function locatorFor(written: string): Locator {
  const text = written.trim();
  const read = writtenLocator(/^\d/.test(text) ? `, para. ${text}` : `, ${text}`);
  const length = /^\d/.test(text) ? `, para. ${text}`.length : `, ${text}`.length;
  if (read?.length === length) return read.locator;
  throw new CitingError(
    `--locator: "${oneLine(written)}" is no locator; paragraphs are "5" or "5-7", pages "p. 33", chapters "chap. 2"`,
  );
}

/** A source as it is cited. */
export interface CitedSource {
  readonly key: string;
  readonly name: string;
  readonly grade: string;
  readonly style: string;
  readonly language: string;
  readonly locator?: Locator;
  readonly note: string;
  readonly laterNote: string;
  readonly citation: string;
  readonly entry: string;
}

/** The ways of citing each of the documents. @throws {CitingError} for a key that no document has. */
export function cite(
  dossier: Dossier,
  keys: readonly string[],
  style: CitationStyle,
  locator: Locator | undefined,
): CitedSource[] {
  return keys
    .map(key => documentOf(dossier, key))
    .map(({ id, shortName, assessment, csl }) => {
      const line = (runs: RichText): string => oneLine(toPlain(runs));
      return {
        key: id,
        name: shortName,
        grade: grade(assessment),
        style: style.id,
        language: style.language,
        ...(locator && { locator }),
        note: line(style.note(csl, locator)),
        laterNote: line(style.laterNote(csl, locator)),
        citation: line(style.citation(csl, locator)),
        entry: line(style.entry(csl)),
      };
    });
}

/** A key may be given as it stands in a text, with its `@`. */
function documentOf(dossier: Dossier, written: string): SourceDocument {
  const key = written.replace(/^@/, '');
  const document = dossier.documents.get(key);
  if (document) return document;
  const near = nearKey(dossier, key)?.document.id;
  const keys = near ? `the nearest is "${near}"` : `there are ${[...dossier.documents.keys()].join(', ')}`;
  throw new CitingError(`no document has the key "${oneLine(key)}"; ${keys}`);
}

/** What was cited, as text for people or as JSON. */
export function writeCited(sources: readonly CitedSource[], json: boolean): string {
  if (json) return `${JSON.stringify(sources, null, 2)}\n`;
  return sources
    .map(({ key, name, grade: graded, note, laterNote, citation, entry }) =>
      [
        `${key} (${name}, ${graded})`,
        `  First note:   ${note}`,
        `  Later note:   ${laterNote}`,
        `  In the text:  ${citation}`,
        `  Bibliography: ${entry}`,
        '',
      ].join('\n'),
    )
    .join('\n');
}
