import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../src/core/checks/rule.ts';
import { unknownKey } from '../../../../src/core/checks/unknown-key.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { frontMatterFields } from '../../../../src/core/text/front-matter-fields.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { readParagraph } from '../../../../src/core/text/paragraphs.ts';
import { QuotationMatcher } from '../../../../src/core/text/quotation-match.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(unknownKey, dossier);

describe('a key that no document bears', () => {
  it('is told with the one that it was probably meant for, and put right', () => {
    expect(check('They talked [@Reuters_2013_Kerry_Lavrov, para. 4].')).toMatchObject([
      {
        start: 13,
        end: 39,
        message:
          'No document has the key “Reuters_2013_Kerry_Lavrov”; Reuters 2013 has “reuters-2013-kerry-lavrov”.',
        fixes: [{ edits: [{ start: 14, end: 39, text: 'reuters-2013-kerry-lavrov' }] }],
        because: [{ type: 'document', id: 'reuters-2013-kerry-lavrov' }],
      },
    ]);
  });

  it('keeps its braces', () => {
    const [finding] = check('They talked [@{reuters-2013-kerry-lavrow}].');
    expect(finding?.fixes[0]?.edits).toEqual([{ start: 15, end: 40, text: 'reuters-2013-kerry-lavrov' }]);
  });

  it('is told with the nearest one, without a fix, where it may be another document', () => {
    expect(check('They talked [@reuters-2013].')).toMatchObject([
      {
        message:
          'No document has the key “reuters-2013”. The nearest is “reuters-2013-kerry-lavrov”, of Reuters 2013.',
        fixes: [],
      },
    ]);
    expect(check('They talked [@reuters-2012-kerry-lavrov].')).toMatchObject([{ fixes: [] }]);
  });

  it('is told how keys are found where none is like it', () => {
    expect(check('They talked [@nowhere].')).toMatchObject([
      {
        message: 'No document has the key “nowhere”. To find a key, type a word of the document after “[@”.',
        because: [],
      },
    ]);
  });

  it('depends on the dossier', () => {
    const other = checkingBy(unknownKey, smallDossier);
    expect(other('They talked [@herald-2031-harbour].')).toEqual([]);
    expect(other('They talked [@reuters-2013-kerry-lavrov].')).toHaveLength(1);
  });
});

describe('a key in a role of MyST’s', () => {
  it('is told as one in brackets is', () => {
    const text = 'They talked {cite:p}`Reuters_2013_Kerry_Lavrov{para. 4}, nowhere`, as {cite:t}`none` says.';
    expect(check(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Reuters_2013_Kerry_Lavrov',
      'nowhere',
      'none',
    ]);
    const [edit] = check(text)[0]?.fixes[0]?.edits ?? [];
    expect(edit && text.slice(edit.start, edit.end)).toBe('Reuters_2013_Kerry_Lavrov');
  });

  it('is none in code and in other roles', () => {
    expect(check('They talked `nowhere`, {ref}`nowhere`, \\{cite:p}`nowhere`.')).toEqual([]);
    expect(check('They talked {cite}`10.1000/xyz123`.')).toEqual([]);
  });
});

it('an identifier that programs resolve is no key, and a name that begins like one is', () => {
  for (const key of [
    'doi:10.1000',
    'pmid:123',
    'pmc123',
    'isbn:978',
    'tag:x',
    'url',
    '10.1000',
    'types/node',
    'fig-map',
  ])
    expect(check(`So [@${key}].`)).toEqual([]);
  for (const key of ['tagore-1912', 'rawls1971', 'urlich:2001', 'doisneau1950', 'arxivist'])
    expect(check(`So [@${key}].`)).toHaveLength(1);
});

describe('many keys that nobody knows', () => {
  const many = (known: number): string =>
    ['a1', 'b2', 'c3', 'd4', 'e5'].map(key => `It is so [@${key}].`).join(' ') +
    [...dossier.documents.keys()]
      .slice(0, known)
      .map(key => ` And so [@${key}].`)
      .join('');

  it('are explained elsewhere where no bibliography is known and fewer of them are known', () => {
    expect(check(many(0))).toEqual([]);
    expect(check(many(1))).toEqual([]);
    expect(check('Once [@a1], again [@a1], [@a1], [@a1], [@a1].')).toHaveLength(5);
  });

  it('are slips in a file of which most keys are known', () => {
    const known = [...dossier.documents.keys()].slice(0, 5);
    expect(known).toHaveLength(5);
    const text = `${many(0)} ${known.map(key => `So [@${key}].`).join(' ')}`;
    expect(check(text)).toHaveLength(5);
  });
});

describe('keys of bibliography files', () => {
  const text =
    '---\nbibliography: refs.bib\n---\n\nIt is so [@smith2004; @jones1999; @reuters-2013-kerry-lavrow], {cite:p}`a1, b2, c3, d4`.';
  const analysis = analyse(text, new NameMatcher([...dossier.people.values()]));

  function unknown(otherKeys: CheckContext['otherKeys']): string[] {
    const context: CheckContext = {
      dossier,
      quotations: new QuotationMatcher(dossier),
      analysis,
      frontMatter: frontMatterFields(text),
      reference: undefined,
      voice: { t: inEnglish, dates: ENGLISH_DATE_WORDS },
      ...(otherKeys && { otherKeys }),
    };
    const gathered = analysis
      .blocksIn(0, text.length)
      .flatMap(block => unknownKey.gather?.(readParagraph(analysis, block), context) ?? []);
    const found: string[] = [];
    const steps = unknownKey.file?.(gathered, context, ({ start, end }) =>
      found.push(text.slice(start, end)),
    );
    while (steps?.next().done === false);
    return found;
  }
  const has = (key: string): boolean => key === 'smith2004';

  it('may be any as long as the files were not read', () => {
    expect(unknown(undefined)).toEqual(['@reuters-2013-kerry-lavrow']);
    expect(unknown({ has, complete: false })).toEqual(['@reuters-2013-kerry-lavrow']);
  });

  it('are known once they were', () => {
    expect(unknown({ has, complete: true })).toEqual([
      '@jones1999',
      '@reuters-2013-kerry-lavrow',
      'a1',
      'b2',
      'c3',
      'd4',
    ]);
  });
});
