import { citedIn } from '../../core/citation/bibliography-section.ts';
import { formatCitations } from '../../core/citation/preview/format.ts';
import { inEntryOrder, unknownKeyHtml } from '../../core/citation/preview/html.ts';
import { citesElsewhere, ownKeys } from '../../core/citation/preview/unknown.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import { type CitableWork, worksOf } from '../../core/citation/works.ts';
import { onceFor } from '../../core/dossier/keyed.ts';
import { isForeignKey } from '../../core/text/foreign-keys.ts';
import type { CitedText, Made, Mark, PreviewSource } from './marks.ts';

/** Makes what is shown of whole texts: each once, as long as its style and its bibliography files stay the same. */
export function makerFor(source: PreviewSource) {
  /** What is shown of a text in a style, by what the renderer was called with. */
  function madeOf(text: CitedText, style: CitationStyle, env: object): Made {
    const listed = source.listed(env);
    if (text.made?.style === style && text.made.listed === listed) return text.made;
    const { dossier } = source;
    const workOf = (key: string): CitableWork | undefined => dossier.documents.get(key) ?? listed.get(key);
    const formatted = formatCitations(text.citations, style, workOf);
    const cited = (): CitableWork[] =>
      text.citations.flatMap(({ citation }) => citation.items.flatMap(({ key }) => workOf(key) ?? []));
    const known = worksOf(dossier, { get: key => listed.get(key), at: () => undefined });
    const works = text.hasBibliography ? [...citedIn(known, text.source), ...cited()] : [];
    const entries = inEntryOrder([...new Set(works)], text.listStyle ?? style);
    const numbers = new Map(entries.map((work, index) => [work, index + 1]));
    text.made = { text, style, listed, formatted, entries, numbers };
    return text.made;
  }

  const otherSources = onceFor(({ text, listed }: Made) => {
    const own = ownKeys(text.source);
    const isKnownHere = (key: string): boolean =>
      source.dossier.documents.has(key) || listed.has(key) || own.has(key);
    const cited = text.citations.flatMap(({ citation: { items } }) => items.map(({ key }) => key));
    const meant = new Set([...text.unknown, ...cited.filter(key => !isForeignKey(key))]);
    const unknown = new Set([...meant].filter(key => !isKnownHere(key)));
    const known = new Set(cited.filter(isKnownHere));
    return { own, elsewhere: citesElsewhere(text.source, unknown, known, listed.complete) };
  });

  /** The HTML of a key that nobody knows; `undefined` where nothing is said of it. */
  function keyHtml(
    { key, inBrackets, written }: Pick<Extract<Mark, { kind: 'key' }>, 'key' | 'inBrackets' | 'written'>,
    made: Made,
  ): string | undefined {
    if (made.listed.has(key)) return undefined;
    const remark = source.unknown(key, inBrackets);
    if (remark === undefined) return undefined;
    const { own, elsewhere } = otherSources(made);
    return elsewhere || own.has(key) ? undefined : unknownKeyHtml(written, remark);
  }

  return { madeOf, keyHtml };
}
