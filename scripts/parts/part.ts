import type { RunFolder } from '../machine/run-folder.ts';

/** How many checks a part made, and how they went. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** One part of `npm test`. */
export interface Part {
  /** Chosen by this word: `npm test -- unit host`. */
  readonly name: string;
  readonly title: string;
  /** Whether it looks at what the build makes, which is then made first. */
  readonly needsBuild?: true;
  /** Prints what fails as it goes. A part that can't run throws a Fault, which counts as one failure. */
  run(folder: RunFolder): Promise<Tally>;
}

export const passed: Tally = { passed: 1, failed: 0 };
export const failed: Tally = { passed: 0, failed: 1 };

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  };
}
