import type { Dossier } from '../../dossier/dossier.ts';
import type { Dispute } from '../../dossier/records.ts';
import type { Voice } from '../../dossier/translate.ts';
import type { Page } from '../page.ts';
import { evidenceItems, heading, joined, listed, meetingItem, personLink } from './shared.ts';

/** A dispute: each position with its evidence, and the assessment, marked as ours. */
export function disputePage(dossier: Dossier, dispute: Dispute, voice: Voice): Page {
  const { t } = voice;
  return {
    title: dispute.question,
    blocks: [
      heading(t('Positions')),
      ...dispute.positions.flatMap(position => [
        heading(position.claim, 3),
        { kind: 'list' as const, items: evidenceItems(dossier, position.evidence, voice) },
      ]),
      heading(t('Our assessment')),
      { kind: 'paragraph', content: [dispute.assessment] },
      ...listed(
        t('Meetings'),
        dispute.about.meetings.flatMap(id => {
          const meeting = dossier.meetings.get(id);
          return meeting ? [meetingItem(dossier, meeting, voice)] : [];
        }),
      ),
      ...(dispute.about.people.length > 0
        ? [
            heading(t('People')),
            {
              kind: 'paragraph' as const,
              content: joined(dispute.about.people.map(id => personLink(dossier, id))),
            },
          ]
        : []),
    ],
  };
}
