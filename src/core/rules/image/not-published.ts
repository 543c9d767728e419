import type { Reference } from '../../post/references.ts';
import type { SitePath } from '../../site/files.ts';
import { publishedPath } from '../../site/image-folder.ts';
import type { Site } from '../../site/site.ts';
import { message } from '../../text/message.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** An image that is there, in a folder that stays out of the built site: beside a post, or among a build tool's sources. */
export const notPublished: Rule = {
  meta: {
    id: 'image/not-published',
    summary: 'The image lies in a folder that the build leaves out.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ images, site }): Iterable<Finding> {
    for (const { reference, place } of images) {
      const span = reference.addressSpan;
      if (place?.kind !== 'not-published' || !span || !site) continue;
      yield {
        span,
        message: message(
          'Readers see a broken image: `{0}` is left out of the built site. Move it to where the site’s images are.',
          place.path,
        ),
        fixes: () => [movedFix(reference, place.path, site)],
      };
    }
  },
};

/** Brings the image among the others. What lies beside no post is a build tool's, which may need it where it is. */
function movedFix(reference: Reference, from: SitePath, site: Site): Fix {
  const { path, address } = publishedPath(from, site);
  const keeps = site.jigsaw?.collectionOf(from) === undefined;
  return {
    title: keeps
      ? message('Copy the image to `{0}` and use it from there', address)
      : message('Move the image to `{0}` and use it from there', address),
    edits: repoint(reference, address).edits,
    moves: [{ from, to: path, keeps }],
    preferred: true,
  };
}
