import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLAGS, parseCommand, UsageError } from '../../../src/cli/args.ts';
import { HELP } from '../../../src/cli/help.ts';

test('what is not said has its usual value', () => {
  expect(parseCommand(['dossier', 'compile'])).toEqual({
    name: 'compile',
    data: 'data',
    out: 'dist/dossier.json',
  });
  expect(parseCommand(['dossier', 'check'])).toEqual({ name: 'check', data: 'data', json: false });
  expect(parseCommand(['dossier', 'export'])).toEqual({ name: 'export', data: 'data' });
  expect(parseCommand(['dossier', 'index', 'texts'])).toEqual({
    name: 'index',
    data: 'data',
    folder: 'texts',
  });
});

test('flags may stand anywhere behind the command, with a blank or an equals sign', () => {
  expect(parseCommand(['dossier', 'index', '--data', 'd', 'texts'])).toEqual({
    name: 'index',
    data: 'd',
    folder: 'texts',
  });
  expect(parseCommand(['dossier', 'check', '--json', '--originals=o', '--data=d'])).toEqual({
    name: 'check',
    data: 'd',
    originals: 'o',
    json: true,
  });
  expect(parseCommand(['dossier', 'export', '--json', '--out', 'o.json'])).toEqual({
    name: 'export',
    data: 'data',
    out: 'o.json',
  });
});

test('any other words are understood or refused in one line', () => {
  const word = fc.constantFrom(
    'dossier',
    'check',
    'cite',
    'compile',
    'export',
    'index',
    'help',
    '--data',
    '--json',
    '--out=',
    '-h',
    '--',
    'x',
    '',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), args => {
      try {
        const { name } = parseCommand(args);
        expect(['help', 'compile', 'check', 'export', 'index', 'check files', 'cite']).toContain(name);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
  );
});

test('the help names every command with its own flags, and the ways to ask for help', () => {
  for (const [name, flags] of Object.entries(FLAGS)) {
    const usage =
      HELP.split('\n').find(line => line.startsWith(`  node dist/cli.mjs dossier ${name} `)) ?? '';
    const told = Array.from(usage.matchAll(/--([a-z]+)/g), match => match[1]);
    // Told once for all commands.
    expect([...told, 'help'].sort(), name).toEqual(Object.keys(flags).sort());
  }
  for (const word of ['help', '--help', '-h']) {
    expect(HELP).toMatch(new RegExp(`(^| )${word}[,\\s]`, 'm'));
    expect(parseCommand([word])).toEqual({ name: 'help' });
    expect(parseCommand(['dossier', word])).toEqual({ name: 'help' });
  }
});
