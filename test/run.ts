// `npm test`, after `npm run package`: the unit tests, the suites in each host, and the packaged extension in a
// workbench. The last line is `N passed, N failed`.
//
//   node test/run.ts [--only unit|integration|ui]… [--host 1.139] [--kind node|web] [--grep REGEXP]
import { parseArgs } from 'node:util';
import { endWithParent } from './host/processes.ts';
import {
  CONFIGURATIONS,
  describeConfiguration,
  findForgottenSuites,
  runSuites,
} from './runner/integration.ts';
import { Report } from './runner/report.ts';
import { runUnitTests } from './runner/unit.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    host: { type: 'string' },
    kind: { type: 'string' },
    grep: { type: 'string' },
  },
});
const wanted = (part: string) => values.only === undefined || values.only.includes(part);

endWithParent();
const report = new Report(values.grep !== undefined);

if (wanted('unit')) await report.part('Unit tests', () => runUnitTests(values.grep));

if (wanted('integration')) {
  await report.part('Every integration suite is run', findForgottenSuites);
  for (const configuration of CONFIGURATIONS) {
    if (values.host !== undefined && values.host !== configuration.host) continue;
    if (values.kind !== undefined && values.kind !== configuration.kind) continue;
    await report.part(describeConfiguration(configuration), () => runSuites(configuration, values.grep));
  }
}

if (wanted('ui')) {
  await report.part('Packaged extension in the workbench', async () => {
    const { runUi } = await import('./ui/run.ts');
    return runUi(values.host);
  });
}

report.finish();
