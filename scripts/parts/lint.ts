import { join } from 'node:path';
import { root } from '../machine/places.ts';
import { runNode } from '../machine/run.ts';
import { failed, type Part, passed } from './part.ts';

const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** Format and lint: one check over all files. */
export const lint: Part = {
  name: 'lint',
  title: 'Format and lint',
  async run() {
    const colors = process.stdout.isTTY ? 'force' : 'off';
    const { code, output } = await runNode(biome, ['ci', `--colors=${colors}`], { cwd: root });
    console.log(output.trim());
    return code === 0 ? passed : failed;
  },
};
