// Says that long work goes on: one living line in a terminal, a line every ten seconds in a log.

/**
 * Shows `what` with the seconds that it takes until the work settles.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @param {() => Promise<string>} [detail] more to say while it goes on, such as megabytes so far
 * @returns {Promise<T>}
 */
export async function withProgress(what, work, detail = async () => '') {
  const { CI: unattended } = process.env;
  const living = process.stdout.isTTY && !unattended;
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  console.log(`• ${what} …`);
  let working = true;
  const tick = async () => {
    const more = await detail();
    if (working) {
      const line = `  ${[more, seconds()].filter(Boolean).join(', ')}`;
      if (living) process.stdout.write(`\r\x1b[K${line}`);
      else console.log(line);
    }
  };
  const timer = setInterval(() => void tick().catch(() => {}), living ? 1000 : 10_000);
  try {
    return await work();
  } finally {
    working = false;
    clearInterval(timer);
    if (living) process.stdout.write('\r\x1b[K');
    console.log(`  ${what}: ${seconds()}`);
  }
}
