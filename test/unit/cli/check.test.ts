import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import bundle from '../../../l10n/bundle.l10n.json' with { type: 'json' };
import { INSTEAD } from '../../../src/cli/check/voice.ts';
import { run } from '../../../src/cli/run.ts';
import { compiledJson } from '../dossier.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterparts-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dossier = join(folder, 'dossier.json');
writeFileSync(dossier, compiledJson);

/** Writes files and runs `check` over them; the folder's own path is left out of what it wrote. */
function check(files: Readonly<Record<string, string | Uint8Array>>, ...flags: string[]) {
  const written = { out: '', err: '' };
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  const code = run(['check', ...paths, '--dossier', dossier, ...flags], {
    out: text => {
      written.out += text;
    },
    err: text => {
      written.err += text;
    },
  });
  const plain = (text: string): string => text.replaceAll(`${folder}/`, '');
  return { code, out: plain(written.out), err: plain(written.err) };
}

const WRONG = 'They signed.\r\n\r\nOn Tuesday, 14 September 2013, they left.\r\n';
const START = WRONG.indexOf('Tuesday');

describe('check FILE…', () => {
  test('gives each finding a line, and counts them', () => {
    expect(check({ 'a.md': WRONG, 'b.md': 'They left on Saturday, 14 September 2013.\n' })).toEqual({
      code: 0,
      out: 'a.md:3:4: warning: 14 September 2013 was a Saturday, not a Tuesday. (weekday-mismatch)\n1 finding in 2 files.\n',
      err: '',
    });
    expect(check({ 'b.md': 'They left.' }).out).toBe('nothing was found in 1 file.\n');
  });

  test('ends with 1 where a finding is an error', () => {
    expect(check({ 'a.md': WRONG }, '--severity', 'weekday-mismatch=error').code).toBe(1);
    expect(check({ 'a.md': WRONG }, '--severity=weekday-mismatch=off')).toMatchObject({
      code: 0,
      out: 'nothing was found in 1 file.\n',
    });
  });

  test('knows the keys of the bibliography files that a file names', () => {
    writeFileSync(join(folder, 'refs.bib'), '@book{vale-2013, title = {The Clock}}\n');
    const note = '---\nbibliography: refs.bib\n---\n\nSee [@vale-2013] and [@nobody-1999].\n';
    expect(check({ 'c.md': note }).out).toMatch(
      /^c\.md:5:\d+: warning: .*nobody-1999.*\n1 finding in 1 file\.\n$/,
    );
    expect(check({ 'c.md': note.replace('refs', 'none') }).out).toBe('nothing was found in 1 file.\n');
  });

  test('prints JSON with offsets that count as an editor’s, a byte-order mark left out', () => {
    const { code, out } = check({ 'a.md': `\uFEFF${WRONG}` }, '--json');
    expect(code).toBe(0);
    const [finding, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    expect(finding).toEqual({
      file: 'a.md',
      start: START,
      end: START + 'Tuesday'.length,
      code: 'weekday-mismatch',
      severity: 'warning',
      message: '14 September 2013 was a Saturday, not a Tuesday.',
      fixes: [
        {
          title: 'Change to “Saturday”',
          edits: [{ start: START, end: START + 'Tuesday'.length, text: 'Saturday' }],
        },
      ],
    });
    expect(JSON.parse(check({ 'b.md': 'Nothing.' }, '--json').out)).toEqual([]);
  });

  test('prints SARIF with the rules, the places and the fixes', () => {
    const log = JSON.parse(check({ 'a b.md': WRONG }, '--sarif').out);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results, columnKind }] = log.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    const [result] = results;
    const rule = tool.driver.rules[result.ruleIndex];
    expect(rule.id).toBe(result.ruleId);
    expect(rule.shortDescription.text).not.toBe('');
    const region = {
      startLine: 3,
      startColumn: 4,
      endLine: 3,
      endColumn: 11,
      charOffset: START,
      charLength: 7,
    };
    expect(result.locations[0].physicalLocation.region).toEqual(region);
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^file:.*\/a%20b\.md$/);
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: region, insertedContent: { text: 'Saturday' } },
    ]);
  });

  test('checks the other files where one cannot be read, says why, and ends with 2', () => {
    mkdirSync(join(folder, 'notes'));
    const { code, out, err } = check(
      { 'a.md': WRONG, 'image.md': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]) },
      join(folder, 'notes'),
      join(folder, 'none.md'),
    );
    expect(code).toBe(2);
    expect(out).toMatch(/1 finding in 1 file\.\n$/);
    expect(err.split('\n')).toEqual([
      'counterparts: image.md was not checked: it is no text in UTF-8.',
      'counterparts: notes was not checked: it is a folder.',
      'counterparts: none.md was not checked: there is no such file.',
      '',
    ]);
  });

  test('says that nothing was checked where nothing could be read', () => {
    expect(check({}, join(folder, 'none.md'))).toEqual({
      code: 2,
      out: 'no file was checked.\n',
      err: 'counterparts: none.md was not checked: there is no such file.\n',
    });
  });

  test('tells nobody to type something into an editor', () => {
    expect(check({ 'a.md': 'They left [@nowhere].\n' }).out).toBe(
      'a.md:1:12: warning: No document has the key “nowhere”. No reference in the front matter and no bibliography file that it names has it either. (unknown-key)\n1 finding in 1 file.\n',
    );
    for (const sentence of INSTEAD.keys()) expect(Object.keys(bundle)).toContain(sentence);
  });

  test('waits for no pipe', () => {
    const pipe = join(folder, 'pipe.md');
    execFileSync('mkfifo', [pipe]);
    expect(check({}, pipe)).toMatchObject({
      code: 2,
      err: 'counterparts: pipe.md was not checked: it is no regular file.\n',
    });
    expect(check({ 'a.md': '' }, '--dossier', pipe).err).toMatch(
      /the dossier .* pipe\.md: it is no regular file\./,
    );
  });

  test('checks a file once that is named twice', () => {
    const { out } = check({ 'a.md': WRONG }, join(folder, 'a.md'), join(folder, 'x', '..', 'a.md'));
    expect(out).toMatch(/^a\.md:.*\n1 finding in 1 file\.\n$/);
  });

  test('prints one line a finding and nothing that commands a terminal, whatever a file holds or is called', () => {
    const { out } = check({ 'a\nb \u001b[31m“é”.md': WRONG });
    expect(out.split('\n')[0]).toMatch(/^a\\nb \\u001b\[31m“é”\.md:3:4: warning: /);
    const [finding] = JSON.parse(check({ 'a\nb.md': WRONG }, '--json').out);
    expect(finding.file).toBe('a\nb.md');
  });

  test('counts as editors do: marks of two units, all kinds of line ends', () => {
    const text = `\u{1f600} They left.\rOn \u{1f600} Tuesday, 14 September 2013, they left.\r\n`;
    expect(check({ 'a.md': text }).out).toMatch(/^a\.md:2:7: /);
    const [{ start, end }] = JSON.parse(check({ 'a.md': text }, '--json').out);
    expect(text.slice(start, end)).toBe('Tuesday');
  });

  test('says in words what is wrong with a dossier', () => {
    const told = (json: string): string => {
      const file = join(folder, 'other.json');
      writeFileSync(file, json);
      return check({ 'a.md': '' }, '--dossier', file).err;
    };
    expect(told(compiledJson.slice(0, -100))).toMatch(
      /other\.json: it is not whole \(.*\)\. "npm run build" writes it/,
    );
    expect(told('[]')).toMatch(/: it is no compiled dossier\./);
    expect(told(compiledJson.replace(/"version":\d+/, '"version":99'))).toMatch(
      /: it is of version 99, and this program reads version \d+\./,
    );
    expect(told(compiledJson.replace('Kerry', 'Carry'))).toMatch(
      /: its contents are not those that were written\./,
    );
  });

  test('writes SARIF in which nothing of a text is a placeholder or a link, and names are addresses', () => {
    const text = '---\nreferences:\n- id: "{0}[a](b)"\n- id: "{0}[a](b)"\n---\n';
    const log = JSON.parse(check({ 'a b#ä?.md': text }, '--sarif').out);
    const [{ message, locations }] = log.runs[0].results;
    expect(message.text).toContain('“{{0}}[a] (b)”');
    expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/\/a%20b%23%C3%A4%3F\.md$/);
  });

  test('says what is wrong with the call', () => {
    const failing = (...args: string[]): string => {
      let err = '';
      const code = run(['check', ...args], {
        out: () => {},
        err: text => {
          err += text;
        },
      });
      expect(code).toBe(2);
      return err;
    };
    expect(failing()).toMatch(/needs the Markdown files/);
    expect(failing('a.md', '--json', '--sarif')).toMatch(/not both/);
    expect(failing('a.md', '--severity', 'spelling=off')).toMatch(
      /no rule "spelling"; there are misnamed-person,/,
    );
    expect(failing('a.md', '--severity', 'weak-source=loud')).toMatch(/"loud" is none of error, warning/);
    expect(failing('a.md', '--fix')).toMatch(/'--fix'.*its flags are --help, --json/);
    expect(failing('a.md', '--dossier', join(folder, 'missing.json'))).toMatch(
      /the dossier could not be read from/,
    );
  });
});
