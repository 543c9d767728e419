import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '../machine/fault.mjs';
import { owned } from '../machine/owned.ts';
import { runNode } from '../machine/run.ts';
import type { RunFolder } from '../machine/run-folder.ts';
import { installVsCode } from './install.ts';

/** A VS Code server that listens on this machine only. */
export interface Server extends AsyncDisposable {
  readonly port: number;
  /** Without it, any web page that is open in a browser here could talk to the server. */
  readonly token: string;
  /** Resolves when the server is gone, with the last that it said. */
  readonly ended: Promise<string>;
}

export interface ServerOptions {
  /** The user's settings, beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** The folder of an extension that is installed as it is. */
  readonly extension?: string | undefined;
  /** Open the folder in Restricted Mode, until the user trusts it. */
  readonly restricted?: boolean;
}

/** What keeps a window of VS Code quiet, in a browser or on the desktop. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  // In a browser it is on by default; what is typed would be saved, or not, as the machine is slow or quick.
  'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Starts VS Code on a free port, with a user's folder, settings and extensions of its own. */
export async function startServer(folder: RunFolder, options: ServerOptions = {}): Promise<Server> {
  const program = await installVsCode();
  const home = await mkdtemp(join(folder.path, 'vscode-'));
  const user = join(home, 'user');
  await mkdir(join(user, 'User'), { recursive: true });
  const settings = { ...quietSettings, ...options.settings };
  await writeFile(join(user, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  const folders = ['--user-data-dir', user];
  folders.push('--server-data-dir', join(home, 'server'), '--extensions-dir', join(home, 'extensions'));
  if (options.extension !== undefined) {
    await cp(options.extension, join(home, 'extensions', basename(options.extension)), { recursive: true });
  }
  if (options.vsix !== undefined) await install(program, options.vsix, folders);
  return await listen(program, [...folders, ...(options.restricted ? [] : ['--disable-workspace-trust'])]);
}

async function install(program: string, vsix: string, folders: readonly string[]): Promise<void> {
  const { code, output } = await runNode(program, ['--install-extension', vsix, ...folders]);
  if (code !== 0 || !/successfully installed/i.test(output)) {
    throw new Fault(`VS Code couldn’t install ${vsix}:\n  ${output.trim()}`);
  }
}

async function listen(program: string, args: readonly string[]): Promise<Server> {
  const token = randomBytes(16).toString('hex');
  const all = [program, ...args, '--host', '127.0.0.1', '--port', '0', '--connection-token', token];
  all.push('--accept-server-license-terms', '--enable-smoke-test-driver');
  const guard = fork(join(import.meta.dirname, '..', 'machine', 'guard.mjs'), [process.execPath, ...all], {
    detached: true,
    silent: true,
    execArgv: [],
    env: cleanEnvironment(),
  });
  let said = '';
  const ended = once(guard, 'exit').then(() => said.slice(-3000).trim());
  const server = owned({ token, ended }, () => stop(guard));
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      const listening = /agent listening on (\d+)/.exec(said);
      if (listening) resolve(Number(listening[1]));
    };
    guard.stdout?.on('data', hear);
    guard.stderr?.on('data', hear);
    void ended.then((last) =>
      reject(new Fault(`VS Code’s server ended as soon as it was started:\n  ${last}`)),
    );
  });
  return Object.assign(server, { port });
}

/** The guard ends the server and all its children when its channel to us closes. */
async function stop(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const gone = once(guard, 'exit');
  guard.disconnect();
  await gone;
}

/** Not those variables of npm, or of a VS Code that we may have been started in, that change what VS Code does. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
