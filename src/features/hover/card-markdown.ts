import * as vscode from 'vscode';
import { escapeMarkdown, sourceGroupText } from '../../core/cards/markdown.ts';
import type { MeetingLine, PersonCard } from '../../core/cards/person-card.ts';
import { aspectNames } from '../../core/cards/phrases.ts';
import { groupMarks } from '../../core/cards/sources.ts';
import { actionLink, type CardPlace, openPage, pageLink } from './links.ts';

/** VS Code cuts hovers far above this; a card is a card. */
const LONGEST = 4000;
/** Who else can be meant is a hint and no list. */
const NAMESAKES = 3;

/**
 * The card of a person, as Markdown.
 * @param namesakes who else can be meant, in words
 */
export function cardMarkdown(card: PersonCard, namesakes: readonly string[], at: CardPlace): string {
  const { t } = vscode.l10n;
  const known = groupMarks(card.standingSources).map(group => sourceGroupText(group, openPage));
  const standing = [card.standing.map(escapeMarkdown).join('; '), ...known].filter(Boolean).join(' · ');
  const name = pageLink(card.name, card.person);
  const head = [
    card.misnomer
      ? `${t('{0} is meant', `**${name}**`)}${standing ? ` · ${standing}` : ''}`
      : `**${name}**${standing ? ` · ${standing}` : ''}`,
    ...(card.misnomer ? [misnomerLine(card.misnomer)] : []),
    ...(card.alternatives.length > 0
      ? [t('Or: {0}', card.alternatives.map(other => pageLink(other.name, other.reference)).join(', '))]
      : []),
    ...(namesakes.length > 0
      ? [`*${escapeMarkdown(t('Could also be: {0}', namesakes.slice(0, NAMESAKES).join('; ')))}*`]
      : []),
    ...(card.dealings ? [escapeMarkdown(card.dealings)] : []),
  ].join('  \n');
  const disputes = card.disputes.map(
    dispute =>
      `$(warning) ${escapeMarkdown(t('Disputed:'))} ${pageLink(dispute.question, dispute.reference)}`,
  );
  if (card.moreDisputes > 0) {
    const more =
      card.moreDisputes === 1
        ? t('Sources differ on 1 more question')
        : t('Sources differ on {0} more questions', card.moreDisputes);
    disputes.push(pageLink(more, card.person));
  }
  const actions = [
    ...(card.inSidebar ? [actionLink(t('Show meetings'), 'counterparts.revealInSidebar', card.person)] : []),
    ...(card.meetings.length > 0
      ? [actionLink(t('Timeline'), 'counterparts.showTimeline', { person: card.person.id })]
      : []),
    actionLink(
      t('Insert citation'),
      'counterparts.insertCitation',
      card.meetings[0]?.reference ?? card.person,
    ),
    actionLink(t('All mentions'), 'counterparts.showMentions', { ...card.person, at }),
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
  return value;
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
  return `**${pageLink(meeting.date, meeting.reference)}**${details ? ` · ${details}` : ''}${status}  \n${sources}`;
}
