// `npm test [-- PART…]`: every check there is, or those that are named.

import { command } from './machine/command.ts';
import { Fault, printFailure } from './machine/fault.mjs';
import { runFolder } from './machine/run-folder.ts';
import { bundle } from './parts/build.ts';
import { host, web } from './parts/host.ts';
import { lint } from './parts/lint.ts';
import { packaged } from './parts/package.ts';
import { type Part, sum, type Tally } from './parts/part.ts';
import { types } from './parts/types.ts';
import { grammar, unit } from './parts/unit.ts';
import { workbench } from './parts/workbench.ts';

const parts: readonly Part[] = [lint, types, unit, grammar, bundle, host, web, workbench, packaged];

await command(async () => {
  await using folder = await runFolder();
  const tallies: Tally[] = [];
  for (const part of chosen(process.argv.slice(2))) {
    console.log(`\n── ${part.title} ${'─'.repeat(Math.max(2, 60 - part.title.length))}`);
    const started = performance.now();
    const tally = await part.run(folder).catch((thrown: unknown): Tally => {
      printFailure(thrown);
      return { passed: 0, failed: 1 };
    });
    tallies.push(tally);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${part.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  }
  const all = sum(tallies);
  console.log(`\n${all.passed} passed, ${all.failed} failed`);
  return all.failed === 0 ? 0 : 1;
});

function chosen(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) {
    throw new Fault(
      `There is no part “${unknown}”. There are: ${parts.map((part) => part.name).join(', ')}.`,
    );
  }
  return names.length === 0 ? parts : parts.filter((part) => names.includes(part.name));
}
