import { type Dossier, isWeak } from '../dossier/dossier.ts';
import { parsePassageId, type RecordReference } from '../dossier/reference.ts';
import type { Voice } from '../dossier/translate.ts';
import { grade, kindLabel, meetingLabel, meetingPeople, statusName, tenureText } from './phrases.ts';
import { groupMarks, locatorText, sourceGroupWords, sourceMarks } from './sources.ts';

/** A record in the three texts of a picker's row. */
export interface SummaryLine {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** It rests on a document of the lowest grades alone. */
  readonly weak?: true;
}

/** How a record stands in a list of results; `undefined` where the dossier does not have it. */
export function summaryLine(
  dossier: Dossier,
  reference: RecordReference,
  voice: Voice,
): SummaryLine | undefined {
  const { t } = voice;
  switch (reference.type) {
    case 'person': {
      const person = dossier.people.get(reference.id);
      if (!person) return undefined;
      const [office] = person.offices;
      return {
        label: person.name,
        description: office
          ? [office.title, tenureText(office, voice)].filter(Boolean).join(', ')
          : (person.description ?? ''),
        detail: '',
      };
    }
    case 'meeting': {
      const meeting = dossier.meetings.get(reference.id);
      if (!meeting) return undefined;
      const status = meeting.status === 'attested' ? [] : [statusName(meeting.status, t)];
      return {
        label: meetingLabel(dossier, meeting, voice),
        description: [
          meetingPeople(dossier, meeting),
          ...status,
          kindLabel(meeting, t),
          ...meeting.topics.slice(0, 1),
        ].join(' · '),
        detail: `${meeting.summary} — ${groupMarks(sourceMarks(dossier, meeting.evidence, t))
          .filter(group => !group.contradicts)
          .map(sourceGroupWords)
          .join(', ')}`,
        ...weakness(meeting.status === 'doubtful'),
      };
    }
    case 'document': {
      const document = dossier.documents.get(reference.id);
      return (
        document && {
          label: document.csl.title,
          description: `${document.shortName} · ${grade(document.assessment)}`,
          ...weakness(isWeak(document)),
          detail: document.summary,
        }
      );
    }
    case 'passage': {
      const place = parsePassageId(reference.id);
      const document = place && dossier.documents.get(place.document);
      const passage = place && dossier.passage(place.document, place.number);
      if (!document || !passage) return undefined;
      const names = passage.mentions.map(id => dossier.people.get(id)?.name ?? id).join(', ');
      return {
        label: `${document.shortName}, ¶${passage.number}`,
        description: [grade(document.assessment), names].filter(Boolean).join(' · '),
        detail: passage.precis,
        ...weakness(isWeak(document)),
      };
    }
    case 'quotation': {
      const located = dossier.quotation(reference.id);
      if (!located) return undefined;
      const { document, quotation } = located;
      return {
        label: `“${quotation.words}”`,
        description: dossier.people.get(quotation.speaker ?? '')?.name ?? quotation.speaker ?? t('unnamed'),
        detail: `${document.shortName}, ${locatorText(document, quotation, t)} · ${grade(document.assessment)}`,
        ...weakness(isWeak(document)),
      };
    }
    case 'dispute': {
      const dispute = dossier.disputes.get(reference.id);
      return dispute && { label: dispute.question, description: t('dispute'), detail: '' };
    }
  }
}

const weakness = (weak: boolean): Pick<SummaryLine, 'weak'> => (weak ? { weak } : {});
