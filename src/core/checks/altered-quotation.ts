import { passageId, type RecordReference } from '../dossier/reference.ts';
import { countWords } from '../text/fold.ts';
import type { Paragraph, Quoted, Sentence } from '../text/paragraphs.ts';
import type { Departure, QuotationMatch } from '../text/quotation-match.ts';
import { mend } from '../text/quotation-mend.ts';
import { CONDITIONAL, cue, DOUBT, says } from './cues.ts';
import { factsOf } from './passage-facts.ts';
import { eachQuotation, IMAGINED, originOf } from './quoted.ts';
import type { CheckContext, Edit, Report, Rule } from './rule.ts';
import { named, quoted } from './wording.ts';

/** Fewer words are a phrase rather than a quotation. */
const SHORTEST = 5;
/** Departures further apart than so many units are told one by one. */
const APART = 30;
/** By fingerprints alone, so many words must stand there before others can be said to depart, and so few may depart. */
const LONG = 10;
const MOST_DEPARTING = 0.25;

/** The words are not given as those that were spoken. */
const OWN_WORDS = cue(
  'paraphras~|translat~|adapt~|reword~|rephras~|misquot~|abridg~|condens~|roughly|in effect|in essence|to the effect|something like|along the lines|more or less',
  'might (?:have|as well)|as if|as though|mock~|version|variant|draft|alter~|changed?|changes|edit(?:s|ed)|headlines?|titles?|titled|entitled|slogan|proverb',
  'перевод~|перефраз~|примерно|вроде|дословно не|заголов~',
);
/** Directly before the words: they were not said, or are those of somebody else. */
const NOT_SAID =
  /(?:not|never|almost|nearly|n['’]t|nobody|instead of|rather than|не|никогда)(?:\s(?:quite|exactly|actually|once|ever|have|has|says?|said|saying|used?|utter(?:ed)?|that|the|words?|сказал\p{L}*|говорил\p{L}*))*[\s,:]*$/iu;

/** Reports words in quotation marks that depart from those that the document prints. */
export const alteredQuotation: Rule = {
  code: 'altered-quotation',
  severity: 'warning',
  paragraph: eachQuotation(check),
  explain: ({ t }) => ({
    title: t('Altered quotation'),
    paragraphs: [
      t(
        'Reports words in quotation marks, or in a block quote, that are nearly those of a document but not quite: some differ, are missing or were added without a mark. The true words are given where they are recorded, otherwise the place where they stand.',
      ),
      t(
        'Omissions marked by … and insertions in [brackets] are no alterations. Left alone are phrases of fewer than five words, headings, paraphrases and translations that are called so, words that were not said, and words that somebody else may have said as well.',
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
  const { analysis, quotations } = context;
  const { wordsStart, wordsEnd } = quotation;
  const written = analysis.text.slice(wordsStart, wordsEnd);
  const count = countWords(written);
  if (count < SHORTEST) return;
  const match = quotations.match(written);
  if (!match || match.departures.length === 0) return;
  const origin = originOf(sentence, match, analysis, context.dossier);
  if (origin === 'elsewhere') return;
  // The record may be a part of what was said: words before and behind it are no alteration, unless the document is cited.
  const departures = match.departures.filter(
    departure =>
      !isSign(written, departure) && (origin === 'here' || !match.quotation || !isBeyond(written, departure)),
  );
  if (origin !== 'here' && isShortBeginning(written, count, match.departures)) return;
  if (origin !== 'here' && !isMeant(match, count, paragraph, sentence, quotation, context)) return;
  const before = sentence.narration.slice(0, Math.max(0, quotation.start - sentence.start));
  if (NOT_SAID.test(before.slice(-60)) || says(sentence.narration, OWN_WORDS, IMAGINED, DOUBT, CONDITIONAL))
    return;
  for (const group of grouped(departures)) tell(written, quotation, match, group, context, report);
}

/** Whether added words stand before or behind all others. */
const isBeyond = (written: string, { kind, start, end }: Departure): boolean =>
  kind === 'added' && (!hasWords(written.slice(0, start)) || !hasWords(written.slice(end)));

/** Of fewer common words another quotation may begin, and go on as it likes. */
const FEW_COMMON = 6;

function isShortBeginning(written: string, count: number, departures: readonly Departure[]): boolean {
  const last = departures.at(-1);
  if (last === undefined || hasWords(written.slice(last.end))) return false;
  return (
    departures.reduce((sum, { start, end }) => sum - countWords(written.slice(start, end)), count) <
    FEW_COMMON
  );
}

/** `&` is a word as well. */
const isSign = (written: string, { start, expected }: Departure): boolean =>
  expected === 'and' && /&\s*$/.test(written.slice(0, start));

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Whether, without a citation, the place that was found is surely the one that is quoted. */
function isMeant(
  { document, passage, quotation: record, distinctive, departures }: QuotationMatch,
  count: number,
  { mentions }: Paragraph,
  { narration }: Sentence,
  { speaker }: Quoted,
  { dossier }: CheckContext,
): boolean {
  if (record === undefined) {
    const departing = departures.reduce((sum, { start, end }) => sum + 1 + Math.floor((end - start) / 6), 0);
    return distinctive && count >= LONG && departing <= MOST_DEPARTING * count;
  }
  const people = speaker?.mention.people ?? [];
  if (people.length > 0) return people.includes(record.speaker ?? '');
  // Somebody speaks, and it is not sure who: then whoever the record has must be at hand.
  const named = mentions.some(mention => mention.people.includes(record.speaker ?? ''));
  if (!named && dossier.people.has(record.speaker ?? '') && hasWords(narration)) return false;
  const found = dossier.documents.get(document);
  const facts = found && factsOf(dossier, found, passage === undefined ? [] : [passage]);
  return distinctive && mentions.some(mention => mention.people.some(person => facts?.people.has(person)));
}

/** Departures that stand near each other are one. */
function grouped(departures: readonly Departure[]): Departure[][] {
  const groups: Departure[][] = [];
  for (const departure of departures) {
    const last = groups.at(-1)?.at(-1);
    if (last && departure.shown.start - last.shown.end <= APART) groups.at(-1)?.push(departure);
    else groups.push([departure]);
  }
  return groups;
}

function tell(
  written: string,
  { wordsStart }: Quoted,
  { document: id, passage, quotation: record }: QuotationMatch,
  departures: readonly Departure[],
  { dossier, voice: { t } }: CheckContext,
  report: Report,
): void {
  const document = dossier.documents.get(id);
  const [first, last] = [departures[0]?.shown, departures.at(-1)?.shown];
  if (!document || !first || !last) return;
  const range = { start: wordsStart + first.start, end: wordsStart + last.end };
  const because: RecordReference[] = [
    record
      ? { type: 'quotation', id: record.id }
      : passage === undefined
        ? { type: 'document', id }
        : { type: 'passage', id: passageId(id, passage) },
  ];
  const place = named(document, passage === undefined ? [] : [passage], t);
  const mended = mend(written, departures);
  if (mended === undefined) {
    report({ ...range, message: t('These words differ from those in {0}.', place), because });
    return;
  }
  const right = quoted(
    mended.slice(first.start, Math.max(first.start, mended.length - (written.length - last.end))),
  );
  const here = quoted(written.slice(first.start, last.end));
  const edit = smallestEdit(written, mended, wordsStart);
  report({
    ...range,
    message:
      right === ''
        ? t('In {0}, the words “{1}” are not there.', place, here)
        : t('In {0}, this reads “{1}”, not “{2}”.', place, right, here),
    fixes: [
      {
        title: right === '' ? t('Remove “{0}”', here) : t('Change to “{0}”', right),
        edits: [edit],
      },
    ],
    because,
  });
}

/** The edit that makes one text of another, in whole words, without what they have in common at both ends. */
function smallestEdit(from: string, to: string, offset: number): Edit {
  let head = 0;
  while (head < Math.min(from.length, to.length) && from.charAt(head) === to.charAt(head)) head++;
  while (head > 0 && hasWords(from.charAt(head - 1)) && hasWords(from.charAt(head) + to.charAt(head))) head--;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from.charAt(from.length - 1 - tail) === to.charAt(to.length - 1 - tail)) tail++;
  while (
    tail > 0 &&
    hasWords(from.charAt(from.length - tail)) &&
    hasWords(from.charAt(from.length - tail - 1))
  )
    tail--;
  return { start: offset + head, end: offset + from.length - tail, text: to.slice(head, to.length - tail) };
}
