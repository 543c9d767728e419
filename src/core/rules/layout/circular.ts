import { fieldOf } from '../../post/fields.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** A layout that comes back to itself: the build goes round until PHP's memory is used up. */
export const circularLayout: Rule = {
  meta: {
    id: 'layout/circular',
    summary: 'The layout extends or includes itself.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post, placement }): Iterable<Finding> {
    for (const { name, chain } of placement?.layouts ?? []) {
      if (!chain.circular) continue;
      const field = fieldOf(post, 'extends');
      const node = field && [field.node, ...field.node.items].find(({ value }) => value === name);
      yield {
        span: node?.span ?? field?.node.span ?? headOf(post),
        message: message(
          'The layout `{0}` extends or includes itself ({1}), so the build never ends.',
          name,
          chain.views.map(({ path }) => path).join(' → '),
        ),
      };
    }
  },
};
