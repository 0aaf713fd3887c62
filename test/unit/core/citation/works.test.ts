import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import { citationText, FORMS, type Form, substituted } from '../../../../src/core/citation/forms.ts';
import { insertCitation } from '../../../../src/core/citation/insert.ts';
import {
  mergeReferences,
  type Reference,
  resolveReference,
} from '../../../../src/core/citation/references.ts';
import { STYLES, styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { entryWorks, worksOf } from '../../../../src/core/citation/works.ts';
import { dossier } from '../../dossier.ts';

const BIB = `@book{vale-2013,
  author = {Vale, Ada},
  title = {The Harbour Clock},
  publisher = {Quay},
  date = {2013},
  doi = {10.1000/Clock},
  ids = {vale13},
}
@online{roe-2020, author = {Roe, Jan}, title = {Nets}, date = {2020-05}, url = {http://example.org/nets/}}
@misc{reuters-2013-kerry-lavrov, title = {Another of the same key}}
@misc{bare, year = {1999}}
@misc{quay, publisher = {Quay}, title = {A Report}, year = {2001}}
`;
const index = new BibliographyIndex([
  { file: 'file:///own.bib', bibliography: readBibliography(BIB, 'biblatex') },
]);
for (const _ of index.indexing());
const own = entryWorks(index);

const cite = (key: string, place: Partial<Extract<Reference, { kind: 'work' }>> = {}): Reference => {
  const work = own.get(key);
  if (!work) throw new Error(`no work ${key}`);
  return { kind: 'work', work, paragraphs: [], ...place };
};

describe('the works of bibliography files', () => {
  it('are found by their keys, also the further ones of an entry, as one work', () => {
    expect(own.get('vale-2013')).toMatchObject({
      id: 'vale-2013',
      shortName: 'Vale 2013',
      csl: { title: 'The Harbour Clock', publisher: 'Quay' },
      file: 'file:///own.bib',
    });
    expect(own.get('vale13')).toBe(own.get('vale-2013'));
    expect(own.get('nobody')).toBeUndefined();
  });

  it('are found by their addresses and DOIs, however they are written', () => {
    for (const address of [
      '10.1000/clock',
      'doi:10.1000/CLOCK',
      'https://doi.org/10.1000/clock',
      'http://dx.doi.org/10.1000/Clock',
    ])
      expect(own.at(address)?.id, address).toBe('vale-2013');
    for (const address of ['https://example.org/nets', 'http://example.org/nets/#top'])
      expect(own.at(address)?.id, address).toBe('roe-2020');
    for (const address of ['', 'nets', 'https://example.org/', 'https://example.org/nets/2'])
      expect(own.at(address), address).toBeUndefined();
  });

  it('are called by their names, else by their titles, else by their keys', () => {
    expect(own.get('quay')?.shortName).toBe('Quay 2001');
    expect(own.get('reuters-2013-kerry-lavrov')?.shortName).toBe('Another of the same key');
    expect(own.get('bare')).toMatchObject({ shortName: 'bare', csl: { title: 'bare' } });
  });

  it('stand behind the documents of the dossier', () => {
    const works = worksOf(dossier, own);
    expect(works.get('reuters-2013-kerry-lavrov')).toBe(dossier.documents.get('reuters-2013-kerry-lavrov'));
    expect(works.get('vale-2013')).toBe(own.get('vale-2013'));
    const [document] = [...dossier.documents.values()].filter(({ csl }) => csl.URL);
    expect(works.at(`${document?.csl.URL}#part`)).toBe(document);
  });

  it('are cited as documents are', () => {
    const reference = { type: 'document', id: 'vale-2013' } as const;
    expect(resolveReference(dossier, reference, own)).toEqual({ references: [cite('vale-2013')] });
    expect(resolveReference(dossier, reference)).toEqual({ references: [], reason: 'unknown' });
  });
});

describe('a citation of an own work', () => {
  const pages = { locator: { label: 'page', value: '12–15' } } as const;
  const written = (form: Form, style = 'chicago-notes', reference = cite('vale-2013', pages)): string =>
    citationText([reference], { form, style: styleOf(style), template: '{short}{, locator} {mark}' });

  it('is written in every form, with its pages', () => {
    expect(Object.fromEntries(FORMS.map(form => [form, written(form)]))).toEqual({
      'pandoc-key': '[@vale-2013, pp. 12-15]',
      'pandoc-in-text': '@vale-2013 [pp. 12-15]',
      'pandoc-no-author': '[-@vale-2013, pp. 12-15]',
      myst: '{cite:p}`vale-2013{pp. 12-15}`',
      'myst-in-text': '{cite:t}`vale-2013{pp. 12-15}`',
      footnote: expect.stringMatching(
        /^\[\^vale-2013-page-12-15\]\n\n\[\^vale-2013-page-12-15\]: Ada Vale, \*The Harbour Clock\* \(Quay, 2013\), 12–15/,
      ),
      'markdown-link': '[Vale 2013, pp. 12–15](https://doi.org/10.1000/Clock)',
      formatted: expect.stringMatching(/^Ada Vale, \*The Harbour Clock\* \(Quay, 2013\), 12–15/),
      'plain-key': 'vale-2013',
      template: 'Vale 2013, pp. 12–15 @vale-2013',
    });
  });

  it('is formatted in every style', () => {
    expect(Object.fromEntries(STYLES.map(({ id }) => [id, written('formatted', id)]))).toEqual({
      'chicago-notes': expect.stringContaining('Ada Vale'),
      'chicago-author-date': '(Vale 2013, 12–15)',
      apa: '(Vale, 2013, pp. 12–15)',
      mla: '(Vale 12–15)',
      gost: expect.stringContaining('Vale'),
    });
  });

  it('links to the address that the work has, and is written out where it has none', () => {
    const link = (key: string) => written('markdown-link', 'chicago-notes', cite(key));
    expect(link('roe-2020')).toBe('[Roe 2020](http://example.org/nets/)');
    expect(link('quay')).toMatch(/^Quay, \*A Report\*|^“?\*?A Report/);
    const manner = { form: 'markdown-link', style: styleOf('chicago-notes') } as const;
    expect(substituted([cite('vale-2013'), cite('quay')], manner)).toEqual([cite('quay')]);
  });

  it('joins a citation that is there, and stands at several carets', () => {
    const text = 'One [@roe-2020].\n\nTwo.\n';
    const manner = { form: 'pandoc-key', style: styleOf('chicago-notes') } as const;
    const { edits } = insertCitation(text, [14, text.length - 2], [cite('vale-2013', pages)], manner);
    expect(edits.map(edit => edit.text)).toEqual(['; @vale-2013, pp. 12-15', ' [@vale-2013, pp. 12-15]']);
  });

  it('keeps its place beside other references of the same work', () => {
    expect(mergeReferences([cite('vale-2013', pages), cite('roe-2020'), cite('vale-2013', pages)])).toEqual([
      cite('vale-2013', pages),
      cite('roe-2020'),
    ]);
  });
});
