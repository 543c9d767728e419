/** What repeated work took, in milliseconds. */
export interface Figures {
  readonly median: number;
  readonly p95: number;
}

/**
 * Does the work again and again after a few rounds that don't count, in which V8 makes up its mind.
 * @param work may take a while to get ready and then gives what is timed
 */
export async function measure(runs: number, work: (run: number) => unknown, warmUp = 2): Promise<Figures> {
  const taken: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const started = performance.now();
    await work(run);
    if (run >= 0) taken.push(performance.now() - started);
  }
  return figuresOf(taken);
}

/** The figures of what was taken, in milliseconds each. */
export function figuresOf(taken: readonly number[]): Figures {
  const sorted = taken.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Prints one line of figures. */
export function print(what: string, { median, p95 }: Figures): void {
  const time = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`.padStart(10);
  console.log(`  ${what.padEnd(44)} median ${time(median)}   p95 ${time(p95)}`);
}
