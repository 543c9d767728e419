import { constants } from 'node:os';
import { printFailure } from './fault.mjs';
import { closeAll } from './owned.ts';

/**
 * Runs one of the project's commands: prints what goes wrong in plain words, and on Ctrl+C closes what was
 * opened before it leaves.
 * @param work gives the exit code
 * @param interrupted the exit code after Ctrl+C: 0 where that is how the command is meant to end
 */
export async function command(work: () => Promise<number>, interrupted = 130): Promise<never> {
  let leaving = false;
  const leave = async (code: number): Promise<never> => {
    leaving = true;
    await closeAll();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // npm, the shell and the terminal may each pass on the same key press, so repeats are nothing new.
    process.on(signal, () => {
      if (leaving) return;
      console.log('\nStopping …');
      void leave(signal === 'SIGINT' ? interrupted : 128 + constants.signals[signal]);
    });
  }
  // The process that started us is gone, and took the signal with it.
  process.once('disconnect', () => leaving || void leave(129));
  try {
    return await leave(await work());
  } catch (thrown) {
    // Work that falls over because it is being closed has nothing of its own to say.
    if (leaving) return await new Promise<never>(() => {});
    printFailure(thrown);
    return await leave(1);
  }
}
