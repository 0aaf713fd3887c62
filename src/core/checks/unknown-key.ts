import type { Citation } from '../text/citations.ts';
import { isCrossReference, nearKey } from './near-keys.ts';
import type { Gathered, Rule } from './rule.ts';
import { quoted } from './wording.ts';

/** Keys that name an identifier which programs resolve, packages and teams. */
const ELSEWHERE = /[/\\]|^(?:doi|url|https?|pm(?:id|cid|c)|isbn|arxiv|wikidata|raw|tag|10\.\d{4,}):?/i;

const CITED = 'cited';
/** So many unknown keys are no slips: the file's bibliography is declared somewhere else, for a whole project. */
const MANY = 5;

/** Whether brackets around a key are a citation and nothing else that is written with brackets and `@`. */
function isCitation(text: string, { start, end, items }: Citation): boolean {
  // A note's name in two pairs of brackets, or a path of XPath before it.
  if (text.charAt(start - 1) === '[' || /[\w/*)\]]/.test(text.charAt(start - 1))) return false;
  return items.every(item => {
    const { key } = item;
    const suffix = text.slice(key.end, item.end);
    return /^(?:[\s,;:{]|$)/.test(suffix) && !suffix.includes('@') && end > key.end;
  });
}

/** Reports citation keys that no document of the dossier bears. */
export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'warning',
  gather: ({ sentences }, { analysis, dossier }) =>
    sentences
      .flatMap(({ citations }) => citations)
      .flatMap(citation => {
        const cited = citation.bracketed && isCitation(analysis.text, citation);
        return citation.items.flatMap(({ key: { key, start, end } }): Gathered[] =>
          dossier.documents.has(key) || isCrossReference(key) || ELSEWHERE.test(key)
            ? []
            : [{ start, end, about: key, value: cited ? CITED : '' }],
        );
      }),
  *file(gathered, context, report) {
    const { analysis, dossier, frontMatter, otherKeys, voice } = context;
    if (gathered.length === 0) return;
    const own = new Set(frontMatter.references.map(({ id }) => id));
    let linked: ReadonlySet<string> | undefined;
    const others = new Set(gathered.filter(({ value }) => value === CITED).map(({ about }) => about));
    const isForeign = others.size >= MANY;
    for (const { start, end, about: key, value } of gathered) {
      if (own.has(key) || otherKeys?.has(key)) continue;
      yield;
      const near = nearKey(dossier, key);
      const { t } = voice;
      const declared = otherKeys !== undefined || frontMatter.bibliography.length > 0;
      const mayBeElsewhere = declared && !otherKeys?.complete;
      if (near?.certain) {
        const { id, shortName } = near.document;
        const braces = analysis.text.charAt(start + 1) === '{' ? 1 : 0;
        report({
          start,
          end,
          message: t('No document has the key “{0}”; {1} has “{2}”.', quoted(key), shortName, id),
          fixes: [
            {
              title: t('Change to “{0}”', id),
              edits: [{ start: start + 1 + braces, end: end - braces, text: id }],
            },
          ],
          because: [{ type: 'document', id }],
        });
      } else if (value === CITED && !mayBeElsewhere && !isForeign) {
        linked ??= linkedKeys(analysis.text);
        if (linked.has(key)) continue;
        const nearest = near
          ? t('The nearest is “{0}”, of {1}.', near.document.id, near.document.shortName)
          : t('To find a key, type a word of the document after “[@”.');
        report({
          start,
          end,
          message: t('No document has the key “{0}”. {1}', quoted(key), nearest),
          because: near ? [{ type: 'document', id: near.document.id }] : [],
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Unknown citation key'),
    paragraphs: [
      t(
        'Reports a citation in brackets, such as [@key], whose key neither a document of the dossier nor a reference of the file has. A key in the text, without brackets, is reported only where it differs from a known one by a slip.',
      ),
      t(
        'In a file that declares a bibliography, which may have other keys, only slips are reported, and so it is where five keys or more are unknown. Names of people and packages, links and references to figures, tables and sections are left alone.',
      ),
    ],
  }),
};

/** No longer key is the label of a link. */
const LONGEST = 200;

/** What stands in `[@key]:`, the definition of a link. */
function linkedKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 2)) {
    const before = text.slice(Math.max(0, at - LONGEST), at);
    const open = before.lastIndexOf('[@');
    if (open >= 0) keys.add(before.slice(open + 2));
  }
  return keys;
}
