import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { isExecutable, onPath } from './machine/default-browser.ts';
import { Fault } from './machine/fault.mjs';
import { owned } from './machine/owned.ts';
import { root } from './machine/places.ts';
import { withProgress } from './machine/progress.mjs';
import { type Ran, run, runNode } from './machine/run.ts';

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A test that depends on the network isn't one; the extension gallery and the like fail at once.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A Chromium without a window. It ends with us: its channel is a pipe that we hold. */
export async function launchChromium(): Promise<Browser & AsyncDisposable> {
  const executablePath = await findOrInstall();
  const browser = await chromium
    .launch({
      executablePath,
      args: quietFlags,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch((error: unknown) => {
      throw new Fault(
        `${executablePath} doesn’t start:\n  ${error instanceof Error ? error.message : error}`,
      );
    });
  return owned(browser, () => browser.close());
}

/** A browser that is there; else Debian's package when we may install it; else Playwright's own. */
async function findOrInstall(): Promise<string> {
  const found = find();
  if (found !== undefined) return found;
  const tries: string[] = [];
  if (isDebian() && process.getuid?.() === 0) {
    const { code, output } = await withProgress('Installing Debian’s package chromium', installFromDebian);
    const installed = find();
    if (code === 0 && installed !== undefined) return installed;
    tries.push(`apt-get install chromium: ${lastLine(output)}`);
  }
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const { output } = await withProgress('Downloading Playwright’s Chromium', () =>
    runNode(cli, ['install', 'chromium']),
  );
  const downloaded = find();
  if (downloaded !== undefined) return downloaded;
  tries.push(`playwright-core install chromium: ${lastLine(output)}`);
  throw new Fault(
    'No Chromium was found to run the workbench in. Install Chromium, Chrome or Edge, or set CHROME_PATH to one.\n' +
      `  Tried:\n  - ${tries.join('\n  - ')}`,
  );
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function find(): string | undefined {
  const { CHROME_PATH: wished } = process.env;
  if (wished) {
    if (isExecutable(wished)) return wished;
    throw new Fault(`CHROME_PATH is ${wished}, which isn’t a program.`);
  }
  const playwrights = chromium.executablePath();
  return (
    names.map(onPath).find((path) => path !== undefined) ?? [...applications, playwrights].find(existsSync)
  );
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installFromDebian(): Promise<Ran> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  return await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { env });
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
