// How long the worst takes that somebody could write: 200 ms is what a front matter may take.
import { HOSTILE_CASES } from '../hostile-cases.ts';
import { measure, print } from './measure.ts';

const RUNS = 3;

for (const { name, run } of HOSTILE_CASES) print(name, await measure(RUNS, run, 1));
