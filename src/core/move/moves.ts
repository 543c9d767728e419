import { parsePost } from '../post/parse-post.ts';
import type { Post } from '../post/post.ts';
import { FileIndex } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';

/** A file or folder of the site that gets another path. */
export interface Move {
  readonly from: SitePath;
  readonly to: SitePath;
}

/** Every file that is moved, by its path before: a moved folder's files each. */
export type MovedFiles = ReadonlyMap<SitePath, SitePath>;

/** The files that these moves, all made at once, take along. */
export function movedFiles(site: Site, moves: readonly Move[]): MovedFiles {
  const moved = new Map<SitePath, SitePath>();
  for (const { from, to } of moves) {
    if (site.files.has(from) || site.posts.has(from)) moved.set(from, to);
    else {
      for (const path of site.files) {
        if (path.startsWith(`${from}/`)) moved.set(path, (to + path.slice(from.length)) as SitePath);
      }
    }
  }
  return moved;
}

/** The site as it is once its files are moved. No text is changed by that, and no template or config is read anew. */
export function siteAfter(site: Site, moved: MovedFiles): Site {
  return {
    ...site,
    files: new FileIndex(Array.from(site.files, (path) => moved.get(path) ?? path)),
    posts: new Map(
      Array.from(site.posts, ([path, post]) => {
        const to = moved.get(path);
        return to === undefined ? [path, post] : [to, { ...post, path: to }];
      }),
    ),
  };
}

/** A text of the site, post or template, as a post; undefined for a file that isn't read. */
export function textAt(path: SitePath, site: Site): Post | undefined {
  const post = site.posts.get(path);
  const text = post ? undefined : site.jigsaw?.textOf(path);
  return text === undefined ? post : parsePost(path, text);
}
