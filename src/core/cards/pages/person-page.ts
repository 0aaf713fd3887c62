import { type Dossier, LAVROV } from '../../dossier/dossier.ts';
import type { NameForm, Person } from '../../dossier/records.ts';
import { passageId } from '../../dossier/reference.ts';
import type { Translate, Voice } from '../../dossier/translate.ts';
import type { Block, Inline, Page } from '../page.ts';
import { countMeetings, countText, grade, tenureText } from '../phrases.ts';
import { locatorText, mentionMarks, placeReference } from '../sources.ts';
import {
  dateText,
  disputeItem,
  evidenceFor,
  heading,
  joined,
  listed,
  meetingItem,
  personLink,
  statements,
} from './shared.ts';

/** Everything known of a person, each statement with its evidence. */
export function personPage(dossier: Dossier, person: Person, voice: Voice): Page {
  const { t } = voice;
  const meetings =
    person.id === LAVROV ? dossier.meetingsOf(LAVROV) : dossier.meetingsBetween(person.id, LAVROV);
  const others = dossier.meetingsOf(person.id).filter(meeting => !meetings.includes(meeting));
  const opposite =
    person.id === LAVROV
      ? t('Meetings and calls')
      : dossier.secretaries.includes(person)
        ? t('Opposite Lavrov')
        : t('With Lavrov');
  return {
    title: person.name,
    blocks: [
      ...description(dossier, person, t),
      ...offices(dossier, person, voice),
      ...listed(t('Disputes'), dossier.disputesAbout({ person: person.id }).map(disputeItem)),
      ...listed(
        meetings.length > 0 ? `${opposite}: ${countText(countMeetings(meetings), t)}` : opposite,
        meetings.map(meeting => meetingItem(dossier, meeting, voice)),
      ),
      ...listed(
        t('Other meetings on record'),
        others.map(meeting => meetingItem(dossier, meeting, voice)),
      ),
      ...relations(dossier, person, voice),
      ...listed(
        t('Quotations'),
        dossier.quotationsOf(person.id).map(({ document, quotation }): Inline[] => [
          `“${quotation.words}”`,
          ' — ',
          {
            text: `${document.shortName}, ${locatorText(document, quotation, t)}`,
            to: placeReference(document.id, quotation.passage),
          },
          ` ⟨${grade(document.assessment)}⟩`,
          quotation.kind === 'reported' ? ` (${t('reported')})` : '',
        ]),
      ),
      ...mentions(dossier, person, t),
      ...names(person, t),
      ...records(person, t),
    ],
  };
}

/** Who this is where no office says it; it rests on the passages that name the person. */
function description(dossier: Dossier, person: Person, t: Translate): Block[] {
  if (!person.description) return [];
  const evidence = mentionMarks(dossier, person);
  return [statements([{ label: t('Known as'), content: [person.description], evidence }], t)];
}

const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });

function offices(dossier: Dossier, person: Person, voice: Voice): Block[] {
  if (person.offices.length === 0) return [];
  const { t } = voice;
  return [
    statements(
      person.offices.map(office => ({
        label: office.title,
        content: [tenureText(office, voice) ?? t('tenure unknown'), office.note ? ` — ${office.note}` : ''],
        evidence: evidenceFor(dossier, office.evidence, ['office', 'tenure'], t),
      })),
      t,
    ),
  ];
}

function names(person: Person, t: Translate): Block[] {
  const isRight = (form: NameForm): boolean => form.kind !== 'misnomer' && form.kind !== 'misspelling';
  const right = person.forms.filter(form => isRight(form) && form.status === 'attested');
  const unseen = person.forms.filter(form => isRight(form) && form.status === 'unverified');
  const wrong = person.forms.filter(form => form.kind === 'misnomer' || form.kind === 'misspelling');
  const list = (forms: typeof right): string => forms.map(form => form.form).join(', ');
  return [
    heading(t('Names')),
    paragraph(list(right)),
    ...(unseen.length > 0 ? [paragraph(t('Regular, but not seen in use: {0}', list(unseen)))] : []),
    ...(wrong.length > 0 ? [paragraph(t('Misspellings and wrong names that occur: {0}', list(wrong)))] : []),
    ...(person.confusableWith?.length
      ? [paragraph(t('Not to be confused with: {0}', person.confusableWith.join('; ')))]
      : []),
  ];
}

function relations(dossier: Dossier, person: Person, voice: Voice): Block[] {
  const { t } = voice;
  const rows = dossier.relationsOf(person.id).map(({ relation, people }) => ({
    label: dateText(relation.period, voice),
    content: [
      ...joined(people.filter(id => id !== person.id).map(id => personLink(dossier, id))),
      ': ',
      relation.summary,
    ],
    evidence: evidenceFor(dossier, relation.evidence, ['relation', 'event', 'participants', 'topics'], t),
  }));
  return rows.length === 0 ? [] : [heading(t('Relations without a single event')), statements(rows, t)];
}

/** The passages that name the person, by document. */
function mentions(dossier: Dossier, person: Person, t: Translate): Block[] {
  return listed(
    t('Mentions'),
    dossier.documentsAbout(person.id).map((document): Inline[] => {
      const passages = document.passages.filter(passage => passage.mentions.includes(person.id));
      return [
        { text: document.shortName, to: { type: 'document', id: document.id } },
        ` ⟨${grade(document.assessment)}⟩`,
        passages.length > 0 ? ': ' : '',
        ...joined(
          passages.map(passage => ({
            text: `¶${passage.number}`,
            to: { type: 'passage' as const, id: passageId(document.id, passage.number) },
          })),
        ),
      ];
    }),
  );
}

/** Identifiers in other catalogues; those with an address of a known form are links. */
function records(person: Person, t: Translate): Block[] {
  const addresses: Readonly<Record<string, (id: string) => string>> = {
    wikidata: id => `https://www.wikidata.org/wiki/${id}`,
    pocom: id => `https://history.state.gov/departmenthistory/people/${id}`,
  };
  return listed(
    t('Identifiers'),
    Object.entries(person.identifiers ?? {}).map(([catalogue, id]): Inline[] => {
      const address = addresses[catalogue]?.(id);
      return [`${catalogue}: `, address ? { text: id, to: { url: address } } : id];
    }),
  );
}
