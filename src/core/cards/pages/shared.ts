import { formatEdtf } from '../../dossier/date-format.ts';
import { type Dossier, isPassageEvidence } from '../../dossier/dossier.ts';
import type { Aspect, Dispute, Evidence, Meeting } from '../../dossier/records.ts';
import type { Translate, Voice } from '../../dossier/translate.ts';
import type { Block, Inline, Statement } from '../page.ts';
import { aspectNames, kindLabel, meetingLabel, statusName } from '../phrases.ts';
import { markLabel, type SourceMark, sourceMark, sourceMarks } from '../sources.ts';

/** A link to a person's page, or the plain words where the dossier does not know them. */
export function personLink(dossier: Dossier, id: string): Inline {
  const person = dossier.people.get(id);
  return person ? { text: person.name, to: { type: 'person', id } } : id;
}

/** Several things in one line. */
export function joined(items: readonly Inline[], separator = ', '): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });

/** A heading with its list, or nothing where the list is empty. */
export function listed(title: string, items: readonly (readonly Inline[])[]): Block[] {
  return items.length === 0 ? [] : [heading(title), { kind: 'list', items }];
}

/** The evidence that supports one of the aspects, and that which contradicts them, marked so. */
export function evidenceFor(
  dossier: Dossier,
  evidence: readonly Evidence[],
  aspects: readonly Aspect[],
  t: Translate,
): SourceMark[] {
  const among = (list: readonly Aspect[] = []): boolean => list.some(aspect => aspects.includes(aspect));
  const marks = (contradicts: boolean, items: readonly Evidence[]): SourceMark[] =>
    sourceMarks(dossier, items, t).map(mark => ({ ...mark, contradicts }));
  const supporting = evidence.filter(item => among(item.supports));
  const contradicting = evidence.filter(item => among(item.contradicts) && !supporting.includes(item));
  return [...marks(false, supporting), ...marks(true, contradicting)];
}

/** A meeting in a list: date, place, kind, topics, and what it is where it is not attested. */
export function meetingItem(dossier: Dossier, meeting: Meeting, voice: Voice): Inline[] {
  const label = meetingLabel(dossier, meeting, voice);
  const kind = kindLabel(meeting, voice.t);
  const details = [...(label.endsWith(kind) ? [] : [kind]), ...meeting.topics.slice(0, 3)];
  return [
    { text: label, to: { type: 'meeting', id: meeting.id } },
    details.length > 0 ? ` — ${details.join(', ')}` : '',
    ...(meeting.status === 'attested' ? [] : [' · ', { emphasis: statusName(meeting.status, voice.t) }]),
  ];
}

export const disputeItem = (dispute: Dispute): Inline[] => [
  { text: dispute.question, to: { type: 'dispute', id: dispute.id } },
];

export const statements = (rows: readonly Statement[], t: Translate): Block => ({
  kind: 'statements',
  columns: ['', t('What is known'), t('Evidence')],
  contradictedBy: t('contradicted by'),
  rows,
});

/** Evidence as a list: where, and what it supports or contradicts. */
export function evidenceItems(dossier: Dossier, evidence: readonly Evidence[], { t }: Voice): Inline[][] {
  return evidence.map(item => {
    const mark = sourceMark(dossier, item, t);
    const to = mark.reference ?? (mark.url === undefined ? undefined : { url: mark.url });
    const label = markLabel(mark);
    return [
      to ? { text: label, to } : label,
      mark.grade ? ` ⟨${mark.grade}⟩` : '',
      item.supports?.length ? ` · ${t('supports {0}', aspectNames(item.supports, t))}` : '',
      item.contradicts?.length ? ` · ${t('contradicts {0}', aspectNames(item.contradicts, t))}` : '',
      item.note ? ` — ${item.note}` : '',
      isPassageEvidence(item) && item.passage !== undefined
        ? precis(dossier, item.document, item.passage)
        : '',
    ];
  });
}

const precis = (dossier: Dossier, document: string, passage: number): string => {
  const text = dossier.passage(document, passage)?.precis;
  return text ? ` — ${text}` : '';
};

export const dateText = (date: string, { dates }: Voice): string => formatEdtf(date, dates);
