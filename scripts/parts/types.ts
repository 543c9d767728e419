import { join } from 'node:path';
import { root } from '../machine/places.ts';
import { runNode } from '../machine/run.ts';
import { failed, type Part, passed, sum } from './part.ts';

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const worlds = ['src/core', 'src/protocol', 'src/cli', 'src/preview', 'src/vscode', 'test'];

/** Types: each part of the code in the world it lives in, which is how a stray import shows. */
export const types: Part = {
  name: 'types',
  title: 'Types',
  async run() {
    const tallies = [];
    for (const world of worlds) {
      const { code, output } = await runNode(tsc, ['-p', world], { cwd: root });
      console.log(code === 0 ? `  ✔ ${world}` : `  ✖ ${world}\n${output.trim()}`);
      tallies.push(code === 0 ? passed : failed);
    }
    return sum(tallies);
  },
};
