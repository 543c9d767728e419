import { nameFor, namingOf } from '../compose/file-naming.ts';
import type { Post } from '../post/post.ts';
import { fileName, folderOf } from '../site/file-index.ts';
import { join, type SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';

const EXTENSION = /(?:\.blade)?\.\w+$/;

/** A day at the start of a file's name, which is the post's date and none of its title. */
const DAY = /^\d{4}[-_]\d\d[-_]\d\d[-_]/;

const NUMBER = /^\d{1,4}[-_]/;

/**
 * The path that a post's file would have if it were named after a title, as the site's files are: in its folder, with
 * its extension, and with the day or number that its name starts with.
 */
export function pathForTitle({ path }: Post, title: string, site: Site): SitePath {
  const naming = namingOf(site, site.jigsaw?.collectionOf(path));
  const name = fileName(path);
  const [extension = ''] = EXTENSION.exec(name) ?? [];
  const [prefix = ''] = DAY.exec(name) ?? (naming.prefix === 'number' ? NUMBER.exec(name) : null) ?? [];
  const words = nameFor(title, { ...naming, prefix: undefined }, 0);
  return join(folderOf(path) as SitePath, prefix + words + extension);
}
