import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

/** A mistake in a post that is a Blade template itself: the build stops at it. */
export const templateBreaksBuild: Rule = {
  meta: {
    id: 'template/breaks-build',
    summary: 'The build stops at the post’s own template code.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post, buildErrors }): Iterable<Finding> {
    if (!post.path.includes('.blade.')) return;
    const error = buildErrors.find(
      ({ own, field, place }) => own && field === undefined && place.path === post.path,
    );
    if (!error) return;
    yield {
      span: error.place.span,
      message: message(
        'In a file with `.blade.` in its name, template code runs, and the build stops here. To show an `@` or `{{`, write `@@` or `@{{`. (The build says: {0})',
        error.error,
      ),
    };
  },
};
