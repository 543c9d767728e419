import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { ROOT, type SitePath, sitePath } from '../core/site/files.ts';
import { findSites, type Generator, generatorOf } from '../core/site/find-sites.ts';
import { NodeFiles } from './node-files.ts';

/** A site, and which of its posts are meant. */
export interface SiteTarget {
  readonly kind: 'site';
  /** Absolute path of the site's root. */
  readonly root: string;
  readonly generator: Generator;
  includes(path: SitePath): boolean;
}

/** A file that belongs to no site. */
export interface FileTarget {
  readonly kind: 'file';
  /** Absolute path. */
  readonly path: string;
}

/** Nothing is at a path that the caller named. */
export class NotThere extends Error {}

/**
 * What a path on the command line means: the site that it lies in, or the sites below it, or a lone file.
 * @throws NotThere when nothing is at that path.
 */
export async function targetsOf(path: string): Promise<readonly (SiteTarget | FileTarget)[]> {
  const absolute = resolve(path);
  const stats = await stat(absolute).catch(() => undefined);
  if (!stats) throw new NotThere(`There is nothing at ${path}.`);
  const enclosing = await enclosingSite(stats.isDirectory() ? absolute : dirname(absolute));
  if (enclosing) {
    const inside = sitePath(relative(enclosing.root, absolute)) ?? ROOT;
    const includes = (post: SitePath) => inside === ROOT || post === inside || post.startsWith(`${inside}/`);
    return [{ kind: 'site', ...enclosing, includes }];
  }
  if (!stats.isDirectory()) return [{ kind: 'file', path: absolute }];
  const roots = await findSites(new NodeFiles(absolute));
  return roots.map(({ path: root, generator }) => ({
    kind: 'site',
    root: resolve(absolute, root.replaceAll('/', sep)),
    generator,
    includes: () => true,
  }));
}

/** The nearest folder that is a site's root and that this folder lies in, or is. */
async function enclosingSite(folder: string): Promise<{ root: string; generator: Generator } | undefined> {
  const generator = await generatorOf(new NodeFiles(folder), ROOT);
  if (generator) return { root: folder, generator };
  return folder === dirname(folder) ? undefined : enclosingSite(dirname(folder));
}
