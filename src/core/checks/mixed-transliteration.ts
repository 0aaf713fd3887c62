import type { Dossier } from '../dossier/dossier.ts';
import { languageOf } from '../text/language.ts';
import type { Mention } from '../text/mention.ts';
import { firstEndingAfter, overlap, type Range } from '../text/ordered-ranges.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import { linkAround } from './cited.ts';
import { cue, says } from './cues.ts';
import { outsideReferences } from './headings.ts';
import type { CheckContext, Edit, Gathered, Rule } from './rule.ts';
import { namesIn, type Part } from './transliterations.ts';

/** The sentence speaks of how a name is written, or of how others write it. */
const ABOUT_SPELLING = cue(
  'spell~|spelt|transliterat~|transcri(?:be|pt)~|romani[sz]~|written (?:as|so|in)|writ(?:es?|ing) (?:it|him|her|his|the name)|render(?:s|ed|ing)?',
  'known as|(?:in|by) (?:other|some|many|most) \\w+|prefer(?:s|red)?|known as|alias|aka|a\\.k\\.a|sic|(?:the|his|her|that) names?|variants?|so-called|is how|call(?:s|ed)? (?:him|her|himself|herself|it|the man)',
  'in (?:its |the )?(?:german|french|dutch|polish|russian|english|spanish|italian|hungarian|romanian|ukrainian|latvian)(?: \\w+)?',
  '(?:german|french|dutch|polish|russian|english|spanish|italian|hungarian|romanian)(?: \\w+)?:',
  'пиш~|писа~|написан~|транслит~|также|латиниц~|называ~',
  'geschrieben|schreib~|schreibweise|auch|écrit~|orthograph~',
);

/** Reports a name that one file transliterates in two ways. */
export const mixedTransliteration: Rule = {
  code: 'mixed-transliteration',
  severity: 'information',
  gather(paragraph, context) {
    const ofInterest = new Set(paragraph.mentions.filter(mention => isOfInterest(mention, context)));
    if (ofInterest.size === 0) return [];
    const language = languageOf(paragraph.prose) ?? '';
    const italics = italicsIn(paragraph);
    return paragraph.sentences.flatMap(sentence =>
      !sentence.mentions.some(mention => ofInterest.has(mention)) || says(sentence.narration, ABOUT_SPELLING)
        ? []
        : sentence.mentions
            .filter(
              mention =>
                ofInterest.has(mention) &&
                isOwnSpelling(mention, sentence, italics, context) &&
                (language !== '' || !isForeign(mention, context)),
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
  *file(gathered, { analysis, dossier, frontMatter, voice: { t } }, report) {
    const lang = frontMatter.lang?.slice(0, 2);
    // Nearly all files write a name in one way.
    if (mend(gathered, dossier, lang).size === 0) return;
    const own = outsideReferences(gathered, analysis);
    const mended = mend(own, dossier, lang);
    const told = new Map<string, number>();
    for (const { start, end, about, value } of own) {
      yield;
      const edits = mended.get(about)?.get(value);
      const count = told.get(about) ?? 0;
      if (!edits || count >= MOST_TOLD) continue;
      told.set(about, count + 1);
      const name = analysis.text.slice(start, end);
      let right = name;
      for (const edit of edits.toReversed()) {
        right = right.slice(0, edit.start) + edit.text + right.slice(edit.end);
      }
      report({
        start,
        end,
        message: t('Elsewhere this file writes “{0}”.', edits.map(edit => edit.text).join(' ')),
        fixes: [
          {
            title: t('Change to “{0}”', right),
            edits: edits.map(edit => ({ ...edit, start: start + edit.start, end: start + edit.end })),
          },
        ],
        because: [{ type: 'person', id: about }],
      });
    }
  },
  explain: ({ t }) => ({
    title: t('One name in two transliterations'),
    paragraphs: [
      t(
        'Reports the name of one person that a file writes in two ways, such as Sergei and Sergey. The way that it uses more often, or first, counts as its own; the others are reported, at most twenty for one person.',
      ),
      t(
        'Left alone are quotations, titles in italics, the texts of links, lists of references, paragraphs in another language, other scripts, short forms and middle names, and sentences that speak of how a name is written.',
      ),
    ],
  }),
};

const MOST_TOLD = 20;

const isCapitals = (word: string): boolean => word === word.toUpperCase();
const inCaseOf = (like: string, word: string): string =>
  isCapitals(like)
    ? word.toUpperCase()
    : isCapitals(word)
      ? word.charAt(0) + word.slice(1).toLowerCase()
      : word;

/** A way in which a person is named in one language; a file has few of them, however often they stand there. */
interface Spelling {
  readonly about: string;
  readonly value: string;
  readonly language: string;
  readonly parts: readonly Part[];
  count: number;
}

function spellingsIn(gathered: readonly Gathered[], dossier: Dossier): Spelling[] {
  const all: Spelling[] = [];
  const known = new Map<string, Map<string, Spelling>>();
  for (const { about, value } of gathered) {
    const own = known.get(about) ?? new Map<string, Spelling>();
    known.set(about, own);
    let spelling = own.get(value);
    if (spelling === undefined) {
      const head = value.indexOf('\n');
      const [language, name] = [value.slice(0, head), value.slice(head + 1)];
      const person = dossier.people.get(about);
      spelling = { about, value, language, parts: person ? namesIn(name, person) : [], count: 0 };
      own.set(value, spelling);
      all.push(spelling);
    }
    spelling.count++;
  }
  return all;
}

/**
 * The edits that give each name the file's own spelling, counted from the name's beginning, by person and what was gathered.
 * @param lang the file's language, where it tells; else that of most of its names counts where a paragraph does not tell
 */
function mend(
  gathered: readonly Gathered[],
  dossier: Dossier,
  lang: string | undefined,
): ReadonlyMap<string, ReadonlyMap<string, readonly Edit[]>> {
  const spellings = spellingsIn(gathered, dossier);
  const own = lang ?? most(spellings.filter(({ language }) => language !== ''))?.language ?? '';
  const uses = new Map<string, { readonly folded: string; readonly written: string; count: number }[]>();
  const usesOf = ({ about, language }: Spelling, { key }: Part) => {
    const place = `${about} ${language || own} ${key}`;
    const list = uses.get(place) ?? [];
    uses.set(place, list);
    return list;
  };
  for (const spelling of spellings) {
    for (const part of spelling.parts) {
      const list = usesOf(spelling, part);
      const use = list.find(({ folded }) => folded === part.folded);
      if (use) use.count += spelling.count;
      else list.push({ folded: part.folded, written: part.written, count: spelling.count });
    }
  }
  const mended = new Map<string, Map<string, readonly Edit[]>>();
  for (const spelling of spellings) {
    const edits = spelling.parts.flatMap((part): Edit[] => {
      const usual = most(usesOf(spelling, part));
      if (usual === undefined || usual.folded === part.folded) return [];
      return [{ start: part.start, end: part.end, text: inCaseOf(part.written, usual.written) }];
    });
    if (edits.length === 0) continue;
    const { about, value } = spelling;
    mended.set(about, (mended.get(about) ?? new Map<string, readonly Edit[]>()).set(value, edits));
  }
  return mended;
}

/** The first of those that stand most often. */
const most = <T extends { readonly count: number }>(list: readonly T[]): T | undefined =>
  list.reduce<T | undefined>((best, each) => (best && best.count >= each.count ? best : each), undefined);

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
    namesIn(text.slice(nameStart, nameEnd), person).length > 0
  );
}

/** Whether a word of a name is spelt as only other languages than English have it. */
function isForeign(
  { people, nameStart, nameEnd }: Mention,
  { analysis: { text }, dossier }: CheckContext,
): boolean {
  const person = dossier.people.get(people[0] ?? '');
  return person !== undefined && namesIn(text.slice(nameStart, nameEnd), person).some(part => part.foreign);
}

/** `whom the Germans call Lawrow`, `the paper has Lawrow` */
const CALLED =
  /(?<!\p{L})(?:call|calls|called|named|spell|spells|write|writes|has|have|prints?|gives?|uses?|or|heißt|oder|ou|назыв\p{L}*|или)\s+$/iu;
/** `Lavrov (Lawrow)`, `Lavrov or Lawrow`, `Lavrov, Lawrow`: both on purpose. */
const EITHER = /^[,\s]*(?:[(/=]|(?:or|and|или|и|oder|ou)\s|$)/i;

/** Whether the writer's own choice of spelling stands here: no quotation, no title, not one of two forms on purpose. */
function isOwnSpelling(
  { start, end, nameStart, nameEnd, people }: Mention,
  { narration, quotations, mentions, start: sentenceStart }: Sentence,
  italics: readonly Range[],
  { analysis }: CheckContext,
): boolean {
  const { text } = analysis;
  const range = { start, end };
  if (CALLED.test(text.slice(Math.max(sentenceStart, start - 12), start))) return false;
  if (touches(quotations, range)) return false;
  // Of an author and a title.
  if (/^[,.:]\s*[“"«„*_[(]/.test(text.slice(end, end + 4))) return false;
  if (narration.slice(nameStart - sentenceStart, nameEnd - sentenceStart).trim() === '') return false;
  const span = italics[firstEndingAfter(italics, start)];
  if (span && overlap(span, range) && span.end - span.start > end - start + 3) return false;
  const index = firstEndingAfter(mentions, start);
  const pair = [mentions[index - 1], mentions[index + 1]].some(other => {
    if (other === undefined || other.people[0] !== people[0]) return false;
    const [a, b] = other.nameStart < nameStart ? [other.nameEnd, nameStart] : [nameEnd, other.nameStart];
    return b - a < 12 && EITHER.test(text.slice(a, b));
  });
  if (pair) return false;
  if (!/\][([]/.test(text.slice(end, end + REACH))) return true;
  const target = analysis.maskedIn(end, end + REACH).find(mask => mask.kind === 'link' && mask.start >= end);
  const link = target && linkAround(text, target, Math.max(0, start - REACH));
  return (
    !link ||
    !overlap(link, range) ||
    !/[\p{L}\p{N}]/u.test(text.slice(link.start, start) + text.slice(end, target.start))
  );
}

const REACH = 300;

/** Whether one of some ranges in order has a unit of another. */
function touches(ranges: readonly Range[], range: Range): boolean {
  const found = ranges[firstEndingAfter(ranges, range.start)];
  return found !== undefined && overlap(found, range);
}

/** Stretches between single asterisks or underscores. */
function italicsIn({ prose, start }: Paragraph): Range[] {
  const found: Range[] = [];
  for (const match of prose.matchAll(/(?<![\w*])([*_])(?![\s*_])[^*_]{2,300}\1(?![\w*])/g)) {
    found.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return found;
}
