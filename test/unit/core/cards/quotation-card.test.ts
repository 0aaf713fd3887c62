import { describe, expect, it } from 'vitest';
import { quotationCard } from '../../../../src/core/cards/quotation-card.ts';
import { markLabel } from '../../../../src/core/cards/sources.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { inEnglish, type Voice } from '../../../../src/core/dossier/translate.ts';
import { QuotationMatcher } from '../../../../src/core/text/quotation-match.ts';
import { dossier } from '../../dossier.ts';

const voice: Voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };
const matcher = new QuotationMatcher(dossier);

function card(words: string) {
  const match = matcher.match(words);
  if (!match) throw new Error(`no match for ${words}`);
  return quotationCard(dossier, match, words, voice);
}

const RIGHT = 'Sergei Lavrov and I have never stopped talking,';

describe('the card of a quotation', () => {
  it('says that it is word for word, where it stands, and who said it when', () => {
    const said = card(RIGHT);
    expect(said).toMatchObject({ exact: true, verdict: 'Word for word', departures: [] });
    expect(markLabel(said.source)).toBe('Reuters 2013, ¶4');
    expect(said.source.grade).toBe('B2');
    expect(said.speaker).toEqual({ name: 'John Kerry', reference: { type: 'person', id: 'kerry-john' } });
    expect(said.circumstances).toEqual(['at first hand', 'to the news conference', '14 September 2013']);
    expect(said.citable).toEqual({ type: 'quotation', id: 'reuters-2013-kerry-lavrov-q3' });
  });

  it('says where it departs, and what the record has', () => {
    const changed = card('Sergei Lavrov and I have never stopped shouting,');
    expect(changed).toMatchObject({ exact: false, verdict: 'Not word for word' });
    expect(changed.departures).toEqual(['“shouting”: the record has “talking”']);
    expect(changed.corrected).toBe(RIGHT);
    expect(card('Sergei Lavrov and I have stopped talking,').departures).toEqual(['“never” is left out']);
  });

  it('tells second hand from first', () => {
    const reported = [...dossier.documents.values()]
      .flatMap(({ quotations }) => quotations)
      .filter(({ kind, words }) => kind === 'reported' && words.split(' ').length > 3);
    expect(reported.length).toBeGreaterThan(0);
    for (const { words } of reported) expect(card(words).circumstances[0]).toMatch(/^at second hand/);
  });

  it('is short, however long the words are', () => {
    const match = matcher.match(RIGHT);
    if (!match) throw new Error('no match');
    const words = 'word '.repeat(10_000);
    const departures = Array.from({ length: 500 }, (_, index) => ({
      kind: 'other' as const,
      start: index,
      end: words.length,
      shown: { start: index, end: words.length },
      expected: words,
    }));
    const long = quotationCard(
      dossier,
      { ...match, exact: false, departures, corrected: words },
      words,
      voice,
    );
    expect(JSON.stringify(long).length).toBeLessThan(5000);
    expect(long.departures.at(-1)).toBe('and 496 more');
  });
});
