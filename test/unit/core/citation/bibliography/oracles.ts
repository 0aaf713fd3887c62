import { parse as parseBetter } from '@retorquere/bibtex-parser';
import { BibLatexParser } from 'biblatex-csl-converter';
import type { BibliographyItem, ItemName } from '../../../../../src/core/citation/bibliography/entry.ts';

/** What is compared of an entry: markup, particles' kinds and the qualifiers of dates apart. */
export interface Compared {
  readonly title: string;
  /** `given|particle|family|suffix`, or the literal name. */
  readonly author: readonly string[];
  readonly date: string;
}

export type Oracle = (text: string) => ReadonlyMap<string, Compared>;

/** Without markup, and without `{`, `}` and `^`, whose commands the converter does not know. */
const plain = (text: string): string =>
  text
    .replace(/[{}^]/g, '')
    .replace(/<\/?(?:i|b|sup|sub|span|em|strong|sc)\b[^>]*>/g, '')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replace(/\s+/g, ' ')
    .trim();

const joined = (...parts: readonly (string | undefined)[]): string =>
  // A name of one word is a family name to one and literal to the other.
  parts
    .map(part => plain(part ?? ''))
    .join('|')
    .replace(/^\|\|([^|]*)\|$/, '$1');

function nameOf(name: ItemName): string {
  if ('literal' in name) return plain(name.literal);
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  return joined(name.given, particle, name.family, name.suffix);
}

/** An open end is `..` or nothing. */
const dateOf = (date: string): string => date.replace(/[?~%]|\.\./g, '');

export const ours = (item: BibliographyItem): Compared => ({
  title: plain(item.title ?? ''),
  author: (item.author ?? []).map(nameOf),
  date: dateOf(item.issued ?? ''),
});

interface BetterName {
  readonly firstName?: string;
  readonly prefix?: string;
  readonly lastName?: string;
  readonly suffix?: string;
  readonly name?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** `@retorquere/bibtex-parser`, which Better BibTeX for Zotero reads with. */
export const better: Oracle = text => {
  const { entries } = parseBetter(text, { sentenceCase: false });
  return new Map(
    entries.map(({ key, fields }) => {
      const field = (name: string): string => {
        const value: unknown = (fields as Readonly<Record<string, unknown>>)[name];
        return isText(value) ? value : '';
      };
      const authors = (fields.author ?? []) as readonly BetterName[];
      const parts = [field('year'), field('month'), field('day')];
      const date = parts.filter(part => part !== '').map((part, index) => part.padStart(index ? 2 : 4, '0'));
      const subtitle = field('subtitle');
      return [
        key,
        {
          title: plain(field('title') + (subtitle && `: ${subtitle}`)),
          author: authors.map(({ name, firstName, prefix, lastName, suffix }) =>
            name !== undefined || (lastName === 'others' && firstName === undefined)
              ? plain(name ?? 'others')
              : joined(firstName, prefix, lastName, suffix),
          ),
          date: dateOf(field('date') || date.join('-')),
        },
      ];
    }),
  );
};

interface RichNode {
  readonly text?: string;
}

const richText = (nodes: unknown): string =>
  Array.isArray(nodes) ? nodes.map((node: RichNode) => node.text ?? '').join('') : '';

/** `biblatex-csl-converter`, which Fidus Writer reads with. */
export const converter: Oracle = text => {
  const { entries } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
  return new Map(
    Object.values(entries).map(({ entry_key: key, fields }) => {
      const values = fields as Readonly<Record<string, unknown>>;
      const names = (values['author'] ?? []) as readonly Readonly<Record<string, unknown>>[];
      const subtitle = richText(values['subtitle']);
      return [
        key,
        {
          title: plain(richText(values['title']) + (subtitle && `: ${subtitle}`)),
          author: names.map(({ literal, given, prefix, family, suffix }) =>
            literal === undefined
              ? joined(richText(given), richText(prefix), richText(family), richText(suffix))
              : plain(richText(literal)),
          ),
          date: isText(values['date']) ? dateOf(values['date']) : '',
        },
      ];
    }),
  );
};
