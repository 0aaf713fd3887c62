import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { grade } from '../../core/cards/phrases.ts';
import { locatorText } from '../../core/cards/sources.ts';
import { formatEdtf } from '../../core/dossier/date-format.ts';
import { type Dossier, isWeak, type LocatedQuotation } from '../../core/dossier/dossier.ts';
import type { Flaw, Passage, SourceDocument } from '../../core/dossier/records.ts';
import { passageId } from '../../core/dossier/reference.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { warningIcon } from './icons.ts';
import type { TreeNode } from './node.ts';

const LONGEST = 60;
const shorten = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;

/** A document; below it, its quotations, flaws and passages where `deep`. */
export function documentNode(
  dossier: Dossier,
  document: SourceDocument,
  voice: Voice,
  path: string,
  deep: boolean,
): TreeNode {
  const { t } = voice;
  const key = `${path}/${document.id}`;
  const graded = grade(document.assessment);
  const issued = document.csl.issued ? formatEdtf(document.csl.issued, voice.dates) : t('date unknown');
  return {
    key,
    label: document.shortName,
    description: `${graded} · ${document.csl.title}`,
    icon: isWeak(document) ? warningIcon('warning') : new vscode.ThemeIcon('file-text'),
    accessibleLabel: t('{0}, {1}, grade {2}', document.shortName, document.csl.title, graded),
    contextValue: document.csl.URL ? 'counterparts.document.linked' : 'counterparts.document',
    reference: { type: 'document', id: document.id },
    tooltip: () =>
      new vscode.MarkdownString(
        [
          `**${escapeMarkdown(document.csl.title)}**`,
          escapeMarkdown(
            [document.csl['container-title'] ?? document.csl.publisher, issued].filter(Boolean).join(', '),
          ),
          `⟨${graded}⟩ ${escapeMarkdown(document.assessment.reason)}`,
        ].join('\n\n'),
      ),
    ...(deep ? { children: () => documentChildren(dossier, document, voice, key) } : {}),
  };
}

function documentChildren(dossier: Dossier, document: SourceDocument, voice: Voice, key: string): TreeNode[] {
  const { t } = voice;
  const quotations = document.quotations.filter(quotation => quotation.kind !== 'not-speech');
  return [
    group(
      `${key}/passages`,
      t('Paragraphs'),
      'list-ordered',
      document.passages.map(passage => passageNode(document, passage, `${key}/passages`)),
      t,
    ),
    group(
      `${key}/quotations`,
      t('Quotations'),
      'quote',
      quotations.map(quotation =>
        quotationNode(dossier, { document, quotation }, `${key}/quotations`, voice),
      ),
      t,
    ),
    group(
      `${key}/flaws`,
      t('Flaws'),
      'bug',
      document.flaws.map((flaw, index) => flawNode(document, flaw, `${key}/flaws/${index}`)),
      t,
    ),
  ].filter(node => node !== undefined);
}

function group(
  key: string,
  label: string,
  icon: string,
  children: readonly TreeNode[],
  t: Voice['t'],
): TreeNode | undefined {
  if (children.length === 0) return undefined;
  return {
    key,
    label,
    description: String(children.length),
    icon: new vscode.ThemeIcon(icon),
    accessibleLabel: t('{0}: {1}', label, children.length),
    contextValue: 'group',
    children: () => children,
  };
}

function passageNode(document: SourceDocument, passage: Passage, path: string): TreeNode {
  return {
    key: `${path}/${passage.number}`,
    label: `¶${passage.number}`,
    description: passage.precis,
    icon: new vscode.ThemeIcon('note'),
    accessibleLabel: `¶${passage.number}, ${passage.precis}`,
    contextValue: 'counterparts.passage',
    reference: { type: 'passage', id: passageId(document.id, passage.number) },
    tooltip: () => new vscode.MarkdownString(escapeMarkdown(passage.precis)),
  };
}

/** A quotation with its speaker. */
export function quotationNode(
  dossier: Dossier,
  { document, quotation }: LocatedQuotation,
  path: string,
  { t }: Voice,
): TreeNode {
  const speaker = dossier.people.get(quotation.speaker ?? '')?.name ?? quotation.speaker ?? t('unnamed');
  const place = `${document.shortName}, ${locatorText(document, quotation, t)}`;
  return {
    key: `${path}/${quotation.id}`,
    label: `“${shorten(quotation.words)}”`,
    description: `${speaker} · ${place}`,
    icon: new vscode.ThemeIcon('quote'),
    accessibleLabel: t('Quotation, {0}: {1}', speaker, quotation.words),
    contextValue: 'counterparts.quotation',
    reference: { type: 'quotation', id: quotation.id },
    tooltip: () =>
      new vscode.MarkdownString(
        [
          `“${escapeMarkdown(quotation.words)}” — ${escapeMarkdown(speaker)}`,
          escapeMarkdown(`${place} ⟨${grade(document.assessment)}⟩`),
        ].join('\n\n'),
      ),
  };
}

function flawNode(document: SourceDocument, flaw: Flaw, key: string): TreeNode {
  const passage = document.passages.find(
    candidate => candidate.start <= flaw.start && flaw.start < candidate.end,
  );
  return {
    key,
    label: passage ? `¶${passage.number}` : '·',
    description: flaw.note,
    icon: new vscode.ThemeIcon('bug'),
    accessibleLabel: flaw.note,
    contextValue: passage ? 'counterparts.passage' : 'counterparts.document',
    reference: passage
      ? { type: 'passage', id: passageId(document.id, passage.number) }
      : { type: 'document', id: document.id },
    tooltip: () => new vscode.MarkdownString(escapeMarkdown(flaw.note)),
  };
}
