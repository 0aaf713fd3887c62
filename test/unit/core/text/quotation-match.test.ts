import { describe, expect, test } from 'vitest';
import { QuotationMatcher } from '../../../../src/core/text/quotation-match.ts';
import { dossier } from '../../dossier.ts';

const matcher = new QuotationMatcher(dossier);

/** What is told of the words: each departure as `what stands → what should`, `?` where that is not known. */
function told(words: string) {
  const match = matcher.match(words);
  if (!match) return 'nothing';
  const departures = match.departures.map(
    ({ start, end, expected }) => `${words.slice(start, end)} → ${expected ?? '?'}`,
  );
  return match.exact ? 'exact' : departures.length === 0 ? 'unsure' : departures.join('; ');
}

const KERRY = 'Sergei Lavrov and I have never stopped talking';
const DIFFERENCES = "We've had our differences here and there on certain issues";

describe('words as the document prints them', () => {
  test.each([
    ['the whole', `${KERRY},`],
    ['without the comma', KERRY],
    ['with a full stop', `${KERRY}.`],
    ['with a small letter at the beginning', 'sergei Lavrov and I have never stopped talking'],
    ['all in capitals', KERRY.toUpperCase()],
    ['over two lines of a block quotation', 'Sergei Lavrov and I\n> have never stopped talking'],
    ['with non-breaking and double spaces', 'Sergei\u00a0Lavrov and I  have never&nbsp;stopped talking'],
    ['with curly apostrophes', DIFFERENCES.replace("'", '’')],
    ['with an escaped apostrophe', DIFFERENCES.replace("'", "\\'")],
    ['with an apostrophe as an entity', DIFFERENCES.replace("'", '&rsquo;')],
    ['a part', 'and I have never stopped'],
    ['a part with its own capital', 'Have never stopped talking.'],
    ['with emphasis', 'Sergei Lavrov and I have **never** st*opped* _talking_'],
    ['with HTML', 'Sergei Lavrov and I have <em>never</em> stopped talking'],
    ['with a link', 'Sergei Lavrov and I have [never stopped](https://a.example/b_(c)?d=e "f") talking'],
    ['with a link by reference', '[Sergei Lavrov][sl] and I have never stopped talking'],
    ['with a footnote', 'Sergei Lavrov and I[^1] have never stopped talking[^talks]'],
    [
      'with a citation',
      'Sergei Lavrov and I have never stopped talking [see @reuters-2013-kerry-lavrov, para. 4]',
    ],
    ['with the speaker below', `> ${KERRY}.\n> — John Kerry, Geneva`],
    ['with the source behind', `${KERRY}. (Reuters 2013)`],
    ['with another transliteration of the name', KERRY.replace('Sergei', 'Sergey')],
    ['with other hyphens', 'senators‑turned–secretaries of state like Clinton or Kerry do'],
    ['with an abbreviation in another style', 'was not happy with the US position on Syria'],
    ['with the document’s own insertion', 'secretaries of state like [Hillary] Clinton or Kerry do'],
    ['without the document’s own insertion', 'secretaries of state like Clinton or Kerry do'],
    ['with the document’s misprint', 'set the state for a political settlement'],
    ['with the misprint marked', 'set the state [sic] for a political settlement'],
    ['with the misprint marked in another way', 'set the state (*sic*) for a [political] settlement'],
    ['one of three words', 'yield concrete results'],
    ['two that follow each other', 'They both love sports. Lavrov loves soccer.'],
  ])('are exact: %s', (_, words) => {
    expect(told(words)).toBe('exact');
  });

  test.each([
    ['an ellipsis', 'Sergei Lavrov and I … talking'],
    ['three dots', 'Sergei Lavrov and I have never... talking'],
    ['spaced dots', 'Sergei Lavrov and I . . . have never stopped talking'],
    ['dots in brackets', 'Sergei Lavrov and I […] stopped talking'],
    ['escaped brackets', 'Sergei Lavrov and I \\[...\\] stopped talking'],
    ['dots in round brackets', 'Sergei Lavrov and I (...) stopped talking'],
    ['an ellipsis at either end', '… and I have never stopped …'],
    ['short pieces', 'Sergei Lavrov … never stopped talking'],
    ['the document’s three dots', 'beyond those things... some people try to make them'],
    ['the document’s three dots not kept', 'beyond those things some people try to make them'],
  ])('are exact with an omission that is marked: %s', (_, words) => {
    expect(told(words)).toBe('exact');
  });

  test.each([
    ['[Kerry] and I have never stopped talking'],
    ["Sergei Lavrov and [Kerry's team] have never stopped talking"],
    ['Sergei Lavrov and I have [honestly] never stopped talking'],
    ['[T]his is a strong system and Putin is very much in control'],
    ['Putin is very much in control, and Lavrov serve[d] that system'],
    ['[the minister]’s system and Putin is very much in control'],
  ])('are exact with an insertion in brackets: %s', words => {
    expect(told(words)).toBe('exact');
  });

  test('lead to the quotation, its document and passage', () => {
    expect(matcher.match(KERRY)).toMatchObject({
      document: 'reuters-2013-kerry-lavrov',
      passage: 4,
      quotation: { id: 'reuters-2013-kerry-lavrov-q3', speaker: 'kerry-john' },
      exact: true,
      distinctive: true,
      departures: [],
      unsure: [],
      others: [],
    });
  });

  test('lead to every place where they stand', () => {
    const match = matcher.match('a good working relationship');
    expect([match, ...(match?.others ?? [])].map(place => place?.quotation?.id)).toEqual([
      'reuters-2013-kerry-lavrov-q1',
      'reuters-2013-kerry-lavrov-q10',
    ]);
  });

  test.each([
    ['deal of the century', false],
    ['in the way that', false],
    ['We should have a better relationship', true],
    ['stopped talking … stopped', undefined],
    ['here and there on certain issues', true],
  ])('say whether they can stand elsewhere by chance: %s', (words, distinctive) => {
    expect(matcher.match(words)?.distinctive).toBe(distinctive);
  });
});

describe('words that depart', () => {
  test.each([
    ['another word', 'Sergei Lavrov and I have never stopped speaking', 'speaking → talking'],
    ['another word in the middle', 'Sergei Lavrov and he have never stopped talking', 'he → I'],
    ['another word first', 'They should have a better relationship', 'They → We'],
    ['a word left out', 'Sergei Lavrov and I never stopped talking', ' → have'],
    ['words left out', 'Putin is in control, and Lavrov serves that system', ' → very much'],
    ['a word put in', 'Sergei Lavrov and I have never ever stopped talking', 'ever → '],
    ['words put in at the end', 'Just work with Lavrov on it, and do it fast', 'and do it fast → '],
    ['a word put in twice', 'Just just work with Lavrov on it', 'just → '],
    ['a contraction spelt out', DIFFERENCES.replace("We've", 'We have'), "We have → We've"],
    ['two words', 'We had some differences here and there on certain issues', "We → We've; some → our"],
    ['another order', 'I and Sergei Lavrov have never stopped talking', 'I and → ;  → and I'],
    [
      'another word for an abbreviation',
      'was not happy with the American position on Syria',
      'American → U.S.',
    ],
    [
      'another word beside an ellipsis',
      'Putin … in charge, and Lavrov serves that system',
      'charge → control',
    ],
    [
      'another word beside an insertion',
      'Sergei Lavrov and [Kerry] have never ceased talking',
      'ceased → stopped',
    ],
    ['another word than the misprint', 'set the scene for a political settlement', 'scene → state'],
  ])('are located: %s', (_, words, departures) => {
    expect(told(words)).toBe(departures);
  });

  test('the misprint put right is no departure, and not word for word', () => {
    const words = 'set the stage for a political settlement';
    expect(matcher.match(words)).toMatchObject({
      exact: false,
      departures: [],
      unsure: [{ start: 8, end: 13 }],
    });
  });

  test('what is left out is shown at the word that follows', () => {
    const words = 'Sergei Lavrov and I never stopped talking';
    expect(matcher.match(words)?.departures).toEqual([
      { kind: 'left-out', start: 20, end: 20, shown: { start: 20, end: 25 }, expected: 'have' },
    ]);
  });

  test.each([
    [
      'Sergei Lavrov and I have *never* stopped speaking.',
      'Sergei Lavrov and I have *never* stopped talking.',
    ],
    ['they should have a better relationship…', 'we should have a better relationship…'],
    ['Sergei Lavrov and I, never stopped talking', 'Sergei Lavrov and I, have never stopped talking'],
    [
      'Sergei Lavrov and I have, honestly, never stopped talking',
      'Sergei Lavrov and I have, never stopped talking',
    ],
    ['Well, just work with Lavrov on it.', 'Just work with Lavrov on it.'],
    ['Just work with Lavrov on it, now!', 'Just work with Lavrov on it!'],
    [
      'We have had our differences here and there – on ‘certain’ issues',
      'We’ve had our differences here and there – on ‘certain’ issues',
    ],
    ['We’d had our differences here and there', 'We’ve had our differences here and there'],
    [
      'senators-secretaries of state like [Hillary] Clinton or Kerry do',
      'senators-turned-secretaries of state like [Hillary] Clinton or Kerry do',
    ],
  ])('are put right in the writer’s own style: %s', (words, corrected) => {
    expect(matcher.match(words)?.corrected).toBe(corrected);
  });
});

describe('nothing is told of', () => {
  test.each([
    ['one word', 'reset'],
    ['two words', 'reset button'],
    ['a part of three words', 'never stopped talking'],
    ['no words', ' … '],
    ['a paraphrase', 'Kerry and his counterpart have kept up their conversation all the time'],
    ['a paraphrase with the same small words', 'it was clear that he had a good relationship'],
    ['another sentence with a common beginning', 'I was not happy with the outcome'],
    ['another sentence about the same', 'he had a good personal relationship with Trump'],
    ['a common phrase that departs', 'in the Middle East on Mondays'],
    ['a title with a name', 'I told Russian Foreign Minister Sergei Lavrov that'],
    [
      'titles with names',
      'US Secretary of State Rex Tillerson met Russian Foreign Minister Sergei Lavrov in Moscow',
    ],
    ['half of a quotation and something else', 'Just work with Lavrov and with everybody who comes along'],
    ['pieces that are all short', 'We’ve had … certain'],
    ['another language', 'Мы с Сергеем Лавровым никогда не переставали разговаривать'],
  ])('%s', (_, words) => {
    expect(matcher.match(words)).toBeUndefined();
  });
});
