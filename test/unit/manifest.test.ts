import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import strings from '../../package.nls.json' with { type: 'json' };
import { CARD_COMMANDS, PAGE_SCHEME, TIMELINE_VIEW_TYPE, VIEWS } from '../../src/contributions.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !/^(cli|webview)[/\\]/.test(file))
  .map(file => read(join('src', file)))
  .join('\n');

/** The names of the members of an interface of `contributions.ts`. */
function membersOf(name: string): string[] {
  const text = read('src/contributions.ts');
  const start = text.indexOf(`export interface ${name} {`);
  const body = text.slice(start, text.indexOf('\n}', start));
  return Array.from(body.matchAll(/^ {2}'([\w.]+)':/gm), match => match[1] ?? '').sort();
}

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
    expect(settings.sort()).toEqual(membersOf('Settings'));
  });

  it('contributes exactly the views that the code knows', () => {
    const views = manifest.contributes.views.counterparts.map(view => view.id);
    expect(views).toEqual(Object.values(VIEWS));
  });

  it('names only its own commands and views in menus and welcome texts', () => {
    const named = JSON.stringify(manifest.contributes.menus).match(/counterparts\.[a-zA-Z]+/g) ?? [];
    const known = new Set<string>([
      ...commands,
      ...Object.values(VIEWS),
      'counterparts.meetingsFiltered',
      ...['person', 'meeting', 'document', 'passage', 'quotation'].map(type => `counterparts.${type}`),
    ]);
    expect([...new Set(named)].filter(name => !known.has(name))).toEqual([]);
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
});
