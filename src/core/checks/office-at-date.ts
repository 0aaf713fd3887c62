import type { Dossier } from '../dossier/dossier.ts';
import type { EdtfDate } from '../dossier/edtf.ts';
import type { Office, Person } from '../dossier/records.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import {
  CAPACITY,
  CONDITIONAL,
  DOUBT,
  FICTION,
  HEDGE,
  LIFE_STORY,
  NEGATION,
  NOT_IN_OFFICE,
  QUESTION,
  says,
} from './cues.ts';
import { type OfficeGiven, officesCalled, officesGiven } from './offices-given.ts';
import type { CheckContext, Fix, Rule } from './rule.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { heldAtNone, holdersAt, outside, tenureWords } from './tenure.ts';

/** Years before an office in which its title is a life story's manner of speaking and deceives nobody. */
const LONG_BEFORE = 8;
const OUT_OF_OFFICE =
  /(?:yet|office|secretary|minister|post|job|named|appointed|confirmed|sworn|years? away|должност|пост|госсекретар|министр)/iu;

function isSilent(
  { words }: Skeleton,
  { title, person, start, until }: OfficeGiven,
  sentence: Sentence,
): boolean {
  if (says(words, HEDGE, DOUBT, FICTION, QUESTION) || says(words.slice(0, until), CONDITIONAL)) return true;
  const negation = NEGATION.exec(words.slice(0, until));
  if (negation && (!title || OUT_OF_OFFICE.test(words.slice(negation.index)))) return true;
  const before = sentence.narration.slice(Math.max(0, start - sentence.start - 30), start - sentence.start);
  const nearby = /[^,;:()]*$/.exec(before)?.[0] ?? '';
  if (says(nearby.replace(/[*_[\]]/g, ''), NOT_IN_OFFICE) || says(person.title ?? '', NOT_IN_OFFICE))
    return true;
  return title && says(words, LIFE_STORY, CAPACITY);
}

function former(
  given: OfficeGiven,
  side: 'before' | 'after' | undefined,
  sentence: Sentence,
  { voice }: CheckContext,
): Fix[] {
  const { title, words, start } = given;
  const before = sentence.narration.slice(0, start - sentence.start);
  if (!title || side !== 'after' || !/^[A-Z](?!hen-)/.test(words) || /(?:then|now)[ -]$/i.test(before))
    return [];
  const text = /[\p{L}\p{N}]/u.test(before) ? 'former ' : 'Former ';
  return [{ title: voice.t('Insert “{0}”', text.trim()), edits: [{ start, end: start, text }] }];
}

/** An office given to someone who did not hold it on the date that the sentence speaks of. */
export const officeAtDate: Rule = {
  code: 'office-at-date',
  severity: 'warning',
  paragraph(paragraph, context, report) {
    const { dossier, voice } = context;
    for (const sentence of paragraph.sentences) {
      for (const { given, person, office, date } of wrongOffices(paragraph, sentence, dossier)) {
        report({
          start: given.start,
          end: given.end,
          message: tenureWords(dossier, person, office, date, voice),
          fixes: former(given, outside(office, date), sentence, context),
          because: [person, ...holdersAt(dossier, office, date)].map(({ id }) => ({
            type: 'person' as const,
            id,
          })),
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Office at a date'),
    paragraphs: [
      t(
        'Reports an office that is given to someone who did not hold it on the date that the sentence speaks of: a title before the name, an office beside it, or “was”, “became” and “as” with it.',
      ),
      t(
        'Only dates that belong to the verb count, and only such as lie wholly outside the tenure on record; near an uncertain end of it nothing is reported.',
      ),
      t(
        'Former, future, acting and nominated holders, life stories, fiction, conditions and what others said are left alone.',
      ),
    ],
  }),
};

/** An office that a sentence gives to somebody who did not hold it at the date given with it. */
interface WrongOffice {
  readonly given: OfficeGiven;
  readonly person: Person;
  readonly office: Office;
  readonly date: EdtfDate;
}

/** The offices of which this rule reports that they are given to the wrong person in a sentence. */
export function wrongOffices(paragraph: Paragraph, sentence: Sentence, dossier: Dossier): WrongOffice[] {
  if (sentence.dates.length === 0 || sentence.mentions.length === 0) return [];
  const skeleton = skeletonOf(paragraph, sentence);
  if (skeleton === undefined) return [];
  const heading = paragraph.kind === 'heading';
  const all: EdtfDate[] = skeleton.dates.map(({ date }) => date);
  if (heading && all.some(({ kind }) => kind === 'interval')) return [];
  const found: WrongOffice[] = [];
  for (const given of officesGiven(skeleton, heading)) {
    const person = dossier.people.get(given.person.people[0] ?? '');
    const offices = person ? officesCalled(given.words, person) : [];
    const [office] = offices;
    const date = given.dates[0]?.date;
    // A decade is that of a life rather than that of an office.
    if (!person || !office || !date || date.kind === 'unspecified' || !heldAtNone(offices, all)) continue;
    if (isSilent(skeleton, given, sentence) || (given.title && isLongBefore(office, date))) continue;
    if (!found.some(other => other.given.start === given.start)) found.push({ given, person, office, date });
  }
  return found;
}

const isLongBefore = ({ from = '' }: Office, { latest }: EdtfDate): boolean =>
  latest !== null && Number(latest.slice(0, 4)) < Number(from.slice(0, 4)) - LONG_BEFORE;
