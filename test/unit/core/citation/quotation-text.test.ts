import { describe, expect, it } from 'vitest';
import { quotationText } from '../../../../src/core/citation/quotation-text.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { Person, Quotation } from '../../../../src/core/dossier/records.ts';
import { herald } from './sources.ts';

const vale: Person = {
  id: 'vale-ada',
  name: 'Ada Vale',
  sortName: 'Vale, Ada',
  forms: [{ form: 'Ада Вейл', kind: 'full', language: 'ru', status: 'attested' }],
  offices: [],
};
const dossier = new Dossier({ people: [vale], meetings: [], documents: [herald], disputes: [], records: [] });

function quoted(more: Partial<Quotation>, text = '', language?: string): string {
  const quotation: Quotation = {
    id: 'q1',
    start: 0,
    end: 0,
    words: 'We met, and talked,',
    kind: 'speech',
    speaker: 'vale-ada',
    ...more,
  };
  const document = { ...herald, csl: { ...herald.csl, ...(language !== undefined && { language }) } };
  return quotationText(dossier, { document, quotation }, text, text.length);
}

describe('a quotation in the text', () => {
  it('has its speaker, and the words as printed without the comma that led on', () => {
    expect(quoted({})).toBe('Ada Vale: “We met, and talked”');
    expect(quoted({ words: 'Never.' })).toBe('Ada Vale: “Never.”');
    expect(quoted({ speaker: 'an aide, unnamed' })).toBe('an aide, unnamed: “We met, and talked”');
  });

  it('takes the marks of the text around it, else of its language', () => {
    expect(quoted({}, 'He "did" so. "Yes" he did. ')).toBe('Ada Vale: "We met, and talked"');
    expect(quoted({}, 'Он «был» там. ')).toBe('Ада Вейл: «We met, and talked»');
    expect(quoted({}, '---\nlang: ru\n---\n\n')).toBe('Ада Вейл: «We met, and talked»');
    expect(quoted({}, '', 'ru')).toBe('Ада Вейл: «We met, and talked»');
    expect(quoted({}, '---\nlang: en\n---\n\n', 'ru')).toBe('Ada Vale: “We met, and talked”');
  });

  it('has the marks of the language in which the text is written', () => {
    const words = (text: string): string => quoted({ speaker: 'X', words: 'a “b”' }, text);
    const langs = ['de-AT', 'fr', 'es', 'pl', 'en', 'xx'];
    expect(langs.map(lang => words(`---\nlang: ${lang}\n---\n\n`))).toEqual([
      'X: „a ‚b‘“',
      'X: «\u00a0a “b”\u00a0»',
      'X: «a “b”»',
      'X: „a «b»”',
      'X: “a ‘b’”',
      'X: “a ‘b’”',
    ]);
    expect(words('Der Minister hat mit dem Kollegen und der Presse gesprochen. ')).toBe('X: „a ‚b‘“');
    expect(quoted({}, 'Лавров и Керри встретились в Женеве. ')).toBe('Ада Вейл: «We met, and talked»');
  });

  it('takes the marks of a text that has others than those of its language, and its blanks within them', () => {
    expect(quoted({}, 'He said: „No.“ ')).toBe('Ada Vale: „We met, and talked“');
    expect(quoted({}, 'Il a dit «oui» et il est dans le train. ')).toBe('Ada Vale: «We met, and talked»');
    expect(quoted({}, 'Il a dit « oui ». ')).toBe('Ada Vale: «\u00a0We met, and talked\u00a0»');
  });

  it('has other marks for a quotation inside', () => {
    expect(quoted({ words: 'the “clock” of "his"' })).toBe('Ada Vale: “the ‘clock’ of ‘his’”');
    expect(quoted({ words: '«clock»' }, 'Он «был». ')).toBe('Ада Вейл: «„clock“»');
  });

  it('says who tells of it, and that a misprint is the document’s', () => {
    expect(quoted({ kind: 'reported', reportedBy: 'an official' })).toBe(
      'Ada Vale (as told by an official): “We met, and talked”',
    );
    expect(quoted({ sic: 'meat' })).toBe('Ada Vale: “We met, and talked” (*sic*)');
  });

  it('shows in Markdown as it is printed', () => {
    expect(quoted({ words: '[be] *so*' })).toBe('Ada Vale: “\\[be\\] \\*so\\*”');
  });
});
