import { isKept } from '../../site/dry-runs.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** A post that its collection's own filter leaves out: mostly a draft, and meant so. */
export const filteredOut: Rule = {
  meta: {
    id: 'post/filtered-out',
    summary: 'The collection’s filter leaves this post out.',
    severity: 'information',
    effect: 'post-lost',
  },

  *check({ post, site, placement }): Iterable<Finding> {
    if (!site || !placement?.collectionName || isKept(post, site) !== false) return;
    yield {
      span: headOf(post),
      message: message(
        'Readers don’t see this post yet: the filter of `{0}` in `config.php` leaves it out.',
        placement.collectionName,
      ),
    };
  },
};
