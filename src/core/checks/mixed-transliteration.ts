import type { Person } from '../dossier/records.ts';
import { foldWord, skeleton, words } from '../text/fold.ts';
import type { Mention } from '../text/mention.ts';
import { overlap, type Range } from '../text/ordered-ranges.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import { linkAround } from './cited.ts';
import { cue, says } from './cues.ts';
import { standsInReferences } from './headings.ts';
import { languageOf } from './language.ts';
import type { CheckContext, Fix, Gathered, Rule } from './rule.ts';

/** The sentence speaks of how a name is written, or of how others write it. */
const ABOUT_SPELLING = cue(
  'spell\\w*|spelt|transliterat\\w*|transcri(?:be|pt)\\w*|romani[sz]\\w*|written (?:as|so|in)|writ(?:es?|ing) (?:it|him|her|his|the name)|render(?:s|ed|ing)?',
  'known as|alias|aka|a\\.k\\.a|sic|(?:the|his|her|that) names?|variants?|so-called|is how|call(?:s|ed)? (?:him|her|himself|herself|it|the man)',
  'in (?:its |the )?(?:german|french|dutch|polish|russian|english|spanish|italian|hungarian|romanian|ukrainian|latvian)(?: \\w+)?',
  '(?:german|french|dutch|polish|russian|english|spanish|italian|hungarian|romanian)(?: \\w+)?:',
  'пиш\\p{L}*|писа\\p{L}*|написан\\p{L}*|транслит\\p{L}*|также|латиниц\\p{L}*|называ\\p{L}*',
  'geschrieben|schreib\\p{L}*|schreibweise|auch|écrit\\p{L}*|orthograph\\p{L}*',
);

/** What spellings of one name in one script have in common: its consonants, without what transliterations differ in. */
const consonants = (folded: string): string =>
  skeleton(folded)
    .replace(/[gqk]|c(?!h)/g, 'k')
    .replace(/(?<=[^aeiouy])h/g, '')
    .replace(/f/g, 'v')
    .replace(/[aeiouy']/g, '')
    .replace(/(.)\1+/g, '$1');

const FULL: ReadonlySet<string> = new Set(['full', 'surname', 'given']);
const parts = new WeakMap<Person, ReadonlyMap<string, ReadonlySet<string>>>();

/** The spellings of a person's given name and surname that are recorded, folded, by what they have in common. */
function partsOf(person: Person): ReadonlyMap<string, ReadonlySet<string>> {
  const known = parts.get(person);
  if (known !== undefined) return known;
  const made = new Map<string, Set<string>>();
  for (const { form, kind } of person.forms) {
    if (!FULL.has(kind) || form.includes(',')) continue;
    const tokens = [...words(form)].map(({ text }) => foldWord(text));
    for (const token of new Set([tokens.at(0), tokens.at(-1)])) {
      if (token === undefined || token.length < 3) continue;
      const key = keyOf(token);
      const list = made.get(key) ?? new Set();
      made.set(key, list.add(token));
    }
  }
  parts.set(person, made);
  return made;
}

/** Names of different scripts have nothing in common here. */
const keyOf = (folded: string): string => (/^[a-z']+$/.test(folded) ? consonants(folded) : `:${folded}`);

/** A word of a name with what its spellings have in common. */
interface Part extends Range {
  readonly key: string;
  readonly folded: string;
  readonly written: string;
}

/** The words in `start`..`end` of which the person's record knows several spellings. */
function namesIn(text: string, start: number, person: Person): Part[] {
  const spellings = partsOf(person);
  return Array.from(words(text), ({ text: written, start: from, end }): Part => {
    const folded = foldWord(written).replace(/'s$/, '');
    return { start: start + from, end: start + end, key: keyOf(folded), folded, written };
  }).filter(({ key }) => (spellings.get(key)?.size ?? 0) > 1);
}

/** Reports a name that one file transliterates in two ways. */
export const mixedTransliteration: Rule = {
  code: 'mixed-transliteration',
  severity: 'information',
  gather(paragraph, context) {
    if (!paragraph.mentions.some(mention => isOfInterest(mention, context))) return [];
    const language = languageOf(paragraph.prose) ?? '';
    const italics = italicsIn(paragraph);
    return paragraph.sentences.flatMap(sentence =>
      says(sentence.narration, ABOUT_SPELLING)
        ? []
        : sentence.mentions
            .filter(
              mention => isOfInterest(mention, context) && isOwnSpelling(mention, sentence, italics, context),
            )
            .map(({ nameStart, nameEnd, people }): Gathered => {
              const written = context.analysis.text.slice(nameStart, nameEnd);
              return {
                start: nameStart,
                end: nameEnd,
                about: people[0] ?? '',
                value: `${language}\n${written}`,
              };
            }),
    );
  },
  file(gathered, context, report) {
    const { analysis, dossier, frontMatter, voice } = context;
    const own =
      frontMatter.lang?.slice(0, 2) ??
      mostUsed(gathered.map(({ value }) => value.slice(0, value.indexOf('\n'))).filter(Boolean)) ??
      '';
    const used = new Map<string, Map<string, number>>();
    const read = new Map<string, readonly Part[]>();
    const placeOf = ({ key }: Part, { about, value }: Gathered): string =>
      `${about} ${value.startsWith('\n') ? own : value.slice(0, value.indexOf('\n'))} ${key}`;
    const partsIn = ({ about, value }: Gathered): readonly Part[] => {
      const id = `${about} ${value}`;
      let found = read.get(id);
      if (found === undefined) {
        const person = dossier.people.get(about);
        found = person ? namesIn(value.slice(value.indexOf('\n') + 1), 0, person) : [];
        read.set(id, found);
      }
      return found;
    };
    const first = new Map<string, string>();
    for (const item of gathered) {
      for (const part of partsIn(item)) {
        const place = placeOf(part, item);
        const counts = used.get(place) ?? new Map<string, number>();
        used.set(place, counts.set(part.folded, (counts.get(part.folded) ?? 0) + 1));
        const spelling = `${place} ${part.folded}`;
        if (!first.has(spelling)) first.set(spelling, part.written);
      }
    }
    const told = new Map<string, number>();
    for (const item of gathered) {
      const count = told.get(item.about) ?? 0;
      if (count >= MOST_TOLD) continue;
      const edits = partsIn(item).flatMap(part => {
        const counts = used.get(placeOf(part, item));
        if (counts === undefined || counts.size < 2) return [];
        const [usual = ''] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best));
        if (usual === part.folded) return [];
        const spelling = first.get(`${placeOf(part, item)} ${usual}`) ?? '';
        const text = part.written === part.written.toUpperCase() ? spelling.toUpperCase() : spelling;
        return [{ start: item.start + part.start, end: item.start + part.end, text }];
      });
      if (edits.length === 0 || standsInReferences(analysis, item.start)) continue;
      told.set(item.about, count + 1);
      const name = analysis.text.slice(item.start, item.end);
      let right = name;
      for (const { start, end, text } of edits.toReversed()) {
        right = right.slice(0, start - item.start) + text + right.slice(end - item.start);
      }
      const { t } = voice;
      const fix: Fix = { title: t('Change to “{0}”', right), edits };
      report({
        start: item.start,
        end: item.end,
        message: t('This file elsewhere writes “{0}”, not “{1}”.', right, name),
        fixes: [fix],
        because: [{ type: 'person', id: item.about }],
      });
    }
  },
  explain: ({ t }) => ({
    title: t('One name in two transliterations'),
    paragraphs: [
      t(
        'A file writes the name of one person in two ways, such as Sergei and Sergey. The way that it uses more often, or first, counts as its own; the others are reported, at most twenty for one person.',
      ),
      t(
        'Left alone are quotations, titles in italics, the texts of links, lists of references, paragraphs in another language, other scripts, short forms and middle names, and sentences that speak of how a name is written.',
      ),
    ],
  }),
};

const MOST_TOLD = 20;

function mostUsed(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a mention has a word of which several spellings are recorded, and is no wrong one. */
function isOfInterest(
  { people, kind, nameStart, nameEnd }: Mention,
  { analysis: { text }, dossier }: CheckContext,
): boolean {
  const person = dossier.people.get(people[0] ?? '');
  return (
    person !== undefined &&
    people.length === 1 &&
    kind !== 'misspelling' &&
    kind !== 'misnomer' &&
    namesIn(text.slice(nameStart, nameEnd), nameStart, person).length > 0
  );
}

/** `Lavrov (Lawrow)`, `Lavrov or Lawrow`: both on purpose. */
const EITHER = /^[,\s]*(?:\(|\/|=|or\s|или\s|oder\s|ou\s)/i;

/** Whether the writer's own choice of spelling stands here: no quotation, no title, not one of two forms on purpose. */
function isOwnSpelling(
  { start, end, nameStart, nameEnd, people }: Mention,
  { narration, quotations, mentions, start: sentenceStart }: Sentence,
  italics: readonly Range[],
  { analysis }: CheckContext,
): boolean {
  const { text } = analysis;
  const range = { start, end };
  if (quotations.some(quotation => overlap(quotation, range))) return false;
  if (narration.slice(nameStart - sentenceStart, nameEnd - sentenceStart).trim() === '') return false;
  if (italics.some(span => overlap(span, range) && span.end - span.start > end - start + 3)) return false;
  const pair = mentions.some(other => {
    if (other.people[0] !== people[0] || other.nameStart === nameStart) return false;
    const [a, b] = other.nameStart < nameStart ? [other.nameEnd, nameStart] : [nameEnd, other.nameStart];
    return b - a < 12 && EITHER.test(text.slice(a, b));
  });
  if (pair) return false;
  const target = analysis.maskedIn(end, end + REACH).find(mask => mask.kind === 'link' && mask.start >= end);
  const link = target && linkAround(text, target, Math.max(0, start - REACH));
  return (
    !link ||
    !overlap(link, range) ||
    !/[\p{L}\p{N}]/u.test(text.slice(link.start, start) + text.slice(end, target.start))
  );
}

const REACH = 300;

/** Stretches between single asterisks or underscores. */
function italicsIn({ prose, start }: Paragraph): Range[] {
  const found: Range[] = [];
  for (const match of prose.matchAll(/(?<![\w*])([*_])(?![\s*_])[^*_]{2,300}\1(?![\w*])/g)) {
    found.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return found;
}
