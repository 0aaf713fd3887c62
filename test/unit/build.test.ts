import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import tasks from '../../.vscode/tasks.json' with { type: 'json' };

const SCRIPT = join(import.meta.dirname, '../../esbuild.mjs');

/** A project with the entry points of ours, but hardly anything in them. Its "compiler" copies what it is given. */
const PROJECT = {
  'src/extension.ts': `export const activate = async () => [await import('./first.ts'), await import('./second.ts')];`,
  'src/first.ts': `import { shared } from './shared.ts';\nexport const first = shared;\nexport interface Same {}`,
  'src/second.ts': `export { shared as second } from './shared.ts';\nexport interface Same {}`,
  'src/shared.ts': `export const shared = 'what both need';`,
  'src/webview/timeline.ts': `document.title = '';`,
  'src/cli/main.ts': `import { readFileSync, writeFileSync } from 'node:fs';
const text = readFileSync('data/record', 'utf8');
if (text === 'broken') process.exit(1);
writeFileSync('dist/dossier.json', text);`,
  'test/integration/index.ts': 'export const run = () => {};',
  'test/bench/hover-host.ts': 'export const run = () => {};',
  'test/bench/completion-host.ts': 'export const run = () => {};',
  'data/record': 'the dossier',
};
const BUILT = ['browser.js', 'cli.mjs', 'dossier.json', 'main.js', 'test', 'timeline.js'];

let folder: string;
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const built = (): string[] =>
  readdirSync(join(folder, 'dist'))
    .filter(name => !name.endsWith('.map'))
    .sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterparts-'));
  for (const [file, text] of Object.entries(PROJECT)) write(file, text);
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

function build(...args: string[]): { status: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

describe('the build', () => {
  it('makes everything, and lets the Node bundle take from the browser bundle what is imported later', () => {
    expect(build()).toEqual({ status: 0, printed: '' });
    expect(built()).toEqual(BUILT);
    expect(read('dist/main.js')).toContain('"./browser.js"');
    expect(read('dist/main.js')).not.toContain('what both need');
    expect(read('dist/browser.js')).toContain('what both need');
  });

  it.each(['main', 'browser'])('makes bundles in which what is imported later is there: %s', name => {
    write('src/second.ts', `export const second = async () => (await import('./deeper/last.ts')).last;`);
    write('src/deeper/last.ts', `export { shared as last } from '../shared.ts';`);
    expect(build()).toEqual({ status: 0, printed: '' });
    const script = `require('./dist/${name}.js').activate().then(async ([a, b]) => console.log(a.first, await b.second()))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
    expect(stdout + stderr).toBe('what both need what both need\n');
  });

  it('makes one bundle alone where it is asked to, and leaves all others as they are', () => {
    write('dist/main.js', 'as it was');
    expect(build('--only', 'cli').status).toBe(0);
    expect(built()).toEqual(['cli.mjs', 'main.js']);
    expect(read('dist/main.js')).toBe('as it was');
    expect(build('--only', 'clip')).toEqual({
      status: 2,
      printed: 'There is no bundle clip; there are main, browser, webview, cli, tests.\n',
    });
  });

  it('fails where the dossier cannot be compiled', () => {
    write('data/record', 'broken');
    expect(build().status).toBe(1);
    expect(existsSync(join(folder, 'dist/dossier.json'))).toBe(false);
  });

  it.each([
    {
      what: 'two modules that are imported later export one name',
      file: 'src/second.ts',
      line: `export const first = 'of two';`,
      told: '"first" is exported by src/first.ts already',
    },
    {
      what: 'such a module exports a name of the extension',
      file: 'src/first.ts',
      line: 'export function activate() {}',
      told: '"activate" is exported by src/extension.ts already',
    },
    {
      what: 'such a module hands on a name from elsewhere',
      file: 'src/first.ts',
      line: `export * from './names.ts';`,
      told: '"second" is exported by src/first.ts already',
    },
    {
      what: 'such a module has a default export',
      file: 'src/first.ts',
      line: `export default 'lost';`,
      told: 'has no default export',
    },
  ])('fails where $what', ({ file, line, told }) => {
    write('src/names.ts', 'export const second = 2;');
    appendFileSync(join(folder, file), `\n${line}\n`);
    const { status, printed } = build();
    expect(status).toBe(1);
    expect(printed).toContain(told);
  });
});

describe('the watching build', () => {
  let watching: ChildProcess | undefined;
  let printed: string[];
  afterEach(async () => {
    const ended = new Promise(resolve => watching?.once('exit', resolve));
    watching?.kill();
    await ended;
  });

  const [matcher] = tasks.tasks.flatMap(({ problemMatcher }) =>
    'background' in problemMatcher ? [problemMatcher] : [],
  );
  const begins = new RegExp(matcher?.background?.beginsPattern ?? '(?!)');
  const ends = new RegExp(matcher?.background?.endsPattern ?? '(?!)');
  const finished = (): number => printed.filter(line => ends.test(line)).length;

  function start(): void {
    printed = [];
    watching = spawn(process.execPath, [SCRIPT, '--watch'], { cwd: folder });
    let rest = '';
    const take = (chunk: Buffer): void => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      printed.push(...lines);
    };
    watching.stdout?.on('data', take);
    watching.stderr?.on('data', take);
  }

  it('tells the task of its end when all is built, once, and builds again what has changed', async () => {
    start();
    await expect.poll(finished, { timeout: 20_000 }).toBe(1);
    expect(printed.map(line => [begins.test(line), ends.test(line)])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(built()).toEqual(BUILT);

    write('data/record', 'another dossier');
    await expect.poll(() => read('dist/dossier.json'), { timeout: 20_000 }).toBe('another dossier');

    // A module that was not imported later before: both extension bundles have to know.
    write('src/third.ts', `export const third = 'the third';`);
    write('src/extension.ts', `export const activate = () => import('./third.ts');`);
    await expect.poll(() => read('dist/browser.js'), { timeout: 20_000 }).toContain('the third');
    expect(read('dist/browser.js')).not.toContain('what both need');
  });

  it('tells the task where a fault is, and goes on', async () => {
    start();
    await expect.poll(finished, { timeout: 20_000 }).toBe(1);
    write('src/first.ts', `import './missing.ts';`);
    await expect.poll(() => printed.some(line => line.startsWith('✘')), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => ends.test(printed.at(-1) ?? ''), { timeout: 20_000 }).toBe(true);

    // As VS Code reads it: the patterns match lines that follow each other.
    const patterns = matcher?.pattern ?? [];
    const at = printed.findIndex(line => line.startsWith('✘'));
    const [head, , place] = patterns.map(({ regexp }, index) =>
      new RegExp(regexp).exec(printed[at + index] ?? ''),
    );
    expect(head?.slice(1)).toEqual(['ERROR', 'Could not resolve "./missing.ts"']);
    expect(place?.slice(1)).toEqual(['src/first.ts', '1', '7']);

    write('src/first.ts', `export const first = 'found';`);
    await expect.poll(() => read('dist/browser.js'), { timeout: 20_000 }).toContain('found');
  });
});
