// Runs hostile cases, by their places in the list, on a thread that can be ended while it hangs.
import { parentPort } from 'node:worker_threads';
import { HOSTILE_CASES } from './hostile-cases.ts';

parentPort?.on('message', async (index: number) => {
  try {
    await HOSTILE_CASES[index]?.run();
    parentPort?.postMessage(undefined);
  } catch (thrown) {
    parentPort?.postMessage(thrown);
  }
});
