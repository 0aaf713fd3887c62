import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import strings from '../../package.nls.json' with { type: 'json' };
import { CARD_COMMANDS, PAGE_SCHEME, TIMELINE_VIEW_TYPE, VIEWS } from '../../src/contributions.ts';
import { isRuleCode, RULE_CODES } from '../../src/core/checks/rule.ts';
import { RULES } from '../../src/core/checks/rules.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !/^(cli|webview)[/\\]/.test(file))
  .map(file => read(join('src', file)))
  .join('\n');

/** The names and types of the members of an interface of `contributions.ts`. */
function typesOf(name: string): Map<string, string> {
  const text = read('src/contributions.ts');
  const start = text.indexOf(`export interface ${name} {`);
  const body = text.slice(start, text.indexOf('\n}', start));
  return new Map(
    Array.from(body.matchAll(/^ {2}'([\w.]+)':\s+([^;]*);/gm), ([, key = '', type = '']) => [key, type]),
  );
}

const membersOf = (name: string): string[] => [...typesOf(name).keys()].sort();

/** The strings of a union, or in an expression, as the source writes them. */
const stringsIn = (source: string): string[] =>
  Array.from(source.matchAll(/'([^']*)'/g), match => match[1] ?? '');

/** All when-clauses of the manifest. */
const clauses: string[] = Array.from(
  JSON.stringify(manifest).matchAll(/"(?:when|enablement)":("(?:[^"\\]|\\.)*")/g),
  match => JSON.parse(match[1] ?? '""'),
);

/** What a regular expression's first group of alternatives makes of it: `a(b|c)d` is `abd` and `acd`. */
const alternatives = (pattern: string): string[] => {
  const [all, before = '', group = '', after = ''] = /^(.*?)\(([^()]*)\)(.*)$/.exec(pattern) ?? [];
  return all === undefined ? [pattern] : group.split('|').map(each => before + each + after);
};

const commands = manifest.contributes.commands.map(command => command.command).sort();

describe('the manifest', () => {
  it('contributes exactly the commands that the code knows', () => {
    expect(commands).toEqual(membersOf('CommandArguments'));
  });

  it('contributes only commands that are registered, each once', () => {
    for (const command of commands) {
      const registered =
        sources.split(new RegExp(`registerCommand\\(\\s*'${command.replace('.', '\\.')}'`)).length - 1;
      expect({ command, registered }).toEqual({ command, registered: 1 });
    }
  });

  it('contributes exactly the settings that the code knows', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties).map(key =>
      key.replace(/^counterparts\./, ''),
    );
    const rules = RULE_CODES.map(code => `checks.${code}`);
    expect(settings.sort()).toEqual([...membersOf('Settings'), ...rules].sort());
  });

  it('gives each setting the type, the values and a default that the code knows', () => {
    const types = typesOf('Settings');
    for (const [key, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      if (isRuleCode(key.replace(/^counterparts\.checks\./, ''))) continue;
      const type = types.get(key.replace(/^counterparts\./, '')) ?? '';
      const values = stringsIn(type);
      expect({ key, type: setting.type }).toEqual({ key, type: values.length > 0 ? 'string' : type });
      expect({ key, default: typeof setting.default }).toEqual({ key, default: setting.type });
      if (!('enum' in setting)) {
        expect({ key, values }).toEqual({ key, values: [] });
        continue;
      }
      expect({ key, values: setting.enum }).toEqual({ key, values });
      expect(setting.enum).toContain(setting.default);
      expect('markdownEnumDescriptions' in setting && setting.markdownEnumDescriptions).toHaveLength(
        setting.enum.length,
      );
    }
  });

  it('gives each rule of the checks the severity that the rule has', () => {
    const settings = new Map(Object.entries(manifest.contributes.configuration.properties));
    const values = ['error', 'warning', 'information', 'hint', 'off'];
    for (const { code, severity } of RULES) {
      const setting = settings.get(`counterparts.checks.${code}`);
      expect({ code, ...setting }).toMatchObject({ code, type: 'string', default: severity, enum: values });
    }
    expect(RULES.map(({ code }) => code)).toEqual(RULE_CODES);
  });

  it('asks in its conditions only for context keys that the code sets', () => {
    const asked = clauses.flatMap(clause => {
      // What stands behind an operator is a value: a view, a language, a regular expression.
      const keys = clause.replace(/(==|!=|=~)\s*(\/.*?\/|\S+)/g, '').match(/[\w.]+/g) ?? [];
      return keys.filter(
        key => !['view', 'viewItem', 'editorLangId', 'inQuickOpen', 'true', 'false'].includes(key),
      );
    });
    const declared = stringsIn(
      /export type ContextKey = ([^;]*);/.exec(read('src/contributions.ts'))?.[1] ?? '',
    );
    expect([...new Set(asked)].sort()).toEqual(declared.sort());
    for (const key of declared) {
      const [, constant] = new RegExp(`const (\\w+): ContextKey = '${key}'`).exec(sources) ?? [];
      expect(sources).toMatch(new RegExp(`'setContext',\\s*${constant ?? `'${key}'`}`));
    }
  });

  it('asks in its conditions only for kinds of tree items that there are', () => {
    const kinds = Array.from(sources.matchAll(/contextValue: ([^,;}]*'[^,;}]*)[,;}]/g), match =>
      stringsIn(match[1] ?? ''),
    ).flat();
    const asked = clauses.flatMap(clause =>
      Array.from(clause.matchAll(/viewItem (==|=~) (\S+)/g), ([, operator, value = '']) =>
        operator === '=='
          ? [`^${value.replaceAll('.', '\\.')}$`]
          : alternatives(value.replace(/^\/|\/$/g, '')),
      ).flat(),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(pattern => !kinds.some(kind => new RegExp(pattern).test(kind)))).toEqual([]);
  });

  it('contributes exactly the views that the code knows', () => {
    const views = manifest.contributes.views.counterparts.map(view => view.id);
    expect(views).toEqual(Object.values(VIEWS));
  });

  it('names only its own commands and views in menus and welcome texts', () => {
    const { menus, viewsWelcome } = manifest.contributes;
    const run = Object.values(menus).flatMap(items => items.map(item => item.command));
    expect(run.filter(command => !commands.includes(command))).toEqual([]);
    const views = Object.values<string>(VIEWS);
    const asked = clauses.flatMap(clause =>
      Array.from(clause.matchAll(/view [!=]= (\S+)/g), match => match[1]),
    );
    const named = [...asked, ...viewsWelcome.map(welcome => welcome.view)];
    expect(named.filter(view => view === undefined || !views.includes(view))).toEqual([]);
    const linked = JSON.stringify(strings).match(/command:counterparts\.\w+/g) ?? [];
    expect(linked.filter(link => !commands.includes(link.replace('command:', '')))).toEqual([]);
  });

  it('lets cards run only commands that it contributes', () => {
    expect(CARD_COMMANDS.filter(command => !commands.includes(command))).toEqual([]);
  });

  it('is activated by Markdown, its pages and its panels, and never at start', () => {
    expect(manifest.activationEvents.sort()).toEqual(
      ['onLanguage:markdown', `onFileSystem:${PAGE_SCHEME}`, `onWebviewPanel:${TIMELINE_VIEW_TYPE}`].sort(),
    );
  });

  it('has a text for each placeholder and a placeholder for each text', () => {
    const used = new Set(Array.from(JSON.stringify(manifest).matchAll(/%([\w.-]+)%/g), match => match[1]));
    expect([...used].sort()).toEqual(Object.keys(strings).sort());
  });

  it('shows no text that is not localised', () => {
    for (const command of manifest.contributes.commands) expect(command.title).toMatch(/^%.+%$/);
    for (const view of manifest.contributes.views.counterparts) expect(view.name).toMatch(/^%.+%$/);
  });

  it('asks for the VS Code that the types and the tests are made for', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  });

  it('ships the licence of each package whose code it ships', () => {
    const notices = read('ThirdPartyNotices.txt');
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      const folder = join('node_modules', name);
      const licence = readdirSync(join(ROOT, folder)).find(file => /^licen[cs]e/i.test(file)) ?? 'LICENSE';
      expect(notices).toContain(read(join(folder, licence)).trim());
      expect(notices.toLowerCase()).toContain(`${name} ${version}`);
    }
  });
});
