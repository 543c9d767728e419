import type { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { failed, type Tally } from './part.ts';

/**
 * Prints what node:test reports and counts it. A skipped test shows nothing, so it counts as failed.
 * @param quiet kinds of events that are not printed
 */
export async function report(tests: ReturnType<typeof run>, quiet: ReadonlySet<string>): Promise<Tally> {
  let tally: Tally = failed;
  const reporter = new spec();
  reporter.pipe(process.stdout, { end: false });
  for await (const event of tests) {
    // The summary without a file is that of all; we have a line of our own for it.
    if (event.type === 'test:summary' && event.data.file === undefined) {
      const { tests, passed } = event.data.counts;
      if (tests > 0) tally = { passed, failed: tests - passed };
      else console.log('  ✖ There are no tests.');
    }
    if (!quiet.has(event.type) && !(event.type === 'test:diagnostic' && event.data.file === undefined)) {
      reporter.write(event);
    }
  }
  reporter.end();
  return tally;
}
