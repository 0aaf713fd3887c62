import type { Citation } from '../text/citations.ts';
import { nearKey } from './near-keys.ts';
import type { CheckContext, Gathered, Rule } from './rule.ts';

/** What Quarto and pandoc-crossref number: figures, tables, theorems. */
const CROSS_REFERENCE =
  /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]/;
/** Keys that name an identifier which programs resolve, packages and teams. */
const ELSEWHERE = /[/\\]|^(?:doi|url|https?|pm(?:id|cid|c)|isbn|arxiv|wikidata|raw|tag|10\.\d{4,}):?/i;

const KNOWN = 'known';
const CITED = 'cited';
/** Of so many keys one would be known if the file cited this dossier: its bibliography is declared somewhere else. */
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
          dossier.documents.has(key) || CROSS_REFERENCE.test(key) || ELSEWHERE.test(key)
            ? []
            : [{ start, end, about: key, value: cited ? 'cited' : '' }],
        );
      }),
  file(gathered, context, report) {
    const { analysis, dossier, frontMatter, voice } = context;
    const linked = new Map<string, boolean>();
    const isLinked = (key: string): boolean => {
      const known = linked.get(key) ?? analysis.text.includes(`[@${key}]:`);
      linked.set(key, known);
      return known;
    };
    const others = new Set(gathered.filter(({ value }) => value === CITED).map(({ about }) => about));
    const isForeign = others.size >= MANY && !gathered.some(({ value }) => value === KNOWN);
    for (const { start, end, about: key, value } of gathered) {
      if (value === KNOWN || isKnownElsewhere(key, context)) continue;
      const near = nearKey(dossier, key);
      const { t } = voice;
      const mayBeElsewhere = frontMatter.bibliography.length > 0 && !context.otherKeys?.complete;
      if (near?.certain) {
        const { id, shortName } = near.document;
        const braces = analysis.text.charAt(start + 1) === '{' ? 1 : 0;
        report({
          start,
          end,
          message: t('No document has the key “{0}”; {1} has “{2}”.', key, shortName, id),
          fixes: [
            {
              title: t('Change to “{0}”', id),
              edits: [{ start: start + 1 + braces, end: end - braces, text: id }],
            },
          ],
          because: [{ type: 'document', id }],
        });
      } else if (value === CITED && !mayBeElsewhere && !isForeign && !isLinked(key)) {
        const nearest = near
          ? t('The nearest is “{0}”, of {1}.', near.document.id, near.document.shortName)
          : t('None has one like it: type a word of the document behind “[@” to find its key.');
        report({
          start,
          end,
          message: t('No document has the key “{0}”. {1}', key, nearest),
          because: near ? [{ type: 'document', id: near.document.id }] : [],
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Unknown citation key'),
    paragraphs: [
      t(
        'A citation in brackets, such as [@key], has a key that no document of the dossier bears and that the file’s own references do not have. A key in the text, without brackets, is reported only where it differs from a known one by a slip.',
      ),
      t(
        'A file that declares a bibliography may have other keys in it: there, too, only slips are reported, and so they are where a file cites many sources and none of the dossier. Names of people and packages, links and references to figures, tables and sections are left alone.',
      ),
    ],
  }),
};

/** Whether the file itself, or what it declares, has the key. */
const isKnownElsewhere = (key: string, { frontMatter, otherKeys }: CheckContext): boolean =>
  frontMatter.references.some(({ id }) => id === key) || (otherKeys?.has(key) ?? false);
