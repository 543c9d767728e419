import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostSuite } from '../machine/places.ts';
import { makeVsix, vsixName } from '../vsix.ts';
import { buildOrExplain } from './build.ts';
import { makeVisitor, runSuite } from './host.ts';
import { type Part, passed, sum } from './part.ts';

/** What ships: packaged, installed as a user would, and looked at in the extension host. */
export const packaged: Part = {
  name: 'package',
  title: 'Packaged extension',
  async run(folder) {
    const vsix = join(folder.path, await vsixName());
    console.log(await makeVsix(vsix));
    // The development folder gets back what the packaging replaced, and the tests are there when it runs alone.
    await buildOrExplain({ tests: true });
    const visitor = await makeVisitor(folder, await readFile(hostSuite));
    return sum([passed, await runSuite(folder, { ...visitor, kind: 'node', vsix, only: '(smoke)' })]);
  },
};
