import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { run } from 'node:test';
import { Fault } from '../machine/fault.mjs';
import { owned } from '../machine/owned.ts';
import { root } from '../machine/places.ts';
import type { Tally } from './part.ts';
import { report } from './report.ts';

/**
 * Runs files of node:test together in one process, which is fast, and prints those tests that fail.
 * @param globs where the files are, from the project's folder
 */
export async function nodeTests(globs: readonly string[]): Promise<Tally> {
  const child = fork(join(import.meta.dirname, 'node-tests-together.ts'), globs, { cwd: root });
  await using _ = owned({}, async () => void child.kill());
  let tally: Tally | undefined;
  // The only message that the child sends.
  child.once('message', (message) => {
    tally = message as Tally;
  });
  const [code, signal] = await once(child, 'close');
  if (!tally)
    throw new Fault(`The tests in ${globs.join(', ')} broke off (${signal ?? `exit code ${code}`}).`);
  return tally;
}

/** Runs each file in a process of its own, one after the other, and prints every test: for those with windows. */
export async function nodeTestsApart(globs: readonly string[]): Promise<Tally> {
  const stop = new AbortController();
  await using _ = owned({}, async () => stop.abort());
  return await report(
    run({ globPatterns: [...globs], cwd: root, concurrency: 1, signal: stop.signal }),
    new Set(),
  );
}
