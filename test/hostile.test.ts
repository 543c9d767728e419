import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { HOSTILE_CASES } from './hostile-cases.ts';

/** As small a stack as Node gives its own thread, so that recursion ends where it does in an editor. */
const RESOURCES = { resourceLimits: { stackSizeMb: 1 } };

/** Far more than any case takes on a slow machine: what isn't done by then hangs. How fast it is, the bench tells. */
const HANGS_AFTER_MS = 30_000;

describe('what is written to do harm', () => {
  let worker: Worker | undefined;
  after(async () => await worker?.terminate());

  for (const [index, { name }] of HOSTILE_CASES.entries()) {
    it(name, async () => {
      worker ??= new Worker(new URL('hostile-worker.ts', import.meta.url), RESOURCES);
      const answer = once(worker, 'message', { signal: AbortSignal.timeout(HANGS_AFTER_MS) });
      worker.postMessage(index);
      const [thrown] = await answer.catch(async (error: unknown) => {
        await worker?.terminate();
        worker = undefined;
        return [error];
      });
      if (thrown !== undefined) throw thrown;
    });
  }
});
