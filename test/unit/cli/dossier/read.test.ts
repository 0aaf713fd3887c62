import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../../../src/cli/dossier/check.ts';
import { formatFault } from '../../../../src/cli/dossier/faults.ts';
import { loadDossier } from '../../../../src/cli/dossier/load.ts';
import { BERG, BULLETIN, CALLS, HERALD, LIND, TALKS } from '../small.ts';
import { type Edit, linesAfter, withDossier } from '../support.ts';

describe('a field that its schema refuses is named with its place and what would be right', () => {
  test.each([
    {
      when: 'a field is missing: its record is the place',
      edit: [TALKS, 'summary: They shared out the northern harbour.\n', ''],
      fault:
        'data/meetings/2031-05-porthaven.yaml:1:1: summary: is missing: What happened, in our own words, one or two sentences',
    },
    {
      when: 'a nested field is missing',
      edit: [LIND, 'form: Eva Lind, ', ''],
      fault: 'data/people/lind-eva.yaml:5:5: forms[0].form: is missing: The name as it is written',
    },
    {
      when: 'a field is unknown: its name is the place',
      edit: [TALKS, 'summary:', 'note: again\nsummary:'],
      fault:
        'data/meetings/2031-05-porthaven.yaml:14:1: note: is no field of this record: there are id, kind, status, participants, others, count, date, dateBasis, place, topics, summary, partOf, evidence',
    },
    {
      when: 'a word is none of the list',
      edit: [TALKS, 'kind: negotiation', 'kind: talks'],
      fault:
        'data/meetings/2031-05-porthaven.yaml:2:7: kind: "talks" is none of meeting, negotiation, call, visit, dinner, walk, ride, news-conference, conference, summit, encounter',
    },
    {
      when: 'a date was taken for a number',
      edit: [CALLS, "date: '2031'", 'date: 2031'],
      fault: "data/meetings/2031-calls.yaml:8:7: date: 2031 is not text: write it in quotes, '2031'",
    },
    {
      when: 'a date is not one at all',
      edit: [CALLS, "date: '2031'", 'date: last year'],
      fault: `data/meetings/2031-calls.yaml:8:7: date: "last year" is not an EDTF date: write e.g. '2013-09-12', '2013-09', '2013-09-12/2013-09-14', '2005~' or '[2013-09-12..2013-09-14]'`,
    },
    {
      when: 'a field has no value: its name is the place',
      edit: [LIND, 'name: Eva Lind\n', 'name:\n'],
      fault: 'data/people/lind-eva.yaml:2:1: name: is empty, not text',
    },
    {
      when: 'an id is not one',
      edit: [TALKS, 'person: berg-anna', 'person: Anna Berg'],
      fault:
        'data/meetings/2031-05-porthaven.yaml:5:15: participants[0].person: "Anna Berg" is not an id: write lower-case letters and digits, parts joined by single hyphens, e.g. kerry-john',
    },
    {
      when: 'a list is empty that must not be',
      edit: [LIND, 'supports: [office, tenure]', 'supports: []'],
      fault:
        'data/people/lind-eva.yaml:11:98: offices[0].evidence[0].supports: has too few entries: at least 1 must be there',
    },
    {
      when: 'an entry is repeated',
      edit: [LIND, 'supports: [office, tenure]', 'supports: [office, office]'],
      fault: 'data/people/lind-eva.yaml:11:98: offices[0].evidence[0].supports: entry 1 repeats entry 0',
    },
    {
      when: 'a number is too small',
      edit: [CALLS, 'count: 4', 'count: 1'],
      fault: 'data/meetings/2031-calls.yaml:7:8: count: 1 is less than 2',
    },
    {
      when: 'evidence of a public record is taken for one of a document',
      edit: [
        LIND,
        "{ record: travel-table, id: lind, url: 'https://records.example/travels/lind',",
        '{ record: travel-table,',
      ],
      fault:
        "data/people/lind-eva.yaml:11:9: offices[0].evidence[0].id: is missing: The entry's id within that record, in quotes",
    },
    {
      when: 'the front matter of a document is meant: lines count from the top of the file',
      edit: [HERALD, 'reliability: B', 'reliability: G'],
      fault:
        'data/documents/herald-2031-harbour.md:20:16: assessment.reliability: "G" is none of A, B, C, D, E, F',
    },
    {
      when: 'a basis is told for a field that there is not',
      edit: [HERALD, '  issued: A stored', '  date: A stored'],
      fault: 'data/documents/herald-2031-harbour.md:18:3: basis.date: is not a name for this',
    },
  ])('$when', ({ edit: [file = '', from = '', to = ''], fault }) => {
    expect(linesAfter([[file, from, to]])).toContain(fault);
  });

  test('all faults of all files are told, in order, and an invalid record brings no others about', () => {
    const lines = linesAfter([
      [TALKS, 'kind: negotiation', 'kind: talks'],
      [TALKS, 'topics: [harbours]', 'topics: harbours'],
      [BERG, 'gender: female', 'gender: woman'],
    ]);
    expect(lines).toEqual([
      'data/meetings/2031-05-porthaven.yaml:2:7: kind: "talks" is none of meeting, negotiation, call, visit, dinner, walk, ride, news-conference, conference, summit, encounter',
      'data/meetings/2031-05-porthaven.yaml:13:9: topics: "harbours" is not a list',
      'data/people/berg-anna.yaml:4:9: gender: "woman" is none of female, male',
    ]);
  });
});

describe('a file that cannot be read is a fault, and the others are read still', () => {
  test.each([
    {
      when: 'YAML is broken: the place is that of the mistake',
      edit: [BERG, "sortName: 'Berg, Anna'", "sortName: 'Berg, Anna"],
      fault: "data/people/berg-anna.yaml:3:22: YAML: Missing closing 'quote",
    },
    {
      when: 'a field stands twice',
      edit: [BERG, 'name: Anna Berg', 'name: Anna Berg\nname: Anna'],
      fault: 'data/people/berg-anna.yaml:3:1: YAML: Map keys must be unique',
    },
    {
      when: 'YAML is broken in front matter',
      edit: [HERALD, 'basis:\n', 'basis: [\n'],
      fault: 'data/documents/herald-2031-harbour.md:19:1: YAML: ',
    },
    {
      when: 'a value is an alias',
      edit: [BERG, 'name: Anna Berg\n', 'name: &name Anna Berg\ndescription: *name\n'],
      fault: 'data/people/berg-anna.yaml:3:14: YAML: the alias *name is not for records: write the value out',
    },
    {
      when: 'a document has no front matter',
      edit: [BULLETIN, '---\nid: bulletin', 'id: bulletin'],
      fault:
        'data/documents/bulletin-2031-calls.md:1:1: has no front matter: begin it with a line ---, the fields, and a line ---',
    },
    {
      when: 'a précis runs over two lines',
      edit: [BULLETIN, 'told of four', 'told\nof four'],
      fault:
        'data/documents/bulletin-2031-calls.md:36:1: is no précis: write each on one line that begins with its number, "1. …"',
    },
  ])('$when', ({ edit: [file = '', from = '', to = ''], fault }) => {
    const lines = linesAfter([[file, from, to]]);
    expect(lines.filter(line => line.startsWith(fault))).toHaveLength(1);
  });

  test('after a mistake of syntax nothing is guessed: one fault for the file, none for what pointed into it', () => {
    expect(linesAfter([['data/records.yaml', 'name: Table of travels', 'name: [']])).toEqual([
      'data/records.yaml:3:3: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ]);
  });

  test('a list of records that is none', () => {
    expect(
      linesAfter([
        ['data/records.yaml', '- id: travel-table', 'id: travel-table'],
        ...['name', 'publisher', 'url', 'license', 'scope'].map(
          (field): Edit => ['data/records.yaml', `  ${field}: `, `${field}: `],
        ),
      ]),
    ).toEqual([
      'data/records.yaml:1:1: {"id":"travel-table","name":"Table of travels","publisher":… is not a list',
    ]);
  });

  test('what a broken file would have named is not missed elsewhere', () => {
    expect(linesAfter([[BERG, 'name: Anna Berg', 'name: [']])).toSatisfy((lines: string[]) =>
      lines.every(line => line.startsWith('data/people/berg-anna.yaml:')),
    );
  });

  test('files of other kinds are told of, hidden ones left alone', () => {
    withDossier('small', folder => {
      writeFileSync(join(folder, 'data/people/kerr-deborah.yml'), 'id: kerr-deborah\n');
      writeFileSync(join(folder, 'data/people/.keep'), '');
      writeFileSync(join(folder, 'data/meetings/latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
      const lines = checkDossier(join(folder, 'data')).faults.map(formatFault);
      expect(lines.map(line => line.replace(`${folder}/`, ''))).toEqual([
        'data/meetings/latin.yaml:1:1: cannot be read: it is no text in UTF-8',
        'data/people/kerr-deborah.yml:1:1: is no record: files in people/ end in .yaml',
      ]);
    });
  });

  test('what is no file, or no folder, where one must be is told of, and nothing is waited for', () => {
    withDossier('small', folder => {
      mkdirSync(join(folder, 'data/people/folder.yaml'));
      execFileSync('mkfifo', [join(folder, 'data/people/pipe.yaml')]);
      rmSync(join(folder, 'data/disputes'), { recursive: true });
      writeFileSync(join(folder, 'data/disputes'), '');
      const lines = checkDossier(join(folder, 'data')).faults.map(formatFault);
      expect(lines.map(line => line.replace(`${folder}/`, ''))).toEqual(
        expect.arrayContaining([
          'data/disputes:1:1: is no folder',
          'data/people/folder.yaml:1:1: cannot be read: it is a folder',
          'data/people/pipe.yaml:1:1: cannot be read: it is no regular file',
        ]),
      );
    });
  });

  test('an index without a document, and a document without an index', () => {
    withDossier('small', folder => {
      rmSync(join(folder, 'data/index/bulletin-2031-calls.json'));
      writeFileSync(
        join(folder, 'data/index/gone.json'),
        `{ "document": "gone", "sha256": "${'0'.repeat(64)}", "passages": [] }`,
      );
      const lines = checkDossier(join(folder, 'data')).faults.map(formatFault);
      expect(lines.map(line => line.replace(`${folder}/`, ''))).toEqual(
        [
          'data/documents/bulletin-2031-calls.md:2:5: id: has no index: make it anew with "npm run dossier -- index FOLDER"',
          'data/index/gone.json:2:3: document: no document has the id gone: remove this file',
        ].map(line => line.replace('gone.json:2:3', 'gone.json:1:15')),
      );
    });
  });
});

describe('what is no fault', () => {
  test('a byte-order mark and the line ends of Windows', () => {
    withDossier('small', folder => {
      for (const file of [HERALD, BERG, 'data/records.yaml']) {
        const path = join(folder, file);
        writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
      }
      expect(checkDossier(join(folder, 'data'), join(folder, 'originals')).faults).toEqual([]);
    });
  });

  test('a dossier without any records', () => {
    withDossier('small', folder => {
      mkdirSync(join(folder, 'empty'));
      expect(checkDossier(join(folder, 'empty')).faults).toEqual([]);
    });
  });
});

test('a passage is made of its region and its précis', () => {
  withDossier('small', folder => {
    const { dossier } = loadDossier(join(folder, 'data'));
    const herald = dossier.documents.find(({ record }) => record.id === 'herald-2031-harbour')?.record;
    expect(herald?.passages[1]).toEqual({
      number: 2,
      start: 200,
      end: 315,
      precis: 'Berg spoke of a quarrel over details and went home with her people.',
      mentions: ['berg-anna'],
    });
  });
});
