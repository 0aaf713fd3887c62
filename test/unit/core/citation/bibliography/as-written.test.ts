import { expect, it } from 'vitest';
import { entryAsWritten } from '../../../../../src/core/citation/bibliography/as-written.ts';
import type { BibliographyFormat } from '../../../../../src/core/citation/bibliography/entry.ts';
import { readBibliography } from '../../../../../src/core/citation/bibliography/read.ts';

const written = (text: string, format: BibliographyFormat, key: string): string | undefined =>
  entryAsWritten(text, readBibliography(text, format), key);

it('an entry of BibTeX is copied byte for byte, with fields that only its owner knows', () => {
  const entry = '@Book{vale,\n\ttitle = "The {Harbour} \\emph{Clock}", % mine\n\tx-shelf = {B 7},\n}';
  const text = `% before\n@misc{roe, title = {Nets}}\n\n${entry}\n`;
  expect(written(text, 'biblatex', 'vale')).toBe(entry);
  expect(written(text.replaceAll('\n', '\r\n'), 'biblatex', 'vale')).toBe(entry);
  expect(written(text, 'biblatex', 'nobody')).toBeUndefined();
  expect(written('@book{vale, title = {Clock', 'biblatex', 'vale')).toBeUndefined();
});

it('an object of CSL-JSON keeps all of its fields', () => {
  const object = {
    id: 'vale',
    type: 'book',
    title: 'Clock',
    issued: { 'date-parts': [[2013, 9]] },
    custom: { shelf: [7] },
  };
  const copied = written(JSON.stringify([{ id: 'roe' }, object]), 'csl-json', 'vale') ?? '';
  expect(JSON.parse(copied)).toEqual(object);
  expect(copied).toContain('"date-parts": [[2013,9]]');
  expect(written('[{"id": "vale", "title": "Clock",}]', 'csl-json', 'vale')).toBeUndefined();
});

it('an entry of another format is not, since it has to be made anew', () => {
  expect(written('references:\n- id: vale\n  title: Clock\n', 'csl-yaml', 'vale')).toBeUndefined();
});
