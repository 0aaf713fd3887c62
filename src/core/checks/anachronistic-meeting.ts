import { type Dossier, SECRETARY_OF_STATE, tenureOf } from '../dossier/dossier.ts';
import { type EdtfDate, overlaps, parseEdtf } from '../dossier/edtf.ts';
import { getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { Office, Person } from '../dossier/records.ts';
import type { Mention } from '../text/mention.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { CAPACITY, CONDITIONAL, cue, DOUBT, FICTION, HEDGE, NEGATION, PLAN, QUESTION, says } from './cues.ts';
import { type Encounter, encountersIn } from './encounters.ts';
import { wrongOffices } from './office-at-date.ts';
import type { Rule } from './rule.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { heldAtNone, holdersAt, tenureWords } from './tenure.ts';

/** Those with whom a member of a parliament travels. */
const DELEGATES = cue('senators|congress|delegation');
/** Where a Russian ambassador to the United Nations could be met. */
const UNITED_NATIONS = cue(
  'un|u\\.n|united nations|council|general assembly|new york|white house|washington|оон|совет~ безопасности|нью-йорк~',
);

/** What {@link findCapacity} found, by the two ids. */
const capacities = onceFor((_dossier: Dossier) => new Map<string, Office | null>());

const capacity = (dossier: Dossier, person: Person, other: Person): Office | null =>
  getOrAdd(
    capacities(dossier),
    `${person.id} ${other.id}`,
    () => findCapacity(dossier, person, other) ?? null,
  );

/**
 * The office in which all that the dossier knows of the two falls: their meetings and relations. `undefined` where they
 * had to do with each other at another time too, or where it has no dates.
 */
function findCapacity(dossier: Dossier, person: Person, other: Person): Office | undefined {
  const known = [
    ...dossier.meetingsBetween(person.id, other.id).map(meeting => dossier.dateOf(meeting)),
    ...dossier
      .relationsOf(person.id)
      // A relation of one with many says nothing of the many among each other.
      .filter(({ people }) => people.includes(other.id) && [person.id, other.id].includes(people[0] ?? ''))
      .map(({ relation }) => parseEdtf(relation.period)),
  ].filter(({ earliest }) => earliest !== null);
  if (known.length === 0) return undefined;
  return person.offices.find(
    office => office.from !== undefined && known.every(date => overlaps(tenureOf(office), date)),
  );
}

/** Whether the dossier knows of a meeting of the two that the sentence can mean, whatever its status. */
function isKnown(
  dossier: Dossier,
  encounter: Encounter,
  one: Person,
  other: Person,
  dates: readonly EdtfDate[],
): boolean {
  return dossier.meetingsBetween(one.id, other.id).some(meeting => {
    const date = dossier.dateOf(meeting);
    // An open date fits all that comes after it: then the place must be named as well.
    const open = date.latest === null || date.earliest === null;
    const named = encounter.places.some(place => place.includes(meeting.place?.name ?? '\n'));
    return (!open || named) && dates.some(each => overlaps(each, date));
  });
}

/** `…, Capital Cities writes.` */
const ATTRIBUTED =
  /,(?! (?:and|but|where|who|which|when|while) )[^,;]{1,60} (?:writes?|wrote|says?|said|claims?|claimed|reports?|reported|tells?|told)(?: \p{L}+){0,2}\s*[.!]?\s*$/u;

/** Whether the sentence leaves open that it was so, or says that it was not. */
export function isPlain(
  { words }: Skeleton,
  { before, upTo }: Encounter,
  paragraph: Paragraph,
  index: number,
): boolean {
  if (
    says(words, HEDGE, DOUBT, FICTION, QUESTION, ATTRIBUTED) ||
    says(upTo, NEGATION, CONDITIONAL) ||
    says(before, PLAN)
  )
    return false;
  return ![paragraph.sentences[index - 1], paragraph.sentences[index + 1]].some(
    beside => beside !== undefined && beside.narration.length < 700 && says(beside.narration, DOUBT),
  );
}

/** Two people are said to have met when one of them was not in the office in which they dealt with each other. */
export const anachronisticMeeting: Rule = {
  code: 'anachronistic-meeting',
  severity: 'information',
  paragraph(paragraph, { dossier, voice }, report) {
    for (const [index, sentence] of paragraph.sentences.entries()) {
      if (sentence.dates.length === 0 || sentence.mentions.length < 2) continue;
      const skeleton = skeletonOf(paragraph, sentence);
      if (skeleton === undefined) continue;
      const all = skeleton.dates.map(({ date }) => date);
      for (const encounter of encountersIn(skeleton, paragraph.kind === 'heading')) {
        const [date] = encounter.dates;
        const pair = [encounter.one, encounter.other].map(mention =>
          dossier.people.get(mention.people[0] ?? ''),
        );
        const [one, other] = pair;
        if (date === undefined || one === undefined || other === undefined) continue;
        const offices = [capacity(dossier, one, other), capacity(dossier, other, one)] as const;
        if (offices[0] === null || offices[1] === null) continue;
        const out = offices.findIndex(office => office !== null && heldAtNone([office], all));
        const [absent, office] = [pair[out], offices[out]];
        if (!absent || !office) continue;
        const elsewhere = office.office !== SECRETARY_OF_STATE && says(sentence.narration, UNITED_NATIONS);
        if (elsewhere || hasCapacity(encounter) || says(sentence.narration, CAPACITY, DELEGATES)) continue;
        if (!isPlain(skeleton, encounter, paragraph, index) || isKnown(dossier, encounter, one, other, all))
          continue;
        // Of the office itself it is said where it is given.
        if (wrongOffices(paragraph, sentence, dossier).some(({ person }) => person === absent)) continue;
        report({
          start: encounter.start,
          end: encounter.end,
          message: [
            voice.t('No such meeting of {0} and {1} is on record.', one.name, other.name),
            tenureWords(dossier, absent, office, date.date, voice),
          ].join(' '),
          because: [...new Set([absent, one, other, ...holdersAt(dossier, office, date.date)])].map(
            ({ id }) => ({
              type: 'person' as const,
              id,
            }),
          ),
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Anachronistic meeting'),
    paragraphs: [
      t(
        'Reports that two people are plainly said to have met, talked or dined at a date at which one of them was not in the office in which they had to do with each other, while no such meeting is on record.',
      ),
      t(
        'Only dates that belong to the verb count. A meeting that is known is never reported, whatever its status.',
      ),
      t(
        'Other capacities (senator, ambassador, former secretary), people sent in their place, and what is denied, planned, hedged or asked are left alone.',
      ),
    ],
  }),
};

const hasCapacity = ({ one, other }: Encounter): boolean =>
  [one, other].some(({ title = '' }: Mention) => says(title, CAPACITY));
