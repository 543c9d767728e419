// `npm run bench [-- NAME…]`: measures what must be fast, one file after the other so that none disturbs another.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './machine/command.ts';
import { owned } from './machine/owned.ts';
import { root } from './machine/places.ts';
import { buildOrExplain } from './parts/build.ts';

const folder = join(root, 'test', 'bench');
const ending = '.bench.ts';

await command(async () => {
  const chosen = process.argv.slice(2);
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  const named = files.filter((name) => chosen.length === 0 || chosen.includes(name.slice(0, -ending.length)));
  await buildOrExplain({ production: true });
  let failures = 0;
  for (const name of named.sort()) {
    console.log(`\n── ${name.slice(0, -ending.length)} ${'─'.repeat(50)}`);
    const child = spawn(process.execPath, [join(folder, name)], { stdio: 'inherit', cwd: root });
    await using _ = owned({}, async () => void child.kill());
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) failures += 1;
  }
  return failures === 0 ? 0 : 1;
});
