// The entry of the bundle that runs inside an extension host: all suites, in this order. `test/run.ts` fails if a suite
// lies here that is not imported. Activation and the broken dossier come first: they look at the extension
// before anyone has used it.
import './activation.test.ts';
import './broken-dossier.test.ts';
// And this before any suite that opens huge files: VS Code's Markdown server, for which it waits, reads them all.
import './citations.test.ts';
import './analysis.test.ts';
import './bibliography.test.ts';
import './checks.test.ts';
import './citing.test.ts';
import './completion.test.ts';
import './explorer.test.ts';
import './hover.test.ts';
import './navigation.test.ts';
import './notes.test.ts';
import './own-works.test.ts';
import './pages.test.ts';
import './preview.test.ts';
import './restricted.test.ts';
import './roles.test.ts';
import './roots.test.ts';
import * as vscode from 'vscode';
import { restricted, severalRoots } from './host.ts';
import { mocha } from './mocha.ts';
import { GREP_SETTING } from './protocol.ts';

/** Called by VS Code; rejected if a test has failed. The results go out through the console. */
export function run(): Promise<void> {
  const wanted = vscode.workspace.getConfiguration().get<string>(GREP_SETTING, '');
  const mode = restricted
    ? '^(?=Restricted Mode)'
    : severalRoots
      ? '^(?=Several roots)'
      : '^(?!Restricted Mode|Several roots)';
  mocha.grep(new RegExp(`${mode}.*(?:${wanted})`, 's'));
  return new Promise((resolve, reject) => {
    mocha.run(failures => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
