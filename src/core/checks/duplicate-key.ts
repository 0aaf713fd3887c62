import type { CitationItem } from '../text/citations.ts';
import { foldWords } from '../text/fold.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import { trimmed } from './cited.ts';
import type { Rule } from './rule.ts';
import { quoted } from './wording.ts';

/** What stands before and behind the key of an item, without what its spelling may vary in. */
function around(text: string, { start, end, key }: CitationItem): readonly [string, string] {
  const behind = text
    .slice(key.end, end)
    .replace(/(?:paragraphs?|paras?\.?|pars?\.|¶+|абз\.|абзацы?)/giu, '¶')
    .replace(/[\s,>]/g, '')
    .replace(/–/g, '-');
  return [text.slice(start, key.start).replace(/[\s>]/g, ''), behind];
}

const fold = (text: string): string => foldWords(text).join(' ');

/** Reports a source that stands twice in one citation, and keys that the front matter gives to two references. */
export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'warning',
  paragraph({ sentences }, { analysis: { text }, voice: { t } }, report) {
    for (const { bracketed, items } of sentences.flatMap(({ citations }) => citations)) {
      if (!bracketed) continue;
      const seen = new Set<string>();
      for (const [index, item] of items.entries()) {
        const [before, behind] = around(text, item);
        const again = seen.has([item.key.key, before, behind].join('\n'));
        // A plain key says nothing new behind one that has words before it.
        if (!before.endsWith('-')) {
          for (const words of ['', before]) seen.add([item.key.key, words, behind].join('\n'));
        }
        const previous = items[index - 1];
        if (!again || previous === undefined) continue;
        report({
          ...trimmed(text, item),
          message: t('“{0}” is cited twice here, for the same place.', quoted(item.key.key)),
          fixes: [
            { title: t('Remove the second one'), edits: [{ start: previous.end, end: item.end, text: '' }] },
          ],
        });
      }
    }
  },
  *file(_gathered, { analysis: { text }, dossier, frontMatter: { references }, voice: { t } }, report) {
    const head = references.length === 0 ? '' : text.slice(0, frontMatterEnd(text));
    let folded: string | undefined;
    const seen = new Set<string>();
    for (const { id, start, end } of references) {
      yield;
      const document = dossier.documents.get(id);
      const again = seen.has(id);
      seen.add(id);
      if (again) {
        report({
          start,
          end,
          message: t('Another reference of this file has the key “{0}” already.', quoted(id)),
        });
      } else if (document !== undefined) {
        const { title, URL } = document.csl;
        folded ??= fold(head);
        if ((URL !== undefined && head.includes(URL)) || folded.includes(fold(title))) continue;
        report({
          start,
          end,
          message: t(
            'A document of the dossier, {0}, has the key “{1}” as well: a citation may mean either.',
            document.shortName,
            id,
          ),
          because: [{ type: 'document', id }],
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('The same key twice'),
    paragraphs: [
      t(
        'Reports a citation that names the same source twice, with the same place in it or with none; two references in the front matter that have one key; and one that has the key of another work in the dossier.',
      ),
      t(
        'The same source with different paragraphs or pages, or with different words around it, is left alone.',
      ),
    ],
  }),
};
