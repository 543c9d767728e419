import { isKept } from '../../site/dry-runs.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** A folder in a collection whose name says that its posts aren't finished. A collection takes all its folders. */
const DRAFTS = /(?:^|\/)_?drafts\//i;

/** A draft in a folder for drafts that is inside a collection, and so published like any other post. */
export const draftIsPublished: Rule = {
  meta: {
    id: 'post/draft-is-published',
    summary: 'A post in a folder for drafts is published.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post, site, placement }): Iterable<Finding> {
    if (!site || !placement || !isKnown(placement.collection) || !isKnown(placement.outputs)) return;
    const folder = placement.collection?.folder;
    if (folder === undefined || placement.outputs.length === 0) return;
    const inside = DRAFTS.exec(post.path.slice(folder.length + 1))?.[0];
    if (inside === undefined || isKept(post, site) !== true) return;
    yield {
      span: headOf(post),
      message: message(
        'Readers will see this post: a collection includes all the folders in it, even `{0}`. Keep drafts outside `{1}`.',
        inside.replace(/^\/|\/$/g, ''),
        folder,
      ),
    };
  },
};
