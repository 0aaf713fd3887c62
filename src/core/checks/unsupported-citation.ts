import { formatEdtf } from '../dossier/date-format.ts';
import { type EdtfDate, overlaps, parseEdtf } from '../dossier/edtf.ts';
import type { Gender, SourceDocument } from '../dossier/records.ts';
import { passageId } from '../dossier/reference.ts';
import { languageOf } from '../text/language.ts';
import type { Mention } from '../text/mention.ts';
import { fewNumbers } from '../text/number-runs.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import { type CitedSource, citedIn } from './cited.ts';
import { CONDITIONAL, cue, NEGATION, QUESTION, says } from './cues.ts';
import { authorsOf, factsOf } from './passage-facts.ts';
import type { CheckContext, Fix, Report, Rule } from './rule.ts';
import { jointActionsOf, missingOfTwo } from './two-named.ts';
import { listed, named } from './wording.ts';

/** Citations that are to show something else, or more. */
const ASIDE = cue('cf', 'compare', 'contrast', 'contra', 'but', 'also', 'unlike', 'ср', 'vgl');
/** It is about what the source does not tell. */
const SILENCE = cue(
  '(?:leav(?:es?|ing)|left)(?: [^.,;]{1,40})? (?:out|aside|unmentioned)|omit~|ignor~|pass(?:es|ed) over|silent|silence|skip~|overlook~|lack~|missing|absent|absence|apart from|except|other than|today|long ago|lessons?|learn~|precedent~|critics',
  'молч~|умалч~|кроме|пропус~',
);
/** The sentence is about the day on which something was printed. */
const PUBLISHED = cue(
  'publish~|wr(?:ote|ites|itten)|report~|articles?|issues?|dated|appeared|print~|broadcast~|online|post(?:s|ed)',
  'опубликов~|писал~|написа~|стать~|сообщ~|вышл~',
);
/** People by what they are: one of them may be whom the passage names. */
const ROLE =
  /(?<!\p{L})(?:the|his|her|their|its|an?|both|two|one|this|that|our|american|russian|soviet|u\.?s\.?|other)\s+(?:[\p{L}-]+\s+){0,3}?(?:secretar(?:y|ies)|ministers?|presidents?|predecessors?|successors?|counterparts?|ambassadors?|advis[eo]rs?|diplomats?|officials?|spokes\w+|senators?|envoys?|negotiators?|leaders?|chiefs?|m[ae]n|wom[ae]n|colleagues?|hosts?|guests?|pair|two|couple|analysts?|experts?|director|scholar|speaker|reporter|author|sides?|others?)(?!\p{L})|(?<!\p{L})(?:министр|госсекретар|президент|предшествен|преемник|коллег|посол|послу|чиновник|дипломат|советник|представител)\p{L}*/iu;
/** Before a name: a comparison, or the time in which something was. */
const BESIDE =
  /(?<!\p{L})(?:(?:years?|time|days?|era|tenure|term|age|end|eve) of|unlike|like|than|compared (?:to|with)|(?:in contrast|contrary) (?:to|with)|as (?:with|for)|before|after|since|until|under|from|when|while|as|because|though|whereas|where|once|for|(?:the|an?|this|that|any|every|при|до|после|чем|как и))\s+$/iu;
/** Behind a name: an institution or a time that is called after its bearer. */
const CALLED_AFTER =
  /^(?:-|–(?=\p{L})|(?:['’]s?)?\s+(?:(?:\p{L}+\s)?(?:administration|government|white house|kremlin|cabinet|team|aides?|officials|staff|predecessors?|successors?|counterparts?|eras?|years?|time|tenure|term|days?|presidency|russia|america|camp|people|men|envoys?|diplomats|ministry|department|doctrine|affair)(?!\p{L})))/iu;

/** In longer paragraphs, and sentences with more citations, it is not sure what belongs together. */
const LONGEST = 20_000;
const MOST_SOURCES = 20;

const PRONOUN =
  /(?<![\p{L}])(?:(he|him|his|himself|он|его|ему|нём|нем|него)|(she|her|hers|herself|она|её|ее|ей|неё|ней)|(?:they|them|their|theirs|themselves|both|они|их|им|ими|них|оба|обе))(?![\p{L}])/giu;

/** Reports a citation whose passage names neither the people nor the date of what it is to show, or is not there at all. */
export const unsupportedCitation: Rule = {
  code: 'unsupported-citation',
  severity: 'warning',
  paragraph(paragraph, context, report) {
    const cited = paragraph.sentences.map(each => citedIn(each, context.analysis, context.dossier));
    for (const source of cited.flat()) missingParagraphs(source, context, report);
    if (paragraph.kind === 'heading' || paragraph.quoted || paragraph.end - paragraph.start > LONGEST) return;
    if (!cited.some(all => all.length > 0)) return;
    if (!['en', 'ru', undefined].includes(languageOf(paragraph.prose))) return;
    for (const [index, sources] of cited.entries()) {
      if (sources.length > MOST_SOURCES) continue;
      for (const source of sources) checkSupport(paragraph, cited, index, source, context, report);
    }
  },
  explain: ({ t }) => ({
    title: t('Citation of a passage about somebody else'),
    paragraphs: [
      t(
        'Reports the citation of a paragraph or document that names nobody whom the sentence names, while no date of the sentence fits what is told there either. Who is meant there without a name counts as named, as far as the records tell. Where several citations stand in one sentence, each is held against the words before it.',
      ),
      t(
        'Of two people who did something together, or one to the other, both have to be named: whoever tells of it speaks of both.',
      ),
      t('A paragraph number that the document does not have is reported too.'),
      t(
        'Left alone are sentences with pronouns and offices that may mean somebody of the passage, denials, questions and comparisons, citations with “cf.” or “see also”, and citations at the end of several sentences of which one fits.',
      ),
    ],
  }),
};

const lastParagraph = ({ passages }: SourceDocument): number => passages.length;

function missingParagraphs(source: CitedSource, { voice: { t } }: CheckContext, report: Report): void {
  const { document, paragraphs, start, end, note, item } = source;
  // Of a key in a footnote it is said there.
  if (document === undefined || (note && item)) return;
  const last = lastParagraph(document);
  const missing = paragraphs.filter(number => number < 1 || number > last);
  if (missing.length === 0 || last === 0) return;
  report({
    start,
    end,
    message:
      missing.length === 1
        ? t('{0} has no paragraph {1}; the last is {2}.', document.shortName, missing[0] ?? 0, last)
        : t('{0} has no paragraphs {1}; the last is {2}.', document.shortName, fewNumbers(missing), last),
    because: [{ type: 'document', id: document.id }],
  });
}

function checkSupport(
  paragraph: Paragraph,
  cited: readonly (readonly CitedSource[])[],
  index: number,
  source: CitedSource,
  context: CheckContext,
  report: Report,
): void {
  const { dossier } = context;
  const { document, paragraphs } = source;
  const sentence = paragraph.sentences[index];
  if (!document || !sentence || source.unsure || says(source.lead, ASIDE)) return;
  if (paragraphs.some(number => number > lastParagraph(document))) return;
  const clause = clauseOf(sentence, cited[index] ?? [], source);
  const { mentions, words, narration } = clause;
  const from = lastClause(clause, source.group.start);
  const about = mentions.filter(mention => mention.start >= from && !isBackground(mention, clause, context));
  if (about.length === 0 || says(narration, NEGATION, QUESTION, CONDITIONAL, SILENCE) || ROLE.test(words))
    return;
  const facts = factsOf(dossier, document, paragraphs);
  if (facts.people.size === 0) return;
  const earlier = paragraph.mentions.filter(({ end }) => end <= sentence.start);
  const pronouns = unresolved(clause, context);
  if (pronouns && earlier.length === 0) return;
  const uncited = clause.first ? uncitedBefore(paragraph, cited, index) : [];
  const all = [...mentions, ...(pronouns ? earlier : []), ...uncited.flatMap(each => each.mentions)];
  const authors = authorsOf(dossier, document);
  const present = all.filter(({ people }) =>
    people.some(person => facts.people.has(person) || authors.includes(person)),
  );
  let missing: readonly Mention[] = about;
  if (present.length > 0) {
    const other = missingOfTwo(
      jointActionsOf(paragraph, sentence),
      present,
      { ...clause, end: source.group.end, dates: sentence.dates },
      source,
      dossier,
    );
    missing = other && about.includes(other) ? [other] : [];
  }
  if (missing.length === 0) return;
  const dates = [sentence, ...uncited].flatMap(each => each.dates.map(({ date }) => date));
  const known = [...facts.dates];
  const { issued } = document.csl;
  if (issued !== undefined && says(sentence.narration, PUBLISHED)) known.push(parseEdtf(issued));
  if (dates.some(date => known.some(other => overlaps(date, other)))) return;
  const ids = [...new Set(missing.map(mention => mention.people[0] ?? ''))];
  report({
    start: source.start,
    end: source.end,
    ...wording(
      source,
      document,
      ids,
      sentence.dates.map(({ date }) => date),
      context,
    ),
  });
}

/** What a citation is to show. */
interface Clause {
  readonly mentions: readonly Mention[];
  readonly start: number;
  readonly narration: string;
  /** The same without names. */
  readonly words: string;
  /** No other citation stands before it in the sentence. */
  readonly first: boolean;
}

/** What parts a sentence, so that a citation behind it is surely for what follows alone. */
const PARTS =
  /[;:]|\s[–—]\s|,\s+(?:and|but|so|yet|while|whereas|when|until|which|where|who|whose|because|since|although|though|as|after|before|и|а|но|котор\p{L}+|когда|потому|хотя|пока)\s/giu;
/** At the head of a sentence: what is said behind the comma is what is to be shown. */
const SUBORDINATE =
  /^\W*(?:when|while|as|after|before|since|although|though|because|once|until|whereas|with|during|despite|for|in|at|on|under|когда|пока|хотя|после|до|при|во? время)\s[^,]*,/iu;

/** Where that part of a clause begins for which the citation at `at` surely stands. */
function lastClause({ start, narration }: Clause, at: number): number {
  const before = narration.slice(0, Math.max(0, at - start));
  const head = SUBORDINATE.exec(before)?.[0].length ?? 0;
  let last = head;
  for (const match of before.matchAll(PARTS)) last = Math.max(last, match.index + match[0].length);
  return start + last;
}

/** Of several citations with words between them, each is for the words before it. */
function clauseOf(sentence: Sentence, sources: readonly CitedSource[], source: CitedSource): Clause {
  const wordsBetween = (from: number, to: number): boolean =>
    /[\p{L}\p{N}]/u.test(sentence.narration.slice(from - sentence.start, to - sentence.start));
  let start = sentence.start;
  let end = sentence.end;
  let reached = sentence.start;
  for (const { group } of sources) {
    const parts = group.start > reached && wordsBetween(reached, group.start);
    if (group.start <= source.group.start && parts) start = reached;
    else if (group.start > source.group.start && parts) {
      end = source.group.end;
      break;
    }
    reached = Math.max(reached, group.end);
  }
  const first = start === sentence.start;
  const mentions = sentence.mentions.filter(mention => mention.start >= start && mention.end <= end);
  const narration = sentence.narration.slice(start - sentence.start, end - sentence.start);
  let words = narration;
  for (const mention of mentions) {
    const [from, to] = [mention.start - start, mention.end - start];
    words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);
  }
  return { mentions, start, narration, words, first };
}

/** Sentences right before one, back to the last that cites something: a citation behind several may be for all of them. */
function uncitedBefore(
  { sentences }: Paragraph,
  cited: readonly (readonly CitedSource[])[],
  index: number,
): readonly Sentence[] {
  let first = index;
  while (first > 0 && cited[first - 1]?.length === 0) first--;
  return sentences.slice(first, index);
}

/** Whether a name only tells with whom something is compared, when it was, or after whom it is called. */
function isBackground(
  { start, end, nameStart }: Mention,
  clause: Clause,
  { analysis: { text } }: CheckContext,
): boolean {
  // What joins a later clause to the one before it says nothing of a name.
  const joint = clause.first
    ? 0
    : (/^[\s,;.]*(?:and|but|while|whereas|when|as)?\s/.exec(clause.narration)?.[0].length ?? 0);
  const before = text.slice(Math.max(clause.start + joint, start - 24), start);
  if (CALLED_AFTER.test(text.slice(end, end + 48)) || /[-–]$/.test(before)) return true;
  const match = BESIDE.exec(before);
  return match !== null && (start === nameStart || !/^(?:the|an?)\s/i.test(match[0]));
}

/** Whether a pronoun stands for somebody whom the clause does not name before it. */
function unresolved({ mentions, words, start }: Clause, { dossier }: CheckContext): boolean {
  for (const match of words.matchAll(PRONOUN)) {
    const before = mentions.filter(mention => mention.end <= start + match.index);
    const gender: Gender | undefined = match[1] ? 'male' : match[2] ? 'female' : undefined;
    const fitting = before.filter(({ people }) => {
      const own = dossier.people.get(people[0] ?? '')?.gender;
      return gender === undefined || own === undefined || own === gender;
    });
    if (fitting.length < (gender === undefined ? 2 : 1)) return true;
  }
  return false;
}

/** So many paragraphs that would fit are named. */
const MOST_NAMED = 3;

function wording(
  { paragraphs, item }: CitedSource,
  document: SourceDocument,
  ids: readonly string[],
  dates: readonly EdtfDate[],
  { dossier, voice, analysis: { text } }: CheckContext,
): { message: string; fixes: readonly Fix[]; because: { type: 'passage' | 'document'; id: string }[] } {
  const { t } = voice;
  const name = (id: string): string => dossier.people.get(id)?.name ?? id;
  const sought = listed([...ids.map(name), ...dates.map(date => formatEdtf(date, voice.dates))], t);
  if (paragraphs.length === 0) {
    const message = t('{0} says nothing of {1}.', document.shortName, sought);
    return { message, fixes: [], because: [{ type: 'document', id: document.id }] };
  }
  const about = [...factsOf(dossier, document, paragraphs).people].slice(0, MOST_NAMED + 1).map(name);
  const there = named(document, paragraphs, t);
  const others = document.passages.filter(({ mentions }) => ids.some(id => mentions.includes(id)));
  const numbers = others.map(({ number }) => number).slice(0, MOST_NAMED);
  const elsewhere =
    numbers.length === 0
      ? t('No other paragraph names them.')
      : t('Named in: {0}.', named(document, numbers, t) + (others.length > numbers.length ? ' …' : ''));
  const [fitting, ...more] = others.filter(({ number }) => {
    const facts = factsOf(dossier, document, [number]);
    return (
      ids.every(id => facts.people.has(id)) &&
      dates.some(date => facts.dates.some(other => overlaps(date, other)))
    );
  });
  const fixes: Fix[] = [];
  const locator = item && /\d[\d\s,–-]*(?<=\d)/.exec(text.slice(item.key.end, item.end));
  if (fitting && more.length === 0 && locator) {
    const start = item.key.end + locator.index;
    fixes.push({
      title: t('Cite paragraph {0} instead', fitting.number),
      edits: [{ start, end: start + locator[0].length, text: String(fitting.number) }],
    });
  }
  return {
    message: t('{0} says nothing of {1}, but speaks of {2}. {3}', there, sought, listed(about, t), elsewhere),
    fixes,
    because: [...paragraphs.slice(0, 1), ...numbers].map(number => ({
      type: 'passage',
      id: passageId(document.id, number),
    })),
  };
}
