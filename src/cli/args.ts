import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'compile'; readonly data: string; readonly out: string }
  | { readonly name: 'check'; readonly data: string; readonly originals?: string; readonly json: boolean }
  | { readonly name: 'export'; readonly data: string; readonly out?: string }
  | { readonly name: 'index'; readonly data: string; readonly folder: string };

/** A command line that cannot be understood. The message is one sentence for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const COMMON = { help: { ...flag, short: 'h' }, data: text } as const;
/** The flags of each command. */
export const FLAGS = {
  compile: { ...COMMON, out: text },
  check: { ...COMMON, originals: text, json: flag },
  // JSON is the only form there is, so that the flag may be left out.
  export: { ...COMMON, json: flag, out: text },
  index: COMMON,
} as const;

const COMMANDS = Object.keys(FLAGS);

/**
 * Understands the arguments that follow the program's name.
 * @throws {UsageError} where they are not understood.
 */
export function parseCommand(args: readonly string[]): Command {
  const [group, name, ...rest] = args;
  if (group === undefined || isHelp(group)) return { name: 'help' };
  if (group !== 'dossier') throw new UsageError(`there is no command "${group}"; there is "dossier"`);
  if (name === undefined || isHelp(name)) return { name: 'help' };
  switch (name) {
    case 'compile': {
      const { values, words } = read('compile', rest);
      noWords(name, words);
      if (values.help) return { name: 'help' };
      return { name, data: values.data ?? 'data', out: values.out ?? 'dist/dossier.json' };
    }
    case 'check': {
      const { values, words } = read('check', rest);
      noWords(name, words);
      if (values.help) return { name: 'help' };
      const { originals } = values;
      return {
        name,
        data: values.data ?? 'data',
        json: values.json ?? false,
        ...(originals === undefined ? {} : { originals }),
      };
    }
    case 'export': {
      const { values, words } = read('export', rest);
      noWords(name, words);
      if (values.help) return { name: 'help' };
      const { out } = values;
      return { name, data: values.data ?? 'data', ...(out === undefined ? {} : { out }) };
    }
    case 'index': {
      const { values, words } = read('index', rest);
      if (values.help) return { name: 'help' };
      const [folder, ...more] = words;
      if (folder === undefined) {
        throw new UsageError('"dossier index" needs the folder of the received texts: dossier index FOLDER');
      }
      noWords(name, more);
      return { name, data: values.data ?? 'data', folder };
    }
    default:
      throw new UsageError(`there is no command "dossier ${name}"; there are ${COMMANDS.join(', ')}`);
  }
}

const isHelp = (word: string): boolean => ['help', '--help', '-h'].includes(word);

function noWords(name: string, words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`"dossier ${name}" does not know what to do with "${words[0]}"`);
}

/** The flags and the other words of a command. */
function read<Name extends keyof typeof FLAGS>(name: Name, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: FLAGS[name],
      allowPositionals: true,
    });
    return { values, words: positionals };
  } catch (error) {
    // Node's own sentences name the flag; what follows the first one advises on the use of "--".
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    const flags = Object.keys(FLAGS[name]).map(option => `--${option}`);
    throw new UsageError(`"dossier ${name}": ${reason}; its flags are ${flags.join(', ')}`);
  }
}
