import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readBibliography } from '../../../../../src/core/citation/bibliography/read.ts';

const BIB =
  '@book{a, title={Entretiens à Genève}, author={Meyer, Anna}, date={2013}}\n@book{b, title={B}, ids={old}}\n@book{a, title={Again}}';
const YAML =
  '- id: b\n  title: Also b\n- id: c\n  title: Переговоры\n  author: [{family: Лунд, given: Ева}]\n';

const files = [
  { file: 'one.bib', bibliography: readBibliography(BIB, 'biblatex') },
  { file: 'two.yaml', bibliography: readBibliography(YAML, 'csl-yaml') },
];

function indexed(): BibliographyIndex {
  const index = new BibliographyIndex(files);
  for (const _ of index.indexing());
  return index;
}

describe('the entries of several files', () => {
  const index = indexed();

  it('are found by key, the first file first, and by their further keys', () => {
    expect([...index.keys()]).toEqual(['a', 'b', 'old', 'c']);
    expect(index.get('b')).toMatchObject({ file: 'one.bib', entry: { fields: { title: 'B' } } });
    expect(index.get('old')?.entry.key).toBe('b');
    expect(index.has('c')).toBe(true);
    expect(index.has('d')).toBe(false);
  });

  it('tell which keys stand twice, and where', () => {
    expect(index.duplicates()).toEqual([
      {
        key: 'a',
        places: [
          { file: 'one.bib', start: BIB.indexOf('a,'), end: BIB.indexOf('a,') + 1 },
          { file: 'one.bib', start: BIB.lastIndexOf('a,'), end: BIB.lastIndexOf('a,') + 1 },
        ],
      },
      {
        key: 'b',
        places: [
          { file: 'one.bib', start: BIB.indexOf('b,'), end: BIB.indexOf('b,') + 1 },
          { file: 'two.yaml', start: 6, end: 7 },
        ],
      },
    ]);
  });

  it.each([
    ['meyer 2013', ['a']],
    ['GENEV entret', ['a']],
    ['lund', ['c']],
    ['peregov', ['c']],
    ['перег лунд', ['c']],
    ['again', ['a']],
    ['old', ['b']],
    ['eyer', []],
    ['', ['a', 'b', 'a', 'b', 'c']],
  ])('are found by %j', (query, keys) => {
    expect(index.search(query, 10).map(({ entry }) => entry.key)).toEqual(keys);
  });

  it('are no more than were asked for', () => {
    expect(index.search('', 2)).toHaveLength(2);
  });

  it('are searched anew when another file comes', () => {
    const changed = new BibliographyIndex([
      ...files,
      { file: 'three.bib', bibliography: readBibliography('@book{z, title={Genève}}', 'biblatex') },
    ]);
    expect(changed.search('genev', 10)).toEqual([]);
    for (const _ of changed.indexing());
    expect(changed.search('genev', 10).map(({ entry }) => entry.key)).toEqual(['a', 'z']);
  });

  it('tell under which key they have a work', () => {
    const work = {
      type: 'book',
      title: 'Entretiens à Genève',
      author: [{ family: 'Meyer', given: 'Anna' }],
      issued: '2013',
    };
    expect(index.sameWork(work)?.entry.key).toBe('a');
    expect(index.sameWork(work)?.entry.key).toBe('a');
    expect(index.sameWork({ ...work, issued: '2014' })).toBeUndefined();
    expect(index.sameWork({ ...work, title: 'Entretiens à Paris' })).toBeUndefined();
    expect(index.sameWork({ type: 'book' })).toBeUndefined();
    expect(new BibliographyIndex(files).sameWork(work)).toBeUndefined();
  });

  it('tell a work by its DOI, whatever they call it', () => {
    const bib = '@article{x, title={Something else}, doi={10.1000/AbC}}\n@article{y, doi={10.1000/abc}}';
    const own = new BibliographyIndex([{ file: 'x.bib', bibliography: readBibliography(bib, 'biblatex') }]);
    for (const _ of own.indexing());
    expect(own.sameWork({ type: 'article', title: 'Two words', DOI: '10.1000/aBC' })?.entry.key).toBe('x');
    expect(own.sameWork({ type: 'article', title: 'Two words', DOI: '10.1000/other' })).toBeUndefined();
  });
});
