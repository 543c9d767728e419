// `npm run test:desktop`: the suite for the extension host in a desktop VS Code, which @vscode/test-electron downloads.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { command } from './machine/command.ts';
import { Fault } from './machine/fault.mjs';
import { hostSuite, root, sampleSite } from './machine/places.ts';
import { copyInto, runFolder } from './machine/run-folder.ts';
import { buildOrExplain } from './parts/build.ts';
import { SuiteRecord } from './parts/suite-record.ts';
import { receiveReports } from './vscode/report-receiver.ts';
import { quietSettings } from './vscode/server.ts';
import { uriPath } from './vscode/window.ts';

/** How long nothing may be heard, in milliseconds: the download is part of it. */
const patience = 600_000;

await command(async () => {
  await using folder = await runFolder();
  await buildOrExplain({ tests: true });
  const record = new SuiteRecord(patience);
  await using reports = await receiveReports((report) => record.add(report));
  // Short names: on macOS a socket in the user's folder must fit into 103 characters.
  const user = join(folder.path, 'u');
  await mkdir(join(user, 'User'), { recursive: true });
  const copydeskTests = { report: reports.address, pristine: uriPath(sampleSite) };
  await writeFile(join(user, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, copydeskTests }));
  const site = await copyInto(folder, sampleSite);
  const folders = ['--user-data-dir', user, '--extensions-dir', join(folder.path, 'e')];
  void runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: hostSuite,
    launchArgs: [site, ...folders, '--disable-workspace-trust', '--disable-updates', '--skip-welcome'],
  }).then(
    () => record.exited(),
    (error: unknown) => record.fail(explained(error)),
  );
  const tally = await record.finished('node');
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
});

function explained(error: unknown): Fault {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const what = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH/.test(said)
    ? 'VS Code couldn’t be downloaded; its server can’t be reached. (npm test needs the npm registry only.)'
    : 'VS Code didn’t run the tests.';
  return new Fault(`${what}\n  ${said}`);
}
