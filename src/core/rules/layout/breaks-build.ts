import { fieldOf } from '../../post/fields.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** A layout that can't be run for this post, whatever the post's fields hold: a mistake in the layout's own code. */
export const layoutBreaksBuild: Rule = {
  meta: {
    id: 'layout/breaks-build',
    summary: 'The layout’s own code stops the build.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post, buildErrors, placement }): Iterable<Finding> {
    const broken = buildErrors.find(
      ({ own, field, place }) => own && field === undefined && place.path !== post.path,
    );
    const [layout] = placement?.layouts ?? [];
    if (!broken || !layout) return;
    yield {
      span: fieldOf(post, 'extends')?.node.span ?? headOf(post),
      message: message(
        'With the layout `{0}` this post can’t be built: there is a mistake in `{1}`. Choose another layout, or ask who looks after the site’s code. (The build says: {2})',
        layout.name,
        broken.place.path,
        broken.error,
      ),
    };
  },
};
