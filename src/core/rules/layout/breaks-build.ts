import { fieldOf } from '../../post/fields.ts';
import type { BuildError } from '../../site/jigsaw/dry-run/dry-run.ts';
import { message } from '../../text/message.ts';
import { codePlace } from '../code-place.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

/** A layout that can't be run for this post, whatever its fields say: a slip in its code, or no layout for posts. */
export const layoutBreaksBuild: Rule = {
  meta: {
    id: 'layout/breaks-build',
    summary: 'The layout’s own code stops the build.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post, site, placement } = context;
    // A layout that is missing is told by its own rule.
    if (!site || !placement || placement.layouts.some(({ chain }) => chain.missing || chain.circular)) return;
    const error = context.buildErrors.find((each) => isLayouts(each, context));
    if (!error) return;
    yield {
      span: fieldOf(post, 'extends')?.node.span ?? headOf(post),
      message: message(
        'With the layout `{0}` this post can’t be built: there is a mistake in {1}. Choose another layout, or ask who looks after the site’s code. (The build says: {2})',
        placement.layouts[0]?.name ?? '',
        codePlace(error.place, site),
        error.error,
      ),
    };
  },
};

function isLayouts({ own, field, error, place }: BuildError, { post }: RuleContext): boolean {
  if (!own || place.path === post.path) return false;
  // A helper that the config lacks is asked for by a name that the post doesn't have either.
  return field === undefined || (error.startsWith('No function named') && !fieldOf(post, field));
}
