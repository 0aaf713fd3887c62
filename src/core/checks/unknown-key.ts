import { keyIn } from '../text/citations.ts';
import { areElsewhere, isCitation, isForeignKey } from '../text/foreign-keys.ts';
import { nearKey } from './near-keys.ts';
import type { Gathered, Rule } from './rule.ts';
import { quoted } from './wording.ts';

/** Of a key: it stands where nothing but a citation can; a document of the dossier has it. */
const CITED = 'cited';
const KNOWN = 'known';

/** Reports citation keys that no document of the dossier bears. */
export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'warning',
  gather: ({ sentences }, { analysis, dossier }) =>
    sentences
      .flatMap(({ citations }) => citations)
      .flatMap(citation => {
        const cited = isCitation(analysis.text, citation) ? CITED : '';
        return citation.items.flatMap(({ key: { key, start, end } }): Gathered[] => {
          if (dossier.documents.has(key)) return [{ start, end, about: key, value: KNOWN }];
          return isForeignKey(key) ? [] : [{ start, end, about: key, value: cited }];
        });
      }),
  *file(gathered, context, report) {
    const { analysis, dossier, frontMatter, otherKeys, voice } = context;
    const own = new Set(frontMatter.references.map(({ id }) => id));
    const isKnown = ({ about, value }: Gathered): boolean =>
      value === KNOWN || own.has(about) || otherKeys?.has(about) === true;
    const unknown = gathered.filter(each => !isKnown(each));
    if (unknown.length === 0) return;
    let linked: ReadonlySet<string> | undefined;
    const count = (some: readonly Gathered[]): number => new Set(some.map(({ about }) => about)).size;
    const declared = otherKeys !== undefined || frontMatter.bibliography.length > 0;
    const elsewhere = areElsewhere({
      unknown: count(unknown.filter(({ value }) => value === CITED)),
      known: count(gathered.filter(isKnown)),
      complete: declared ? otherKeys?.complete === true : undefined,
    });
    for (const { start, end, about: key, value } of unknown) {
      yield;
      const near = nearKey(dossier, key);
      const { t } = voice;
      if (near?.certain) {
        const { id, shortName } = near.document;
        const { keyStart, keyEnd } = keyIn(analysis.text, { start, end });
        report({
          start,
          end,
          message: t('No document has the key “{0}”; {1} has “{2}”.', quoted(key), shortName, id),
          fixes: [
            {
              title: t('Change to “{0}”', id),
              edits: [{ start: keyStart, end: keyEnd, text: id }],
            },
          ],
          because: [{ type: 'document', id }],
        });
      } else if (value === CITED && !elsewhere) {
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
        'Reports a citation in brackets, such as [@key], or in a role of MyST, whose key neither a document of the dossier nor a reference or bibliography file of the text has. A key in the text, without brackets, is reported only where it differs from a known one by a slip.',
      ),
      t(
        'Only slips are reported where a bibliography that the file declares could not be read, and where it declares none and cites five unknown keys or more, and fewer known ones. Names of people and packages, links and references to figures, tables and sections are left alone.',
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
