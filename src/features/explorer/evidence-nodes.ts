import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { sourceMark } from '../../core/cards/phrases.ts';
import type { Voice } from '../../core/cards/translate.ts';
import { type Dossier, isPassageEvidence } from '../../core/dossier/dossier.ts';
import type { Evidence } from '../../core/dossier/records.ts';
import { passageId } from '../../core/dossier/reference.ts';
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
    if (seen.has(mark.label)) return [];
    seen.add(mark.label);
    const passage = isPassageEvidence(item) && item.passage !== undefined ? item : undefined;
    const precis = passage ? dossier.passage(passage.document, passage.passage ?? 0)?.precis : undefined;
    const description = [mark.grade, mark.contradicts ? t('contradicts') : undefined]
      .filter(Boolean)
      .join(' · ');
    return [
      {
        key: `${path}/${mark.label}`,
        label: mark.label,
        description,
        icon: mark.weak
          ? warningIcon('warning')
          : new vscode.ThemeIcon(mark.reference ? 'file-text' : 'library'),
        accessibleLabel: [t('Evidence: {0}', mark.label), description].filter(Boolean).join(', '),
        contextValue: passage ? 'counterparts.passage' : 'counterparts.evidence',
        ...(passage
          ? { reference: { type: 'passage' as const, id: passageId(passage.document, passage.passage ?? 0) } }
          : mark.reference
            ? { reference: mark.reference }
            : {}),
        ...(mark.url === undefined ? {} : { url: mark.url }),
        tooltip: () =>
          new vscode.MarkdownString(
            [precis, item.note]
              .filter(text => text !== undefined)
              .map(escapeMarkdown)
              .join('\n\n') || escapeMarkdown(mark.label),
          ),
      },
    ];
  });
}
