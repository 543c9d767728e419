import { relative, resolve, sep } from 'node:path';
import { ruleIds } from '../core/rules/registry.ts';
import { SiteStore } from '../core/site/site-store.ts';
import { unusedImages } from '../core/site/unused-images.ts';
import { NodeFiles } from './node-files.ts';
import { targetsOf } from './targets.ts';

/**
 * The images below these paths that nothing in their site names, as paths relative to the working folder.
 * @throws NotThere when nothing is at a path.
 */
export async function findUnusedImages(paths: readonly string[], env: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    for (const target of await targetsOf(path)) {
      if (target.kind === 'file') continue;
      const files = new NodeFiles(target.root);
      const { site } = await SiteStore.open(files, target.generator, ruleIds, env);
      for (const image of await unusedImages(site, files)) {
        if (target.includes(image)) found.add(relative('', resolve(target.root, image)).split(sep).join('/'));
      }
    }
  }
  return [...found];
}
