import { describe, expect, it } from 'vitest';
import { namesakesOf } from '../../../../src/core/cards/namesakes.ts';
import { findPageLine } from '../../../../src/core/cards/pages/page-line.ts';
import { documentOfNote, sourceCard } from '../../../../src/core/cards/source-card.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import type { Person, SourceDocument } from '../../../../src/core/dossier/records.ts';
import { inEnglish, type Voice } from '../../../../src/core/dossier/translate.ts';
import { shortened } from '../../../../src/core/text/shortened.ts';
import { dossier } from '../../dossier.ts';

const voice: Voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };
const REUTERS = 'reuters-2013-kerry-lavrov';

function documentOf(id: string): SourceDocument {
  const document = dossier.documents.get(id);
  if (!document) throw new Error(`no ${id}`);
  return document;
}

const card = (id: string, paragraphs: readonly number[] = []) =>
  sourceCard(documentOf(id), paragraphs, voice);

describe('the card of a source', () => {
  it('says how far it can be trusted', () => {
    expect(card(REUTERS)).toMatchObject({ name: 'Reuters 2013', grade: 'B2', weak: false });
    expect(card(REUTERS).gradeWords).toBe('source usually reliable, content probably true');
    expect(card('capital-cities-2025-rubio-lavrov')).toMatchObject({ grade: 'E5', weak: true });
  });

  it('tells what the cited paragraphs say, and which there are not', () => {
    const { paragraphs, moreParagraphs, missing } = card(REUTERS, [4, 31, 4, 900]);
    expect(paragraphs.map(({ number, reference }) => [number, reference.id])).toEqual([
      [4, `${REUTERS}#4`],
      [31, `${REUTERS}#31`],
    ]);
    expect(paragraphs[0]?.precis).toBe(shortened(dossier.passage(REUTERS, 4)?.precis ?? '', 240));
    expect(moreParagraphs).toBe(0);
    expect(missing).toEqual([900]);
    expect(card(REUTERS, [1, 2, 3, 4, 5]).moreParagraphs).toBe(2);
  });

  it('counts the flaws and tells the weightiest, first of the paragraph that is cited', () => {
    const document = documentOf('capital-cities-2025-rubio-lavrov');
    const { flaws } = card(document.id);
    expect(flaws).toMatch(new RegExp(`^${document.flaws.length} flaws, among them: `));
    const told = (text: string | undefined) =>
      document.flaws.find(({ note }) => text?.includes(shortened(note, 240)))?.kind;
    expect(['wrong-fact', 'misnamed-person', 'unsupported-claim']).toContain(told(flaws));
    const own = document.passages.find(({ start, end }) =>
      document.flaws.some(
        flaw => flaw.start >= start && flaw.start < end && flaw.kind === 'unsupported-claim',
      ),
    );
    const cited = card(document.id, [own?.number ?? 0]).flaws;
    const notes = document.flaws.filter(
      flaw => own !== undefined && flaw.start >= own.start && flaw.start < own.end,
    );
    expect(notes.some(({ note }) => cited?.includes(shortened(note, 240)))).toBe(true);
  });

  it('says nothing of flaws where there are none, and one of one', () => {
    const document = documentOf(REUTERS);
    expect(sourceCard({ ...document, flaws: [] }, [], voice).flaws).toBeUndefined();
    expect(sourceCard({ ...document, flaws: document.flaws.slice(0, 1) }, [], voice).flaws).toMatch(
      /^1 flaw: /,
    );
  });

  it('is short, however long the record is', () => {
    const document = documentOf(REUTERS);
    const long = 'word '.repeat(20_000);
    const passages = document.passages.map(passage => ({ ...passage, precis: long }));
    const flaws = document.flaws.map(flaw => ({ ...flaw, note: long }));
    const text = JSON.stringify(sourceCard({ ...document, passages, flaws }, [1, 2, 3, 4, 5], voice));
    expect(text.length).toBeLessThan(2500);
  });
});

describe('the document of a note', () => {
  it('is told by the label that Insert Citation writes', () => {
    expect(documentOfNote(dossier, `${REUTERS}-p4-31`, 'x')).toMatchObject({
      document: { id: REUTERS },
      paragraphs: [4, 31],
    });
    expect(documentOfNote(dossier, `${REUTERS}-p4-2`, 'x')?.paragraphs).toEqual([4]);
    expect(documentOfNote(dossier, `${REUTERS}-2`, 'x')).toMatchObject({ paragraphs: [] });
    expect(documentOfNote(dossier, `${REUTERS}-again`, 'x')).toBeUndefined();
  });

  it('is told by its title, whatever its marks', () => {
    const said = 'See Warren Strobel, “Kerry–Lavrov rapport smoothed path to Syria deal,” Reuters.';
    expect(documentOfNote(dossier, '1', said)?.document.id).toBe(REUTERS);
    expect(documentOfNote(dossier, '1', 'See the report of an agency.')).toBeUndefined();
  });
});

describe('who else bears a surname', () => {
  const others = (id: string) =>
    namesakesOf(dossier.people.get(id) as Person).map(text => text.split(',')[0]);

  it('is whom the record tells apart', () => {
    expect(others('clinton-hillary')).toEqual(['Bill Clinton', 'Chelsea Clinton']);
    expect(others('rice-condoleezza')[0]).toBe('Susan Rice');
    expect(others('assad-bashar')).toEqual(['Hafez al-Assad']);
  });

  it('is nobody of a like name, and no explanation', () => {
    expect(others('kerry-john')).toEqual([]);
    expect(others('lavrov-sergey')).toEqual([]);
    expect(others('rubio-marco')).toEqual([]);
  });
});

describe('the line of a page', () => {
  it('is that of the paragraph’s heading, and the first for a whole record', () => {
    const whole = findPageLine(dossier, { type: 'document', id: REUTERS }, voice);
    expect(whole).toEqual({ page: { type: 'document', id: REUTERS }, line: 0 });
    const lines = [1, 4, 32].map(
      number => findPageLine(dossier, { type: 'passage', id: `${REUTERS}#${number}` }, voice)?.line ?? 0,
    );
    expect(lines[0]).toBeGreaterThan(10);
    expect([...lines].sort((a, b) => a - b)).toEqual(lines);
    expect(new Set(lines).size).toBe(3);
  });

  it('is none for what the dossier does not have', () => {
    expect(findPageLine(dossier, { type: 'passage', id: `${REUTERS}#900` }, voice)).toBeUndefined();
    expect(findPageLine(dossier, { type: 'person', id: 'nobody' }, voice)).toBeUndefined();
  });
});
