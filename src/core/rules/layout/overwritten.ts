import { fieldOf } from '../../post/fields.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** Several layouts whose pages have one address, so that only the last is kept: those of a list, or of a page. */
export const overwrittenLayout: Rule = {
  meta: {
    id: 'layout/overwritten',
    summary: 'The pages of several layouts write over each other.',
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
              'In a list, the first layout’s page is written over, and there is none at the post’s own address (but one at `{0}`). Name one layout, or give each a name: `{web: {1}, …}`.',
              addressOf(twice.path),
              placement.layouts[0]?.name ?? '',
            )
          : message(
              'A page outside the collections has one address, `{0}`, at which only the last layout’s page is kept. Name one layout.',
              addressOf(twice.path),
            ),
    };
  },
};

function addressOf(path: string): string {
  return `/${path.replace(/(?:^|\/)index\.html$/, '/')}`.replace('//', '/');
}
