// Runs node:test's files, named by globs, in this process, and sends the tally to the one that forked it.
import { run } from 'node:test';
import { report } from './report.ts';

const quiet = new Set(['test:pass', 'test:start', 'test:plan']);

// Without isolation the tests end when nothing else is left to do, so nothing may wait for them at the top level.
void report(run({ globPatterns: process.argv.slice(2), isolation: 'none' }), quiet).then((tally) =>
  process.send?.(tally),
);
