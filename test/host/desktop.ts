// `npm run test:desktop`, after the build: the integration suites in desktop VS Code, for machines that can download it
// or have it (VSCODE_EXECUTABLE). On Linux it needs a display; `xvfb-run` gives one.
import { Writable } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { SuiteEvents } from '../runner/events.ts';
import { BUNDLE, copyExtension, copyWorkspace, type WorkspaceKind } from '../runner/integration.ts';
import { type Outcome, Report } from '../runner/report.ts';
import { endWithParent } from './processes.ts';

endWithParent();
const executable = process.env['VSCODE_EXECUTABLE'];
const report = new Report();

async function runDesktop(kind: WorkspaceKind): Promise<Outcome> {
  const events = new SuiteEvents(BUNDLE);
  const workspace = copyWorkspace(kind);
  const extension = copyExtension();
  const lines: string[] = [];
  let rest = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const parts = (rest + chunk.toString()).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) events.line(line);
      lines.push(...parts);
      done();
    },
  });
  const how = await runTests({
    ...(executable === undefined || executable === '' ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: extension.path,
    extensionTestsPath: extension.tests,
    launchArgs: [workspace.opened, '--disable-extensions'],
    stdout: output,
    stderr: output,
  }).then(
    () => 'VS Code ended well, but too early.',
    (error: unknown) => `VS Code failed: ${error instanceof Error ? error.message : String(error)}`,
  );
  events.line(rest);
  workspace.remove();
  extension.remove();
  return events.outcome(how, lines);
}

await report.part('Integration, desktop VS Code', () => runDesktop('folder'));
await report.part('Integration, desktop VS Code, several roots', () => runDesktop('roots'));

report.finish();
