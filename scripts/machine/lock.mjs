import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work while no other process holds the same lock file; waits for one that does. A lock whose
 * process is gone counts for nothing.
 * @template T
 * @param {string} file
 * @param {string} what said while waiting, such as "an installation"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function locked(file, what, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !taken(file); ) {
    const holder = holderOf(file);
    if (holder === undefined) rmSync(file, { force: true });
    else {
      if (!told) console.log(`• Waiting for ${what} in another window (process ${holder}) …`);
      told = true;
      await sleep(500);
    }
  }
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    free();
    process.removeListener('exit', free);
  }
}

/** @param {string} file */
function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * The process that holds the lock. A file without a number is one that is being written, unless it is old.
 * @param {string} file
 */
function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === 0) return Date.now() - statSync(file).mtimeMs < 5000 ? 0 : undefined;
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a process of that number runs, ours or another user's.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
