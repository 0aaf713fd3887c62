import type { CslPerson } from './csl-item.ts';
import { writeKey } from './keys.ts';
import { addressOf, fieldsOf, nameOf, placeIn, placeText, type Reference } from './references.ts';
import { escapeInline, linkDestination, toMarkdown } from './rich-text.ts';
import { type CitationStyle, noteOf } from './styles/style.ts';

/** A name in braces, with the marks and blanks that stand with it only where it has a value. */
const PLACEHOLDER = /\{([^\p{L}{}]{0,16})([a-z]{1,16})([^\p{L}{}]{0,16})\}/gu;

/**
 * A citation by the writer's own pattern. In it `{key}`, `{mark}` (`@key`), `{short}`, `{locator}`, `{author}`, `{title}`,
 * `{container}`, `{publisher}`, `{year}`, `{date}`, `{accessed}`, `{url}`, `{reference}` (formatted in the style) and `{note}`
 * (the same, but short where `later` says that the text cites the work in full before) are filled in. Marks and blanks inside the braces are written only where the value is known: `{title}{, locator}`. Anything
 * else stays as it is. On one line.
 */
export function fillTemplate(
  template: string,
  reference: Reference,
  style: CitationStyle,
  later = false,
): string {
  const values = valuesOf(reference, style, later);
  return template
    .replace(/\s+/g, ' ')
    .replace(PLACEHOLDER, (whole, before: string, name: string, behind: string) => {
      const text = Object.hasOwn(values, name) ? values[name]?.() : undefined;
      if (text === undefined) return whole;
      return text === '' ? '' : before + text + behind;
    })
    .trim();
}

type Values = Readonly<Record<string, () => string>>;

function valuesOf(reference: Reference, style: CitationStyle, later: boolean): Values {
  const fields = fieldsOf(reference);
  const work = reference.kind === 'work' ? reference.work : undefined;
  const plain = (text: string | undefined) => (): string => escapeInline(text ?? '');
  return {
    key: () => work?.id ?? '',
    mark: () => (work ? writeKey(work.id) : ''),
    short: plain(nameOf(reference)),
    locator: plain(placeText(reference, '–')),
    author: plain(authors(fields.author ?? [])),
    title: plain(fields.title),
    container: plain(fields['container-title']),
    publisher: plain(fields.publisher),
    year: plain(/-?\d{4}/.exec(fields.issued ?? '')?.[0]),
    date: plain(fields.issued),
    accessed: plain(fields.accessed),
    url: () => linkDestination(addressOf(reference) ?? fields.URL ?? ''),
    reference: () => toMarkdown(style.note(fields, placeIn(reference))),
    note: () => toMarkdown(noteOf(style, later)(fields, placeIn(reference))),
  };
}

/** Family names: one, two with "and", of more the first with "et al.". */
function authors(names: readonly CslPerson[]): string {
  const [first = '', second, ...more] = names.map(name => ('literal' in name ? name.literal : name.family));
  if (second === undefined) return first;
  return more.length > 0 ? `${first} et al.` : `${first} and ${second}`;
}
