import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../test/host/report.ts';
import { launchChromium } from '../chromium.ts';
import { Fault } from '../machine/fault.mjs';
import { hostSuite, root, sampleSite } from '../machine/places.ts';
import { copyInto, type RunFolder } from '../machine/run-folder.ts';
import { receiveReports } from '../vscode/report-receiver.ts';
import { startServer } from '../vscode/server.ts';
import { uriPath, windowPath } from '../vscode/window.ts';
import type { Part, Tally } from './part.ts';
import { SuiteRecord } from './suite-record.ts';

/** How long nothing may be heard from the suite, in milliseconds. */
const patience = 120_000;

/** The suite with Copydesk in the Node extension host, as on the desktop. */
export const host: Part = {
  name: 'host',
  title: 'Extension host',
  needsBuild: true,
  run: (folder) => runSuite(folder, { extension: root, tests: hostSuite, kind: 'node' }),
};

/** What concerns several folders and sites at a time, in a window that has them open. */
export const folders: Part = {
  name: 'folders',
  title: 'Several folders',
  needsBuild: true,
  run: async (folder) => {
    const open = await manySites(folder);
    return await runSuite(folder, {
      extension: root,
      tests: hostSuite,
      kind: 'node',
      open,
      only: 'folders:',
    });
  },
};

/** The same suite with Copydesk in the web worker host, as on vscode.dev. */
export const web: Part = {
  name: 'web',
  title: 'Web extension host',
  needsBuild: true,
  run: (folder) => runSuite(folder, { extension: root, tests: hostSuite, kind: 'web worker' }),
};

export interface SuiteOptions {
  /** The extension under development, which the tests' module must be inside of. */
  readonly extension: string;
  readonly tests: string;
  readonly kind: 'node' | 'web worker';
  /** A packaged Copydesk to install, instead of the one in this folder. */
  readonly vsix?: string;
  /** What to open, instead of a copy of the sample site: a folder or a `.code-workspace` file. */
  readonly open?: string;
  /** Only tests whose full title has this text in it. */
  readonly only?: string;
}

/** Opens a window of VS Code that runs the suite in its extension host, and prints each test as it ends. */
export async function runSuite(folder: RunFolder, options: SuiteOptions): Promise<Tally> {
  const { kind, vsix, only } = options;
  const record = new SuiteRecord(patience);
  await using reports = await receiveReports((report: Report) => record.add(report));
  const site = options.open ?? (await copyInto(folder, sampleSite));
  await using server = await startServer(folder, {
    ...(vsix === undefined ? {} : { vsix }),
    settings: {
      copydeskTests: {
        report: reports.address,
        pristine: uriPath(sampleSite),
        ...(only === undefined ? {} : { only }),
      },
      // The window's own way to choose the host (`extensionDevelopmentKind`) is ignored in a browser.
      ...(kind === 'web worker' ? { 'remote.extensionKind': { 'copydesk.copydesk': ['web'] } } : {}),
    },
  });
  await using browser = await launchChromium();
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') record.addConsoleError(message.text());
  });
  page.on('crash', () => record.fail(new Fault('The window has crashed.')));
  // VS Code calls this when the tests' run() has ended, however it did.
  await page.exposeFunction('codeAutomationExit', () => record.exited());
  void server.ended.then((last) => record.fail(new Fault(`VS Code’s server has ended:\n  ${last}`)));
  const address = `127.0.0.1:${server.port}`;
  const window = { folder: site, extensions: [options.extension], tests: options.tests };
  await page.goto(`http://${address}${windowPath(address, server.token, window)}`);
  return await record.finished(kind);
}

/** A workspace of two folders: one with two sites in it, and one that is a site. @returns its file's path */
async function manySites(folder: RunFolder): Promise<string> {
  const home = await mkdtemp(join(folder.path, 'folders-'));
  for (const site of ['one/blog', 'one/journal', 'two'])
    await cp(sampleSite, join(home, site), { recursive: true });
  const file = join(home, 'all.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }));
  return file;
}

/** An extension that does nothing, to bring the suite into a window where Copydesk is an installed extension. */
export async function makeVisitor(
  folder: RunFolder,
  tests: Uint8Array,
): Promise<{ extension: string; tests: string }> {
  const extension = join(folder.path, 'visitor');
  await mkdir(extension, { recursive: true });
  const manifest = { name: 'visitor', publisher: 'copydesk', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(extension, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(extension, 'host.cjs'), tests);
  return { extension, tests: join(extension, 'host.cjs') };
}
