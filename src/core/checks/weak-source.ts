import { type Dossier, isPassageEvidence, isWeak } from '../dossier/dossier.ts';
import { overlaps } from '../dossier/edtf.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { parsePassageId, passageId, type RecordReference } from '../dossier/reference.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import { type CitedSource, citedIn } from './cited.ts';
import { CONDITIONAL, cue, DOUBT, HEDGE, NEGATION, QUESTION, says } from './cues.ts';
import { outsideReferences } from './headings.ts';
import type { Gathered, Rule } from './rule.ts';

/** The sentence is about a source rather than about what it tells. */
const ABOUT_SOURCE = cue(
  'pages?|sites?|websites?|articles?|sources?|texts?|documents?|accounts?|blogs?|posts?|headlines?|grade[sd]?|claims?|call(?:s|ed)|hard to (?:believe|credit)|misname~|wrong~|see|speculat~|uncertain|unclear|tables|prose|examples?|worse|worst|aside|so much for',
  'сайт~|страниц~|стать~|источник~|текст~|см',
);

const NAMES_SOURCE = /(?:^|[^\p{L}])(?:of|in|from|by|to|at|with|than|and|per|via|в|из|с|по)\s*$/iu;
/** Fewer words than these state nothing. */
const STATEMENT = 3;

/** Reports a sentence whose only source is of the lowest grades. */
export const weakSource: Rule = {
  code: 'weak-source',
  severity: 'information',
  gather(paragraph, { analysis, dossier }) {
    if (paragraph.kind === 'heading') return [];
    const cited = paragraph.sentences.map(sentence => citedIn(sentence, analysis, dossier));
    return cited.flatMap((sources, index): Gathered[] => {
      const sentence = paragraph.sentences[index];
      const [first] = sources;
      const { document, paragraphs = [] } = first ?? {};
      if (
        !sentence ||
        !first ||
        !document ||
        !sources.every(source => source.document && !source.unsure && isWeak(source.document))
      )
        return [];
      if (!isStated(sentence, first) || citesFirst(paragraph, cited, index + 1)) return [];
      const value = betterThan(document, paragraphs, sentence, dossier) ?? '';
      return [{ start: first.start, end: first.end, about: document.id, value }];
    });
  },
  *file(gathered, { analysis, dossier, voice: { t } }, report) {
    for (const { start, end, about, value } of outsideReferences(gathered, analysis)) {
      yield;
      const document = dossier.documents.get(about);
      if (!document) continue;
      const { reliability, credibility, reason } = document.assessment;
      const [why = ''] = /^[^.;]*/.exec(reason) ?? [];
      const source = [document.shortName, `${reliability}${credibility}`, why] as const;
      const said =
        reliability === 'F'
          ? t('The only source cited here cannot be judged: {0} (grade {1}). {2}.', ...source)
          : t('The only source cited here is unreliable: {0} (grade {1}). {2}.', ...source);
      const because: RecordReference[] = [{ type: 'document', id: about }];
      const place = parsePassageId(value);
      const better = place && dossier.documents.get(place.document);
      if (better) because.push({ type: 'passage', id: value });
      const advice = better && t('Better: {0}, paragraph {1}.', better.shortName, place.number);
      report({ start, end, message: advice ? `${said} ${advice}` : said, because });
    }
  },
  explain: ({ t }) => ({
    title: t('Weak source alone'),
    paragraphs: [
      t(
        'Reports a statement for which only sources of the lowest grades are cited: unreliable ones, or such as cannot be judged. What such a source alone tells is never shown as a fact in this dossier either.',
      ),
      t(
        'Left alone are sentences that leave open whether it is so, that speak of the source itself, or that cite another source as well, and lists of references.',
      ),
    ],
  }),
};

/** Whether a sentence states something plainly, of the world and not of its source. */
function isStated(sentence: Sentence, first: CitedSource): boolean {
  const { document, item } = first;
  const { narration, start } = sentence;
  const words = narration.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // Words in quotation marks are the source’s own.
  if (words < STATEMENT || sentence.quotations.length > 0) return false;
  if (says(narration, HEDGE, DOUBT, QUESTION, CONDITIONAL, NEGATION, ABOUT_SOURCE)) return false;
  if (
    document &&
    narration.toLowerCase().includes((/^[\p{L}.-]+/u.exec(document.shortName)?.[0] ?? ' ').toLowerCase())
  )
    return false;
  if (item === undefined || first.note || first.group.start === item.key.start) return true;
  // A reference in a list, `- [@key], with a remark`; a source of which the sentence speaks, `the tables of [@key]`.
  const before = narration.slice(0, first.group.start - start);
  return /[\p{L}\p{N}]/u.test(before) && !NAMES_SOURCE.test(before.slice(-12));
}

/** Whether the sentence after one begins with a citation of another source. */
function citesFirst(
  { sentences }: Paragraph,
  cited: readonly (readonly CitedSource[])[],
  index: number,
): boolean {
  const [next, sentence] = [cited[index]?.[0], sentences[index]];
  if (!next || !sentence || (next.document && isWeak(next.document))) return false;
  const before = sentence.narration.slice(0, next.start - sentence.start);
  return (before.match(/[\p{L}\p{N}]{4,}/gu)?.length ?? 0) < STATEMENT;
}

/** The id of a passage of a better document that attests the meeting of which the cited one, or the sentence, tells. */
function betterThan(
  weak: SourceDocument,
  paragraphs: readonly number[],
  { mentions, dates }: Sentence,
  dossier: Dossier,
): string | undefined {
  const people = new Set(mentions.flatMap(mention => mention.people));
  for (const meeting of dossier.meetings.values()) {
    const evidence = meeting.evidence
      .filter(isPassageEvidence)
      .filter(({ supports, passage }) => supports?.includes('event') && passage !== undefined);
    const told = evidence.some(
      ({ document, passage = 0 }) => document === weak.id && paragraphs.includes(passage),
    );
    const meant =
      people.size > 1 &&
      [...people].every(id => meeting.participants.some(({ person }) => person === id)) &&
      dates.some(({ date }) => overlaps(date, dossier.dateOf(meeting)));
    if (!told && !meant) continue;
    for (const { document: id, passage = 0 } of evidence) {
      const document = dossier.documents.get(id);
      if (document && !isWeak(document)) return passageId(id, passage);
    }
  }
  return undefined;
}
