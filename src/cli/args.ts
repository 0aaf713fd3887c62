import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isRuleCode, RULE_CODES, type RuleCode, type Severity } from '../core/checks/rule.ts';
import type { Severities } from './check/check-files.ts';
import type { CheckFormat } from './check/formats.ts';

/** What was asked for on the command line. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'compile'; readonly data: string; readonly out: string }
  | { readonly name: 'check'; readonly data: string; readonly originals?: string; readonly json: boolean }
  | { readonly name: 'export'; readonly data: string; readonly out?: string }
  | { readonly name: 'index'; readonly data: string; readonly folder: string }
  | CheckFilesCommand
  | CiteCommand;

/** Checks Markdown files, as the editor does. */
export interface CheckFilesCommand {
  readonly name: 'check files';
  readonly files: readonly string[];
  readonly format: CheckFormat;
  /** The compiled dossier; the one beside the program where it is left out. */
  readonly dossier?: string;
  readonly severities: Severities;
}

/** Prints how works are cited. */
export interface CiteCommand {
  readonly name: 'cite';
  readonly keys: readonly string[];
  readonly json: boolean;
  readonly style?: string;
  readonly lang?: string;
  readonly locator?: string;
  /** Bibliography files whose works can be cited too. */
  readonly bibliography: readonly string[];
  /** The compiled dossier; the one beside the program where it is left out. */
  readonly dossier?: string;
}

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
/** The flags of `check FILE…`. */
const CHECK_FLAGS = {
  help: COMMON.help,
  json: flag,
  sarif: flag,
  dossier: text,
  severity: { type: 'string', multiple: true },
} as const;
/** The flags of `cite KEY…`. */
export const CITE_FLAGS = {
  help: COMMON.help,
  json: flag,
  style: text,
  lang: text,
  locator: text,
  bibliography: { type: 'string', multiple: true },
  dossier: text,
} as const;

const COMMANDS = Object.keys(FLAGS);
const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies Severity[];
const isSeverity = (word: string): word is Severity => SEVERITIES.includes(word);

/**
 * Understands the arguments that follow the program's name.
 * @throws {UsageError} where they are not understood.
 */
export function parseCommand(args: readonly string[]): Command {
  const [group, name, ...rest] = args;
  if (group === undefined || isHelp(group)) return { name: 'help' };
  if (group === 'check') return checkFilesCommand(args.slice(1));
  if (group === 'cite') return citeCommand(args.slice(1));
  if (group !== 'dossier')
    throw new UsageError(`there is no command "${group}"; there are "check", "cite" and "dossier"`);
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

/** `check FILE… [--json | --sarif] [--dossier FILE] [--severity CODE=LEVEL]…` */
function checkFilesCommand(args: readonly string[]): Command {
  const { values, words } = readFlags('check', CHECK_FLAGS, args);
  if (values.help || words[0] === 'help') return { name: 'help' };
  if (words.length === 0) throw new UsageError('"check" needs the Markdown files to be checked: check FILE…');
  if (values.json && values.sarif) throw new UsageError('"check" writes --json or --sarif, not both');
  const severities = new Map<RuleCode, Severity>();
  for (const setting of values.severity ?? []) {
    const [, code = '', level = ''] = /^([^=]*)=?(.*)$/su.exec(setting) ?? [];
    if (!isRuleCode(code))
      throw new UsageError(`--severity: there is no rule "${code}"; there are ${RULE_CODES.join(', ')}`);
    if (!isSeverity(level))
      throw new UsageError(`--severity ${code}: "${level}" is none of ${SEVERITIES.join(', ')}`);
    severities.set(code, level);
  }
  return {
    name: 'check files',
    files: words,
    format: values.json ? 'json' : values.sarif ? 'sarif' : 'text',
    severities,
    ...(values.dossier === undefined ? {} : { dossier: values.dossier }),
  };
}

/** `cite KEY… [--style STYLE] [--lang LANG] [--locator N] [--json] [--bibliography FILE]… [--dossier FILE]` */
function citeCommand(args: readonly string[]): Command {
  // A negative number is told to be no locator; Node would take it for a flag.
  const told = args.flatMap((arg, index) =>
    arg === '--locator' && /^-\d/.test(args[index + 1] ?? '')
      ? []
      : args[index - 1] === '--locator' && /^-\d/.test(arg)
        ? [`--locator=${arg}`]
        : [arg],
  );
  const { values, words } = readFlags('cite', CITE_FLAGS, told);
  if (values.help || words[0] === 'help') return { name: 'help' };
  if (words.length === 0) throw new UsageError('"cite" needs the keys of the works: cite KEY…');
  const { json = false, style, lang, locator, bibliography = [], dossier } = values;
  return {
    name: 'cite',
    keys: words,
    json,
    bibliography,
    ...(style === undefined ? {} : { style }),
    ...(lang === undefined ? {} : { lang }),
    ...(locator === undefined ? {} : { locator }),
    ...(dossier === undefined ? {} : { dossier }),
  };
}

/** The flags and the other words of a command of the dossier. */
const read = <Name extends keyof typeof FLAGS>(name: Name, args: readonly string[]) =>
  readFlags(`dossier ${name}`, FLAGS[name], args);

function readFlags<Options extends NonNullable<ParseArgsConfig['options']>>(
  name: string,
  options: Options,
  args: readonly string[],
) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, words: positionals };
  } catch (error) {
    // Node's own sentences name the flag; what follows the first one advises on the use of "--".
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    const flags = Object.keys(options).map(option => `--${option}`);
    throw new UsageError(`"${name}": ${reason}; its flags are ${flags.join(', ')}`);
  }
}
