import { fieldOf } from '../../post/fields.ts';
import { type Message, message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** An address that can't be made of the post's fields: the build stops before it renders anything. */
export const addressBreaksBuild: Rule = {
  meta: {
    id: 'address/breaks-build',
    summary: 'The post’s address can’t be made.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post, placement }): Iterable<Finding> {
    if (!placement?.error || post.frontMatter?.problem) return;
    // A missing layout is told by its own rule.
    if (placement.layouts.some(({ chain }) => chain.missing)) return;
    const { error, errorField } = placement;
    const field =
      errorField === undefined
        ? (fieldOf(post, 'permalink') ?? fieldOf(post, 'path'))
        : fieldOf(post, errorField);
    yield { span: field?.node.span ?? headOf(post), message: words(errorField, error) };
  },
};

function words(field: string | undefined, error: string): Message {
  return field === undefined
    ? message('The post’s file can’t be written, so the site can’t be built. (The build says: {0})', error)
    : message(
        'The post’s address is made from `{0}`, and this value can’t be part of it, so the site can’t be built. (The build says: {1})',
        field,
        error,
      );
}
