import { formatEdtf } from '../../dossier/date-format.ts';
import { type Dossier, isRecordEvidence } from '../../dossier/dossier.ts';
import type { DateBasis, Meeting } from '../../dossier/records.ts';
import type { Translate, Voice } from '../../dossier/translate.ts';
import type { Block, Inline, Page, Statement } from '../page.ts';
import { grade, kindLabel, meetingLabel, meetingPeople, statusName } from '../phrases.ts';
import {
  disputeItem,
  evidenceFor,
  evidenceItems,
  heading,
  listed,
  meetingItem,
  personLink,
  statements,
} from './shared.ts';

/** Everything known of a meeting, each statement with its evidence. */
export function meetingPage(dossier: Dossier, meeting: Meeting, voice: Voice): Page {
  const { t } = voice;
  const whole = meeting.partOf === undefined ? undefined : dossier.meetings.get(meeting.partOf);
  return {
    title: `${meetingLabel(dossier, meeting, voice)} · ${meetingPeople(dossier, meeting)}`,
    blocks: [
      ...notice(dossier, meeting, t),
      { kind: 'paragraph', content: [meeting.summary] },
      statements(rows(dossier, meeting, voice), t),
      ...(whole
        ? [{ kind: 'paragraph' as const, content: [t('Part of: '), ...meetingItem(dossier, whole, voice)] }]
        : []),
      ...listed(
        t('Parts'),
        dossier.partsOf(meeting.id).map(part => meetingItem(dossier, part, voice)),
      ),
      ...listed(t('Disputes'), dossier.disputesAbout({ meeting: meeting.id }).map(disputeItem)),
      heading(t('Evidence')),
      { kind: 'list', items: evidenceItems(dossier, meeting.evidence, voice) },
      ...scopes(dossier, meeting),
    ],
  };
}

function rows(dossier: Dossier, meeting: Meeting, voice: Voice): Statement[] {
  const { t } = voice;
  const evidence = (...aspects: Parameters<typeof evidenceFor>[2][number][]) =>
    evidenceFor(dossier, meeting.evidence, aspects, t);
  const where = [meeting.place?.venue, meeting.place?.name, meeting.place?.country]
    .filter(Boolean)
    .join(', ');
  const who = meeting.participants.flatMap(({ person, role }, index): Inline[] => [
    index > 0 ? ', ' : '',
    personLink(dossier, person),
    role ? ` (${role})` : '',
  ]);
  return [
    {
      label: t('Date'),
      content: [formatEdtf(dossier.dateOf(meeting), voice.dates), ...basis(meeting.dateBasis, t)],
      evidence: evidence('date'),
    },
    { label: t('Place'), content: [where || t('unknown')], evidence: where ? evidence('place') : [] },
    {
      label: t('Participants'),
      content: meeting.others ? [...who, `; ${meeting.others}`] : who,
      evidence: evidence('participants'),
    },
    { label: t('Kind'), content: [kindLabel(meeting, t)], evidence: evidence('event') },
    ...(meeting.topics.length > 0
      ? [{ label: t('Topics'), content: [meeting.topics.join(', ')], evidence: evidence('topics') }]
      : []),
    { label: t('Status'), content: [statusName(meeting.status, t)], evidence: evidence('event', 'status') },
  ];
}

function basis(dateBasis: DateBasis, t: Translate): Inline[] {
  const how = {
    stated: t('stated'),
    resolved: t('resolved'),
    'public-record': t('from a public record'),
    unknown: t('unknown'),
  }[dateBasis.kind];
  const expression = dateBasis.expression ? `: “${dateBasis.expression}”` : '';
  const reasoning = dateBasis.reasoning ? `. ${dateBasis.reasoning}` : '';
  return [` (${how}${expression}${reasoning})`];
}

/** What a reader must not miss where the meeting is not attested. */
function notice(dossier: Dossier, meeting: Meeting, t: Translate): Block[] {
  const sources = dossier
    .documentsOf(meeting.evidence)
    .map(document => `${document.shortName} ⟨${grade(document.assessment)}⟩`)
    .join(', ');
  const texts: Record<Meeting['status'], string | undefined> = {
    attested: undefined,
    announced: t('Announced, not told as past: the sources only foretell it.'),
    disputed: t('Disputed: the sources differ on whether it took place.'),
    doubtful: t('Doubtful: only {0} says so.', sources),
  };
  const text = texts[meeting.status];
  return text === undefined ? [] : [{ kind: 'notice', content: [{ strong: text }] }];
}

/** What the public records used here cover, and what they cannot contain. */
function scopes(dossier: Dossier, meeting: Meeting): Block[] {
  const used = new Set(meeting.evidence.filter(isRecordEvidence).map(item => item.record));
  return [...used].flatMap((id): Block[] => {
    const record = dossier.publicRecords.get(id);
    return record
      ? [
          {
            kind: 'paragraph',
            content: [{ emphasis: `${record.name} (${record.publisher})` }, `: ${record.scope}`],
          },
        ]
      : [];
  });
}
