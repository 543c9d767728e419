import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { Fault } from '../machine/fault.mjs';
import { owned } from '../machine/owned.ts';
import { root } from '../machine/places.ts';
import type { Tally } from './part.ts';

/**
 * Runs files of node:test, each in a process of its own, and prints those tests that fail.
 * @param globs where the files are, from the project's folder
 * @param options `verbose` prints every test; `concurrency` is how many files run at once
 */
export async function nodeTests(
  globs: readonly string[],
  options: { readonly verbose?: boolean; readonly concurrency?: number } = {},
): Promise<Tally> {
  const stop = new AbortController();
  await using _ = owned({}, async () => stop.abort());
  const tests = run({
    globPatterns: [...globs],
    cwd: root,
    concurrency: options.concurrency ?? true,
    signal: stop.signal,
  });
  let tally: Tally | undefined;
  tests.on('test:summary', ({ file, counts }) => {
    // The one without a file sums up all. A skipped test is one that says nothing, so it counts as failed.
    if (file !== undefined) return;
    const { tests, passed } = counts;
    tally = { passed, failed: tests - passed };
  });
  const reporter = new spec();
  reporter.pipe(process.stdout, { end: false });
  for await (const event of tests) {
    if (options.verbose || !quiet.has(event.type)) reporter.write(event);
  }
  reporter.end();
  if (!tally || tally.passed + tally.failed === 0)
    throw new Fault(`There are no tests in ${globs.join(', ')}.`);
  return tally;
}

/** What the summary and the list of failures do without. */
const quiet: ReadonlySet<string> = new Set(['test:pass', 'test:start', 'test:diagnostic', 'test:plan']);
