import { build } from '../../esbuild.mjs';
import { Fault } from '../machine/fault.mjs';
import { type Part, passed } from './part.ts';

/** The bundles that ship and the suite for the extension host. */
export const bundle: Part = {
  name: 'build',
  title: 'Build',
  async run() {
    await buildOrExplain({ tests: true });
    return passed;
  },
};

/** Builds; esbuild has printed what is wrong when this throws. */
export async function buildOrExplain(options: Parameters<typeof build>[0] = {}): Promise<void> {
  await build(options).catch(() => {
    throw new Fault('Copydesk doesn’t build; the reason stands above.');
  });
}
