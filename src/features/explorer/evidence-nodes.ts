import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { aspectNames } from '../../core/cards/phrases.ts';
import { markLabel, sourceMark } from '../../core/cards/sources.ts';
import { type Dossier, isPassageEvidence } from '../../core/dossier/dossier.ts';
import type { Evidence } from '../../core/dossier/records.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { warningIcon } from './icons.ts';
import type { TreeNode } from './node.ts';

/** The passages and public records that something rests on. */
export function evidenceNodes(
  dossier: Dossier,
  evidence: readonly Evidence[],
  { t }: Voice,
  path: string,
): TreeNode[] {
  const seen = new Set<string>();
  return evidence.flatMap((item): TreeNode[] => {
    const mark = sourceMark(dossier, item, t);
    const label = markLabel(mark);
    const says = `${label} ${mark.contradicts}`;
    if (seen.has(says)) return [];
    seen.add(says);
    const passage = isPassageEvidence(item) && item.passage !== undefined ? item : undefined;
    const precis = passage ? dossier.passage(passage.document, passage.passage ?? 0)?.precis : undefined;
    const description = [
      mark.grade,
      mark.contradicted.length > 0 ? t('contradicts {0}', aspectNames(mark.contradicted, t)) : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
    return [
      {
        key: `${path}/${says}`,
        label,
        description,
        icon: mark.weak
          ? warningIcon('warning')
          : new vscode.ThemeIcon(mark.reference ? 'file-text' : 'library'),
        accessibleLabel: [t('Evidence: {0}', label), description].filter(Boolean).join(', '),
        contextValue: mark.reference ? `counterparts.${mark.reference.type}` : 'record',
        ...(mark.reference ? { reference: mark.reference } : {}),
        ...(mark.url === undefined ? {} : { url: mark.url }),
        tooltip: () =>
          new vscode.MarkdownString(
            [precis, item.note]
              .filter(text => text !== undefined)
              .map(escapeMarkdown)
              .join('\n\n') || escapeMarkdown(label),
          ),
      },
    ];
  });
}
