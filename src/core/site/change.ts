import type { SitePath } from './files.ts';

/** What has become other than it was. */
export interface Change {
  /** The posts and settings that are to be judged anew: these, or all of the site. */
  readonly paths: ReadonlySet<SitePath> | 'all';
  /** The files that came or went, posts among them, and the images that have other bytes. */
  readonly files: ReadonlySet<SitePath>;
}

export const NOTHING: Change = { paths: new Set(), files: new Set() };

/** Two changes as one. */
export function both(a: Change, b: Change): Change {
  const paths = a.paths === 'all' || b.paths === 'all' ? 'all' : new Set([...a.paths, ...b.paths]);
  return { paths, files: new Set([...a.files, ...b.files]) };
}
