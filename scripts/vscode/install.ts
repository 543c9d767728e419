import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../machine/fault.mjs';
import { locked } from '../machine/lock.mjs';
import { npm } from '../machine/npm.mjs';
import { downloads } from '../machine/places.ts';
import { withProgress } from '../machine/progress.mjs';
import { runNode } from '../machine/run.ts';

/** VS Code 1.139.1: a server with the web workbench and the Node extension host, from the npm registry. */
const version = '4.139.1';
const home = join(downloads, `code-server-${version}`);
const needed = 1_000_000_000;

interface Step {
  readonly what: string;
  readonly folder: string;
  readonly npm: readonly string[];
}

const vscode = join('node_modules', 'code-server', 'lib', 'vscode');
/** Without install scripts: they would want a compiler and Kerberos headers, for parts that nothing here uses. */
const steps: readonly Step[] = [
  {
    what: 'Fetching VS Code (190 MB)',
    folder: '.',
    npm: ['install', `code-server@${version}`, '--ignore-scripts', '--no-save', '--no-package-lock'],
  },
  {
    what: 'Fetching its server’s packages (370 MB)',
    folder: vscode,
    npm: ['install', '--omit=dev', '--ignore-scripts'],
  },
  {
    what: 'Fetching its own extensions’ packages (60 MB)',
    folder: join(vscode, 'extensions'),
    npm: ['install', '--omit=dev', '--ignore-scripts'],
  },
];

/**
 * Makes sure that VS Code is there, downloading it the first time. It is put together in a folder of another
 * name, step by step, and gets its own name when it is whole: an interrupted download is taken up again and is
 * never taken for VS Code.
 * @returns the path of the server's program
 * @throws Fault when the network, the disk or the registry is not there
 */
export async function installVsCode(): Promise<string> {
  const server = join(home, vscode, 'out', 'server-main.js');
  if (existsSync(home)) return server;
  await locked(join(downloads, 'vscode.lock'), 'a download of VS Code', async () => {
    if (existsSync(home)) return;
    const partial = `${home}.partial`;
    await mkdir(partial, { recursive: true });
    await requireSpace(partial);
    await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
    for (const [number, step] of steps.entries())
      await take(step, join(partial, `step-${number + 1}-done`), partial);
    await check(join(partial, vscode, 'out', 'server-main.js'));
    await rename(partial, home);
  });
  return server;
}

/** One step, begun afresh unless it was finished before: half of a package can look like a whole one. */
async function take(step: Step, stamp: string, partial: string): Promise<void> {
  if (existsSync(stamp)) return;
  const folder = join(partial, step.folder);
  const modules = join(folder, 'node_modules');
  await rm(modules, { recursive: true, force: true });
  await withProgress(
    step.what,
    () => npm(step.npm, folder),
    async () => `${Math.round((await sizeOf(modules)) / 1e6)} MB`,
  );
  await writeFile(stamp, `${version}\n`);
}

async function requireSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= needed) return;
  const free = Math.round((bavail * bsize) / 1e6);
  throw new Fault(`VS Code needs about ${needed / 1e9} GB of disk and ${free} MB are free at ${folder}.`);
}

/** The server tells its version, or it can't run here. */
async function check(server: string): Promise<void> {
  const { code, output } = await runNode(server, ['--version']);
  if (code !== 0) throw new Fault(`The VS Code that was downloaded doesn’t start:\n  ${output.trim()}`);
}

/** Bytes of all files in a folder, as far as they can be seen while it grows. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile())
      bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  }
  return bytes;
}
