import * as vscode from 'vscode';
import { escapeMarkdown, sourceGroupText } from '../../core/cards/markdown.ts';
import type { QuotationCard } from '../../core/cards/quotation-card.ts';
import { groupMarks } from '../../core/cards/sources.ts';
import { actionLink, openPage, pageLink } from './links.ts';

/** The card of a quotation, as Markdown. */
export function quotationMarkdown(card: QuotationCard): string {
  const { t } = vscode.l10n;
  const { source, speaker, others } = card;
  const places = (marks: QuotationCard['others']): string =>
    groupMarks(marks)
      .map(group => sourceGroupText(group, openPage))
      .join(', ');
  const said = [
    ...(speaker
      ? [
          t(
            'Spoken by {0}',
            speaker.reference ? pageLink(speaker.name, speaker.reference) : escapeMarkdown(speaker.name),
          ),
        ]
      : []),
    ...card.circumstances.map(escapeMarkdown),
  ].join(' · ');
  return [
    `${card.exact ? '$(check)' : '$(info)'} **${card.verdict}** · ${places([source])}`,
    ...(source.weak ? [`$(warning) ${t('Not a source to rely on: graded {0}.', source.grade ?? '')}`] : []),
    ...(said ? [said] : []),
    ...card.departures.map(each => `- ${escapeMarkdown(each)}`),
    ...(card.corrected ? [t('The true words: {0}', `“${escapeMarkdown(card.corrected)}”`)] : []),
    ...(others.length > 0 ? [t('Also in {0}', places(others))] : []),
    [
      ...(source.reference ? [pageLink(t('Page'), source.reference)] : []),
      actionLink(t('Insert citation'), 'counterparts.insertCitation', card.citable),
    ].join(' · '),
  ].join('\n\n');
}
