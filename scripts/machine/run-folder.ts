import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isAlive } from './lock.mjs';
import { owned } from './owned.ts';
import { downloads } from './places.ts';

const runs = join(downloads, 'runs');

export interface RunFolder extends AsyncDisposable {
  readonly path: string;
}

/** A folder for one run, deleted at its end. Those of runs that were cut off are deleted first. */
export async function runFolder(): Promise<RunFolder> {
  await mkdir(runs, { recursive: true });
  for (const name of await readdir(runs)) {
    if (!isAlive(Number.parseInt(name, 10))) await remove(join(runs, name));
  }
  const path = await mkdtemp(join(runs, `${process.pid}-`));
  return owned({ path }, () => remove(path));
}

/** Copies a site into the run's folder, under its own name. @returns the copy's path */
export async function copyInto(folder: RunFolder, site: string): Promise<string> {
  const copy = join(await mkdtemp(join(folder.path, 'site-')), basename(site));
  await cp(site, copy, { recursive: true });
  return copy;
}

/** Windows lets go of a file some time after its program has ended, hence the second tries. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
