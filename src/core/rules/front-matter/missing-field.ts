import { canFill, fillFields } from '../../compose/new-field.ts';
import { defaultConfig, requiredFields } from '../../config/copydesk-config.ts';
import { fieldOf, isBlank } from '../../post/fields.ts';
import type { Post } from '../../post/post.ts';
import { isMap } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { type Message, message } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import { buildErrorOf } from '../build-error.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';

/** A required field that is absent or empty, in a post; pages and lists of categories or authors need none. */
export const missingField: Rule = {
  meta: {
    id: 'front-matter/missing-field',
    summary: 'A required field is missing or empty.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, placement } = context;
    if (placement && !placement.isPost) return;
    // A text that can't be read may well hold the field: that mistake comes first.
    const { frontMatter } = post;
    if (boundaryMistake(post) || (frontMatter && !isMap(frontMatter.data))) return;
    const collection = placement && isKnown(placement.collection) ? placement.collection?.name : undefined;
    const missing = requiredFields(context.site?.config ?? defaultConfig, collection).filter((key) =>
      isBlank(fieldOf(post, key)?.node.value ?? placement?.inherited(key)),
    );
    for (const key of missing) {
      const fixes = fixesFor(context, key, missing);
      const error = buildErrorOf(context, key);
      yield {
        span: placeOf(post, key),
        message: error
          ? message(
              '{0} Without it the site can’t be built. (The build says: {1})',
              words(post, key),
              error.error,
            )
          : message('{0} Every post here needs one.', words(post, key)),
        ...(error && { effect: 'build-fails' }),
        ...(fixes && { fixes }),
      };
    }
  },
};

/** The opening dashes for an absent field, as where it should stand there is no text; the value for an empty one. */
function placeOf(post: Post, key: string): Span {
  const field = fieldOf(post, key);
  if (field) return field.node.span;
  return post.frontMatter?.opener ?? { start: 0, end: /^[^\r\n]*/.exec(post.text)?.[0].length ?? 0 };
}

function words(post: Post, key: string): Message {
  if (fieldOf(post, key)) return message('`{0}` is empty.', key);
  if (!post.frontMatter) return message('This post has no front matter, and so no `{0}`.', key);
  return message('This post has no `{0}`.', key);
}

function fixesFor(context: RuleContext, key: string, missing: readonly string[]): Finding['fixes'] {
  if (!canFill(key)) return undefined;
  return () => {
    const one: Fix = { title: titleFor(key), edits: fillFields(context, [key]), preferred: true };
    const fillable = missing.filter(canFill);
    if (fillable.length < 2) return [one];
    return [one, { title: message('Add all missing fields'), edits: fillFields(context, fillable) }];
  };
}

function titleFor(key: string): Message {
  if (key === 'date') return message('Add `date`: now');
  if (key === 'keywords') return message('Add `keywords` from the text');
  return message('Add `{0}`', key);
}
