// `npm run package`: copydesk-<version>.vsix at the top of the project.
import { join } from 'node:path';
import { command } from './machine/command.ts';
import { root } from './machine/places.ts';
import { makeVsix, vsixName } from './vsix.ts';

await command(async () => {
  console.log(await makeVsix(join(root, await vsixName())));
  return 0;
});
