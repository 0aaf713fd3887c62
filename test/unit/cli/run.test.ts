import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { readCompiledDossier } from '../../../src/core/dossier/compiled.ts';
import { Searcher } from '../../../src/core/search/searcher.ts';
import { CALLS, DINNER } from './small.ts';
import { edit, withDossier } from './support.ts';

const SMALL = join(import.meta.dirname, '../../fixtures/dossiers/small/data');

/** Runs a command line and gives what it wrote, the folder's own path left out. */
function runIn(folder: string, ...args: string[]): { code: number; out: string; err: string } {
  let out = '';
  let err = '';
  const code = run(args, {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
  });
  const plain = (text: string): string => (folder === '' ? text : text.replaceAll(`${folder}/`, ''));
  return { code, out: plain(out), err: plain(err) };
}

describe('dossier check', () => {
  test('without faults it says what it saw, and whether the texts were compared', () => {
    withDossier('small', folder => {
      const data = join(folder, 'data');
      const counts =
        '4 people, 3 meetings, 2 documents (4 passages, 3 quotations), 1 dispute, 1 public record';
      expect(runIn(folder, 'dossier', 'check', '--data', data)).toEqual({
        code: 0,
        out: `no faults; ${counts}, without the received texts.\n`,
        err: '',
      });
      const originals = join(folder, 'originals');
      expect(runIn(folder, 'dossier', 'check', '--data', data, '--originals', originals)).toEqual({
        code: 0,
        out: `no faults; ${counts}, compared with the received texts.\n`,
        err: '',
      });
    });
  });

  test('with faults it lists them and ends with 1', () => {
    withDossier('small', folder => {
      edit(folder, [
        [CALLS, 'status: doubtful', 'status: attested'],
        [DINNER, "date: '2031-05-13'", "date: '2031-05-15'"],
      ]);
      const { code, out } = runIn(folder, 'dossier', 'check', '--data', join(folder, 'data'));
      expect(code).toBe(1);
      expect(out.split('\n')).toEqual([
        'data/meetings/2031-05-13-porthaven-dinner.yaml:7:7: date: 2031-05-15 does not lie within 2031-05-12/2031-05-14, the date of 2031-05-porthaven, of which this is a part',
        'data/meetings/2031-calls.yaml:3:9: status: is attested, but only sources graded E or F tell it: it is doubtful',
        '2 faults in 2 files; 4 people, 3 meetings, 2 documents (4 passages, 3 quotations), 1 dispute, 1 public record, without the received texts.',
        '',
      ]);
    });
  });

  test('--json gives the same for programs', () => {
    withDossier('small', folder => {
      edit(folder, [[CALLS, 'status: doubtful', 'status: attested']]);
      const { code, out } = runIn(folder, 'dossier', 'check', '--json', '--data', join(folder, 'data'));
      expect(code).toBe(1);
      expect(JSON.parse(out)).toEqual({
        faults: [
          {
            file: 'data/meetings/2031-calls.yaml',
            line: 3,
            column: 9,
            field: 'status',
            rule: 'status',
            message: 'is attested, but only sources graded E or F tell it: it is doubtful',
          },
        ],
        counts: {
          people: 4,
          meetings: 3,
          documents: 2,
          passages: 4,
          quotations: 3,
          disputes: 1,
          records: 1,
        },
        originals: false,
      });
    });
  });
});

describe('dossier compile', () => {
  test('writes what the extension reads, the same bytes each time', () => {
    withDossier('small', folder => {
      const out = join(folder, 'made/here/dossier.json');
      const args = ['dossier', 'compile', '--data', join(folder, 'data'), '--out', out];
      const first = runIn(folder, ...args);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toMatch(/^made\/here\/dossier\.json: 4 people, .*, \d+ kB\.\n$/);
      const bytes = readFileSync(out, 'utf8');
      expect(runIn(folder, ...args).out).toBe(first.out);
      expect(readFileSync(out, 'utf8')).toBe(bytes);

      const { dossier, search } = readCompiledDossier(bytes);
      expect([...dossier.people.keys()]).toEqual(['berg-anna', 'holm-peter', 'lind-eva', 'vidal-tomas']);
      expect(dossier.passage('herald-2031-harbour', 2)?.precis).toMatch(/^Berg spoke of a quarrel/);
      // A word that stands in the received text alone finds its passage.
      expect(Searcher.load(Object(search)).search('delegation')[0]).toMatchObject({
        type: 'passage',
        id: 'herald-2031-harbour#2',
      });
    });
  });

  test('what the system refuses is one sentence', () => {
    withDossier('small', folder => {
      const result = runIn(folder, 'dossier', 'compile', '--data', join(folder, 'data'), '--out', folder);
      expect(result).toMatchObject({ code: 2, out: '' });
      expect(result.err).toMatch(/^counterparts: a file could not be read or written: E[A-Z]+: [^\n]*\.\n$/);
    });
  });

  test('writes nothing where there are faults, and tells them', () => {
    withDossier('small', folder => {
      edit(folder, [[CALLS, 'status: doubtful', 'status: attested']]);
      const out = join(folder, 'dossier.json');
      const result = runIn(folder, 'dossier', 'compile', '--data', join(folder, 'data'), '--out', out);
      expect(result).toEqual({
        code: 1,
        out: '',
        err: 'data/meetings/2031-calls.yaml:3:9: status: is attested, but only sources graded E or F tell it: it is doubtful\ndossier.json was not written: 1 fault.\n',
      });
      expect(existsSync(out)).toBe(false);
    });
  });
});

describe('dossier export', () => {
  test('prints one JSON text, and writes the same where a file is named', () => {
    withDossier('small', folder => {
      const args = ['dossier', 'export', '--json', '--data', join(folder, 'data')];
      const printed = runIn(folder, ...args);
      expect(printed).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(printed.out)).toMatchObject({ people: { length: 4 }, meetings: { length: 3 } });
      const file = join(folder, 'made/here/dossier.json');
      const written = runIn(folder, ...args, '--out', file);
      expect(written.out).toMatch(/^made\/here\/dossier\.json: 4 people, .*, \d+ kB\.\n$/);
      expect(readFileSync(file, 'utf8')).toBe(printed.out);
    });
  });

  test('prints nothing of a dossier with faults, and tells them', () => {
    withDossier('small', folder => {
      edit(folder, [[CALLS, 'status: doubtful', 'status: attested']]);
      const result = runIn(folder, 'dossier', 'export', '--json', '--data', join(folder, 'data'));
      expect(result).toEqual({
        code: 1,
        out: '',
        err: 'data/meetings/2031-calls.yaml:3:9: status: is attested, but only sources graded E or F tell it: it is doubtful\nthe dossier was not exported: 1 fault.\n',
      });
    });
  });
});

describe('dossier index', () => {
  test('makes the indexes anew, to the byte, and says what it made of what', () => {
    withDossier('small', folder => {
      const index = join(folder, 'data/index');
      const before = readdirSync(index).map(name => [name, readFileSync(join(index, name), 'utf8')]);
      rmSync(index, { recursive: true });
      const result = runIn(
        folder,
        'dossier',
        'index',
        join(folder, 'originals'),
        '--data',
        join(folder, 'data'),
      );
      expect(result).toEqual({
        code: 0,
        out: [
          'bulletin-2031-calls (001_bulletin.txt): 1 passage',
          '  ¶1 69–187, 23 words',
          'herald-2031-harbour (000_herald.txt): 3 passages',
          '  ¶1 71–198, 23 words',
          '  ¶2 200–315, 21 words',
          '  ¶3 334–439, 18 words',
          '',
        ].join('\n'),
        err: '',
      });
      expect(readdirSync(index).map(name => [name, readFileSync(join(index, name), 'utf8')])).toEqual(before);
    });
  });

  test('leaves an index alone where the received text is another one, and ends with 1', () => {
    withDossier('small', folder => {
      edit(folder, [['originals/001_bulletin.txt', 'Online', 'Onlime']]);
      const result = runIn(
        folder,
        'dossier',
        'index',
        join(folder, 'originals'),
        '--data',
        join(folder, 'data'),
      );
      expect(result.code).toBe(1);
      expect(result.out).not.toContain('bulletin');
      expect(result.err).toMatch(
        /^data\/documents\/bulletin-2031-calls\.md:7:11: source\.sha256: .*another file/,
      );
    });
  });
});

describe('a command line that is not understood ends with 2 and one sentence', () => {
  test.each([
    [['chek'], 'there is no command "chek"; there are "check", "cite" and "dossier"'],
    [['dossier', 'chek'], 'there is no command "dossier chek"; there are compile, check, export, index'],
    [
      ['dossier', 'check', '--original', 'x'],
      `"dossier check": Unknown option '--original'; its flags are --help, --data, --originals, --json`,
    ],
    [['dossier', 'check', 'data'], '"dossier check" does not know what to do with "data"'],
    [['dossier', 'compile', 'a', 'b'], '"dossier compile" does not know what to do with "a"'],
    [['dossier', 'export', 'json'], '"dossier export" does not know what to do with "json"'],
    [['dossier', 'index'], '"dossier index" needs the folder of the received texts: dossier index FOLDER'],
    [['dossier', 'check', '--data', 'nowhere/at/all'], '--data: there is no folder nowhere/at/all'],
    [['dossier', 'index', 'nowhere', '--data', SMALL], 'FOLDER: there is no folder nowhere'],
    [
      ['dossier', 'check', '--originals', 'nowhere', '--data', SMALL],
      '--originals: there is no folder nowhere',
    ],
    ...['compile', 'check', 'export'].map((command): [string[], string] => [
      ['dossier', command, '--data', import.meta.dirname],
      `--data: ${import.meta.dirname} is no dossier: it has none of people/, meetings/, documents/, disputes/`,
    ]),
  ])('%j', (args, sentence) => {
    expect(runIn('', ...args)).toEqual({
      code: 2,
      out: '',
      err: `counterparts: ${sentence}. "--help" shows how it is used.\n`,
    });
  });

  test('a flag without its value', () => {
    const { code, err } = runIn('', 'dossier', 'check', '--data');
    expect(code).toBe(2);
    expect(err).toContain("'--data <value>' argument missing");
  });
});

test.each([
  [[]],
  [['--help']],
  [['help']],
  [['dossier']],
  [['dossier', '-h']],
  [['dossier', 'index', '--help']],
])('help is given for %j', args => {
  const { code, out, err } = runIn('', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('dossier check [--data FOLDER] [--originals FOLDER] [--json]');
  expect(out).toContain(
    'Exit codes: 0 all is well; 1 the dossier has faults, a finding is an error, or a locator',
  );
});
