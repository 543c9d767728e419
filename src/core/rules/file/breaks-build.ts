import { fileName } from '../../site/file-index.ts';
import type { SitePath } from '../../site/files.ts';
import { fateOf } from '../../site/jigsaw/fate.ts';
import type { JigsawSite } from '../../site/jigsaw/jigsaw-site.ts';
import type { Site } from '../../site/site.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { codePlace } from '../code-place.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** A file name among a collection's posts that Jigsaw's build dies of: a hidden post, or a file called like a post. */
export const fileBreaksBuild: Rule = {
  meta: {
    id: 'file/breaks-build',
    summary: 'The build stops at the file’s name.',
    severity: 'error',
    effect: 'build-fails',
    aboutFile: true,
  },

  *check({ post, site, placement, buildErrors }): Iterable<Finding> {
    if (!site?.jigsaw || !placement || !isKnown(placement.fate)) return;
    const { fate } = placement;
    if (fate.kind === 'crash') {
      yield {
        span: headOf(post),
        message:
          fate.post === undefined
            ? message(
                'The site can’t be built with a hidden file among the posts. Rename it to `{0}`, or remove it. (The build says: {1})',
                fileName(post.path).replace(/^\.[._]*/, ''),
                fate.error,
              )
            : message(
                'This file has the same name as `{0}` beside it, so the site can’t be built. Move it elsewhere. (The build says: {1})',
                fileName(fate.post),
                fate.error,
              ),
      };
    }
    const error = fate.kind === 'item' && buildErrors.find(({ field }) => field === 'filename');
    if (error) {
      const place = codePlace(error.place, site);
      yield {
        span: headOf(post),
        message: NO_VIEW.test(error.error)
          ? message(
              'The site’s code includes this post by its file’s name ({0}), and that finds nothing when the name has a dot in it or the file lies in a subfolder. So the site can’t be built. (The build says: {1})',
              place,
              error.error,
            )
          : message(
              'The site’s code can’t take this file’s name ({0}), so the site can’t be built. (The build says: {1})',
              place,
              error.error,
            ),
      };
    }
    const namesake = namesakes(site, site.jigsaw).get(post.path);
    if (namesake && !site.posts.has(namesake.path)) {
      yield {
        span: headOf(post),
        message: message(
          'The file `{0}` beside this post has the same name, so the site can’t be built. Move that file elsewhere or rename it. (The build says: {1})',
          namesake.path,
          namesake.error,
        ),
      };
    }
  },
};

/** What Laravel says of an `@include` or `@includeFirst` that finds nothing. */
const NO_VIEW = /^(?:View \[.*\] not found\.|None of the views in the given array exist\.)$/;

interface Namesake {
  readonly path: SitePath;
  readonly error: string;
}

const found = new WeakMap<Site['files'], ReadonlyMap<SitePath, Namesake>>();

/** For each post the file that is taken for it; looked for once while the files stay the same. */
function namesakes({ files }: Site, { config }: JigsawSite): ReadonlyMap<SitePath, Namesake> {
  const known = found.get(files);
  if (known) return known;
  const clashes = new Map<SitePath, Namesake>();
  for (const path of files) {
    const fate = fateOf(path, config, (each) => files.has(each));
    if (!isKnown(fate) || fate.kind !== 'crash' || fate.post === undefined) continue;
    clashes.set(fate.post, { path, error: fate.error });
  }
  found.set(files, clashes);
  return clashes;
}
