// `npm test [-- PART…]`: every check there is, or those that are named.

import { join } from 'node:path';
import { command } from './machine/command.ts';
import { Fault, printFailure } from './machine/fault.mjs';
import { locked } from './machine/lock.mjs';
import { downloads } from './machine/places.ts';
import { runFolder } from './machine/run-folder.ts';
import { bundle } from './parts/build.ts';
import { folders, host, web } from './parts/host.ts';
import { lint } from './parts/lint.ts';
import { packaged } from './parts/package.ts';
import { type Part, sum, type Tally } from './parts/part.ts';
import { types } from './parts/types.ts';
import { grammar, unit } from './parts/unit.ts';
import { workbench } from './parts/workbench.ts';

const parts: readonly Part[] = [lint, types, unit, grammar, bundle, host, folders, web, workbench, packaged];

await command(async () => {
  const wanted = chosen(process.argv.slice(2));
  const { passed, failed } = wanted.includes(bundle)
    ? await locked(join(downloads, 'test.lock'), 'other tests of what is built', () => runAll(wanted))
    : await runAll(wanted);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function runAll(wanted: readonly Part[]): Promise<Tally> {
  await using folder = await runFolder();
  const tallies: Tally[] = [];
  for (const part of wanted) {
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
  return sum(tallies);
}

function chosen(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) {
    throw new Fault(
      `There is no part “${unknown}”. There are: ${parts.map((part) => part.name).join(', ')}.`,
    );
  }
  const named = names.length === 0 ? parts : parts.filter((part) => names.includes(part.name));
  return parts.filter(
    (part) => named.includes(part) || (part === bundle && named.some((one) => one.needsBuild)),
  );
}
