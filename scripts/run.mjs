// Where every npm script begins. Runs on whatever Node there is (20 or newer), with nothing installed: it
// installs what is missing and goes on under the Node of the project's own `node` package, which runs TypeScript.
// node scripts/run.mjs COMMAND ARGUMENT…
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault, printFailure } from './machine/fault.mjs';
import { locked } from './machine/lock.mjs';
import { npm } from './machine/npm.mjs';
import { withProgress } from './machine/progress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/** @type {Readonly<Record<string, string>>} */
const commands = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  build: 'esbuild.mjs',
  package: 'scripts/package.ts',
  bench: 'scripts/bench.ts',
  links: 'scripts/links.ts',
  schema: 'scripts/schema.ts',
  l10n: 'scripts/l10n.ts',
  screenshots: 'scripts/screenshots.ts',
  desktop: 'scripts/desktop.ts',
};

/** @type {(signal: NodeJS.Signals) => void} Until the script runs: leave, which stops npm and frees the lock. */
let onSignal = (signal) => process.exit(128 + constants.signals[signal]);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => onSignal(signal));
}

// npm may be ended in a way that it can’t pass on, and so may the shell by which it runs us.
const { ppid: starter } = process;
const { npm_execpath: startedByNpm } = process.env;
const watch = setInterval(() => process.ppid === starter || onSignal('SIGTERM'), 500).unref();
if (!startedByNpm) clearInterval(watch);

try {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 20) {
    throw new Fault(
      `Copydesk is built with Node 20 or newer; this is ${process.version}. See https://nodejs.org`,
    );
  }
  const [name = '', ...args] = process.argv.slice(2);
  const script = commands[name];
  if (!script)
    throw new Fault(`There is no command “${name}”. There are: ${Object.keys(commands).join(', ')}.`);
  await installMissing();
  await handOver(await nodeOfTheProject(), [join(root, script), ...args]);
} catch (thrown) {
  printFailure(thrown);
  process.exitCode = 1;
}

/** Brings node_modules to what package-lock.json says, when it isn't there yet. */
async function installMissing() {
  if (isInstalled()) return;
  await locked(join(root, '.vscode-test', 'install.lock'), 'an installation', async () => {
    if (isInstalled()) return;
    await withProgress('Installing the packages that Copydesk is built with', () => npm(['ci'], root));
  });
}

/**
 * Compares with the record that npm writes into node_modules when it is done, so an interrupted installation
 * counts as none. Optional packages are those of other platforms, mostly.
 */
function isInstalled() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const there = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || there[path]?.version === wanted.version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}

/** Node 24 from the `node` package. Its install script fetches it; where npm blocks those, we run that one. */
async function nodeOfTheProject() {
  const home = join(modules, 'node');
  const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (works(node)) return node;
  await withProgress('Fetching Node 24, since npm ran no install script', () => {
    const script = spawn(process.execPath, ['installArchSpecificPackage.js'], { cwd: home, stdio: 'ignore' });
    return new Promise((resolve) => script.once('close', resolve));
  });
  if (works(node)) return node;
  if (works(process.execPath)) return process.execPath;
  throw new Fault(
    `Node 24 couldn’t be had through the npm package “node”. Install Node 24 yourself (this is ${process.version}).`,
  );
}

/** @param {string} node */
function works(node) {
  const said = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return said.status === 0 && Number.parseInt(said.stdout.slice(1), 10) >= 24;
}

/**
 * Runs the script to its end with signals passed on, and ends as it ended.
 * @param {string} node
 * @param {readonly string[]} args
 */
async function handOver(node, args) {
  // The channel is there for its end: the script leaves when this process is gone.
  const child = spawn(node, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  onSignal = (signal) => child.kill(signal);
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 1)));
  });
}
