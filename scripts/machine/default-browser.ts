import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Opens the address in the user's browser. @returns whether there is one to open it in */
export function openInBrowser(address: string): boolean {
  const opener = browserOpener();
  if (!opener) return false;
  const [program, ...args] = opener;
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
  return true;
}

/** The system's way to open an address, unless nobody watches: in CI, or on a Linux without a display. */
function browserOpener(): readonly [string, ...string[]] | undefined {
  const { CI: unattended, DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  if (unattended) return undefined;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return (x11 || wayland) && onPath('xdg-open') ? ['xdg-open'] : undefined;
}

/** The full path of a program that can be run by its bare name, if there is one. */
export function onPath(program: string): string | undefined {
  const { PATH: path = '' } = process.env;
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
