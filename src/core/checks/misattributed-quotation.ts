import type { Person, Quotation } from '../dossier/records.ts';
import { countWords } from '../text/fold.ts';
import { languageOf } from '../text/language.ts';
import type { Mention } from '../text/mention.ts';
import type { Paragraph, Quoted, Sentence } from '../text/paragraphs.ts';
import type { QuotationMatch } from '../text/quotation-match.ts';
import { CONDITIONAL, cue, DOUBT, NEGATION, says } from './cues.ts';
import { eachQuotation, IMAGINED, originOf } from './quoted.ts';
import type { CheckContext, Fix, Report, Rule } from './rule.ts';
import { named } from './wording.ts';

const SHORTEST = 4;

/** The sentence speaks of whose words they are, or of somebody who repeats those of another. */
const SECOND_HAND = cue(
  'attribut~|misattribut~|credit~|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|repeat~|echo~|recall~|remember~|paraphras~|mock~|mimic~|imitat~|borrow~|parrot~|agree~|(?:her|his|their) words|line|remarks?|phrase|read (?:out|aloud)|like|likewise|too',
  'приписыва~|цитир~|повтор~|вспомин~|передразн~|слова',
);
/** Words for a speaker who is not named, and for no body that somebody may speak for. */
const UNNAMED = /unnamed|official|source|diplomat|aide|adviser|не назван/i;

/** Reports recorded words that are given to another person than the one who spoke them. */
export const misattributedQuotation: Rule = {
  code: 'misattributed-quotation',
  severity: 'warning',
  paragraph: eachQuotation(check),
  explain: ({ t }) => ({
    title: t('Misattributed quotation'),
    paragraphs: [
      t(
        'Reports words that a document records as spoken by one person and that are given to another: “…”, Lavrov said, where Kerry said it. Words of a speaker whom the document does not name are reported as well where they are given to somebody by name.',
      ),
      t(
        'Left alone are set phrases that anybody may have used, people through whom the words are reported, sentences that speak of who said what, and words whose speaker the sentence leaves open.',
      ),
    ],
  }),
};

function check(
  paragraph: Paragraph,
  sentence: Sentence,
  quotation: Quoted,
  context: CheckContext,
  report: Report,
): void {
  const { analysis, dossier, quotations, voice } = context;
  const { t } = voice;
  const { mention, clause } = quotation.speaker ?? {};
  const [person, ...ambiguous] = mention?.people ?? [];
  if (mention === undefined || person === undefined || ambiguous.length > 0) return;
  // Whom a pronoun means is not sure enough to contradict.
  // A name behind a dash signs the words, though they have ended their sentence.
  if (clause !== 'dash' && !isInClause(mention, sentence, paragraph)) return;
  const written = analysis.text.slice(quotation.wordsStart, quotation.wordsEnd);
  if (countWords(written) < SHORTEST) return;
  const match = quotations.match(written);
  const record = match?.quotation;
  if (!match || !record?.speaker || record.kind === 'not-speech') return;
  const people = [match, ...match.others].flatMap(place => speakersOf(place.quotation));
  if (people.includes(person) || !isMeant(match, written, sentence, context)) return;
  const right = dossier.people.get(record.speaker);
  if (right === undefined && !UNNAMED.test(record.speaker)) return;
  const { narration } = sentence;
  const others = sentence.mentions.filter(
    other => other.end <= quotation.start || other.start >= quotation.end,
  );
  const isThere = others.some(other => other.people.includes(record.speaker ?? ''));
  if (says(narration, DOUBT, CONDITIONAL, NEGATION, IMAGINED)) return;
  if (isThere && says(narration, SECOND_HAND)) return;
  if (says(narration, /(?:mis)?attribut|credit|приписыва/i)) return;
  const document = dossier.documents.get(match.document);
  if (!document) return;
  const place = named(document, match.passage === undefined ? [] : [match.passage], t);
  const wrong = dossier.people.get(person)?.name ?? person;
  const fix = right && !isThere && replacement(paragraph, mention, person, right, context);
  report({
    start: mention.nameStart,
    end: mention.nameEnd,
    message: right
      ? t('{0} said this, not {1} ({2}).', right.name, wrong, place)
      : t('In {0}, whoever says this is not named: {1}.', place, record.speaker),
    fixes: fix ? [fix] : [],
    because: [
      { type: 'quotation', id: record.id },
      ...(right ? [{ type: 'person' as const, id: right.id }] : []),
    ],
  });
}

const speakersOf = (quotation: Quotation | undefined): (string | undefined)[] => [
  quotation?.speaker,
  quotation?.reportedBy,
];

/** The speaker is named in the sentence of the words, or in the paragraph that introduces a block quotation. */
const isInClause = ({ start, end }: Mention, sentence: Sentence, paragraph: Paragraph): boolean =>
  (start >= sentence.start && end <= sentence.end) || (paragraph.quoted && end <= paragraph.start);

/** Whether the words are surely the recorded ones, and not others like them. */
function isMeant(
  match: QuotationMatch,
  written: string,
  sentence: Sentence,
  { analysis, dossier }: CheckContext,
): boolean {
  const origin = originOf(sentence, match, analysis, dossier);
  if (origin !== undefined) return origin === 'here';
  const { exact, distinctive, departures } = match;
  if (exact || departures.length === 0) return distinctive;
  const [departure, ...more] = departures;
  return (
    distinctive && more.length === 0 && (departure?.end ?? 0) - (departure?.start ?? 0) < written.length / 10
  );
}

/** The right speaker's surname in place of the wrong one's, where nothing else in the sentence hangs on it. */
function replacement(
  { prose }: Paragraph,
  { start, nameStart, nameEnd, kind }: Mention,
  wrong: string,
  right: Person,
  { analysis: { text }, dossier, voice: { t } }: CheckContext,
): Fix | undefined {
  const surname = /^[^,]+/.exec(right.sortName)?.[0] ?? '';
  const isPlain =
    kind === 'surname' && start === nameStart && /^[A-Z][a-z]+$/.test(text.slice(nameStart, nameEnd));
  const [one, other] = [dossier.people.get(wrong)?.gender, right.gender];
  const isSame =
    one === other || ((!one || !other) && !/(?<!\p{L})(?:he|she|his|hers?|him)(?!\p{L})/iu.test(prose));
  if (!isPlain || !isSame || !/^[A-Z]/.test(surname) || (languageOf(prose) ?? 'en') !== 'en')
    return undefined;
  return { title: t('Change to “{0}”', surname), edits: [{ start: nameStart, end: nameEnd, text: surname }] };
}
