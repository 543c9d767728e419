import { fieldOf } from '../../post/fields.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** Several layouts whose pages have one address, so that only the last is kept: those of a list, or of a page. */
export const overwrittenLayout: Rule = {
  meta: {
    id: 'layout/overwritten',
    summary: 'The pages of several layouts overwrite each other.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ post, placement }): Iterable<Finding> {
    if (!placement || !isKnown(placement.outputs) || placement.layouts.length < 2) return;
    const paths = placement.outputs.map(({ path }) => path);
    const twice = placement.outputs.find(({ path }, at) => paths.lastIndexOf(path) > at);
    if (!twice) return;
    yield {
      span: fieldOf(post, 'extends')?.node.span ?? headOf(post),
      message:
        isKnown(placement.collection) && placement.collection
          ? message(
              'In a list of layouts, the first one’s page is overwritten, and there is no page at the post’s own address (only one at `{0}`). Name just one layout, or give each a name: `{web: {1}, …}`.',
              addressOf(twice.path),
              placement.layouts[0]?.name ?? '',
            )
          : message(
              'A page outside the collections has only one address, `{0}`, so only the last layout’s page is kept. Name just one layout.',
              addressOf(twice.path),
            ),
    };
  },
};

function addressOf(path: string): string {
  return `/${path.replace(/(?:^|\/)index\.html$/, '/')}`.replace('//', '/');
}
