import * as vscode from 'vscode';
import { CARD_COMMANDS, type CommandId } from '../../contributions.ts';
import { escapeMarkdown, sourceGroupText } from '../../core/cards/markdown.ts';
import type { MeetingLine, PersonCard } from '../../core/cards/person-card.ts';
import { aspectNames } from '../../core/cards/phrases.ts';
import { groupMarks } from '../../core/cards/sources.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { commandLink } from '../../platform/references.ts';

/** VS Code cuts hovers far above this; a card is a card. */
const LONGEST = 4000;

const openPage = (reference: RecordReference): string => commandLink('counterparts.openPage', reference);
const link = (text: string, reference: RecordReference): string =>
  `[${escapeMarkdown(text)}](${openPage(reference)})`;
const command = (title: string, id: CommandId, argument: object): string =>
  `[${escapeMarkdown(title)}](${commandLink(id, argument)})`;

/** The card as Markdown that may run the card commands and nothing else. */
export function cardMarkdown(card: PersonCard): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const known = groupMarks(card.standingSources).map(group => sourceGroupText(group, openPage));
  const standing = [card.standing.map(escapeMarkdown).join('; '), ...known].filter(Boolean).join(' · ');
  const name = link(card.name, card.person);
  const head = [
    card.misnomer
      ? `${t('{0} is meant', `**${name}**`)}${standing ? ` · ${standing}` : ''}`
      : `**${name}**${standing ? ` · ${standing}` : ''}`,
    ...(card.misnomer ? [misnomerLine(card.misnomer)] : []),
    ...(card.alternatives.length > 0
      ? [t('Or: {0}', card.alternatives.map(other => link(other.name, other.reference)).join(', '))]
      : []),
    ...(card.dealings ? [escapeMarkdown(card.dealings)] : []),
  ].join('  \n');
  const disputes = card.disputes.map(
    dispute => `$(warning) ${escapeMarkdown(t('Disputed:'))} ${link(dispute.question, dispute.reference)}`,
  );
  if (card.moreDisputes > 0) {
    const more =
      card.moreDisputes === 1
        ? t('Sources differ on 1 more question')
        : t('Sources differ on {0} more questions', card.moreDisputes);
    disputes.push(link(more, card.person));
  }
  const actions = [
    ...(card.inSidebar ? [command(t('Show meetings'), 'counterparts.revealInSidebar', card.person)] : []),
    ...(card.meetings.length > 0
      ? [command(t('Timeline'), 'counterparts.showTimeline', { person: card.person.id })]
      : []),
    command(t('Insert citation'), 'counterparts.insertCitation', card.meetings[0]?.reference ?? card.person),
    command(t('All mentions'), 'counterparts.showMentions', card.person),
  ].join(' · ');
  const compose = (meetings: readonly MeetingLine[]): string =>
    [
      head,
      // Above the meetings: a long card scrolls, and what one can do with it would be out of sight.
      actions,
      ...(meetings.length > 0
        ? [`*${escapeMarkdown(card.meetingsTitle ?? '')}*`, ...meetings.map(meetingItem)]
        : []),
      ...disputes,
    ].join('\n\n');
  // Too long a card loses the meetings that fit least, never what is disputed.
  let shown = card.meetings;
  let value = compose(shown);
  while (value.length > LONGEST && shown.length > 1) {
    shown = shown.slice(0, -1);
    value = compose(shown);
  }
  const markdown = new vscode.MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands: CARD_COMMANDS };
  return markdown;
}

function misnomerLine({ written, sources }: NonNullable<PersonCard['misnomer']>): string {
  const { t } = vscode.l10n;
  const where = groupMarks(sources)
    .map(group => sourceGroupText(group, openPage))
    .join(', ');
  const quoted = `“${escapeMarkdown(written)}”`;
  return where
    ? t('{0} stands only in {1}, which is wrong about the name.', quoted, where)
    : t('{0} is not this person’s name.', quoted);
}

function meetingItem(meeting: MeetingLine): string {
  const { t } = vscode.l10n;
  const details = meeting.details.map(escapeMarkdown).join(' · ');
  const status = meeting.status ? ` · *${escapeMarkdown(meeting.status)}*` : '';
  const groups = groupMarks(meeting.sources);
  const documents = groups.filter(group => group.grade !== undefined && !group.contradicts);
  // A record that only has the secretary in that town confirms no dinner: it stands on the meeting's page.
  const records = groups.filter(group => group.grade === undefined && group.attests);
  const against = groups.filter(group => group.contradicts);
  const list = (some: typeof groups): string =>
    some
      .map(group => {
        const text = sourceGroupText(group, openPage);
        if (group.contradicts || group.contradicted.length === 0) return text;
        return t('{0} (but contradicts {1})', text, escapeMarkdown(aspectNames(group.contradicted, t)));
      })
      .join(' · ');
  const sources = [
    ...(documents.length > 0 ? [list(documents)] : []),
    ...(records.length > 0
      ? [documents.length > 0 ? t('confirmed by {0}', list(records)) : t('on record: {0}', list(records))]
      : []),
    ...(against.length > 0 ? [t('contradicted by {0}', list(against))] : []),
  ].join(' · ');
  return `**${link(meeting.date, meeting.reference)}**${details ? ` · ${details}` : ''}${status}  \n${sources}`;
}
