import { command } from './machine/command.ts';
import { hostSuite, root } from './machine/places.ts';
import { runFolder } from './machine/run-folder.ts';
import { buildOrExplain } from './parts/build.ts';
import { runSuite } from './parts/host.ts';
await command(async () => {
  await using folder = await runFolder();
  await buildOrExplain({ tests: true });
  const tally = await runSuite(folder, { extension: root, tests: hostSuite, kind: 'node', only: process.argv[2] ?? '' });
  console.log(tally);
  return 0;
});
