import { fieldOf } from '../../post/fields.ts';
import type { Post } from '../../post/post.ts';
import { isList, isMap } from '../../post/value.ts';
import { toText } from '../../site/jigsaw/php/php-value.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { buildErrorOf } from '../build-error.ts';
import type { Finding, Rule } from '../rule.ts';
import { inQuotes } from './quoted.ts';
import { readableFields } from './readable.ts';

/** Fields that are one text on every site: a list there is a text that starts with a bracket. */
const ALWAYS_TEXT: ReadonlySet<string> = new Set(['title', 'description', 'excerpt']);

/** A text that YAML reads as something else, and that is printed as that: a date as a number, `true` as 1. */
export const notText: Rule = {
  meta: {
    id: 'front-matter/not-text',
    summary: 'Text is read as something else.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, site } = context;
    if (site && !site.jigsaw) return;
    const { text } = post;
    for (const { key, node } of readableFields(post)) {
      if (!ALWAYS_TEXT.has(key)) continue;
      const written = slice(text, node.span);
      const fixes = () => [
        {
          title: message('Put it in quotes'),
          edits: [{ span: node.span, text: inQuotes(written) }],
          preferred: true,
        },
      ];
      const { value } = node;
      // Nothing, written as `~` or `null`, is a field that is missing.
      const isOther =
        node.style === 'plain' &&
        value !== null &&
        typeof value !== 'string' &&
        !isList(value) &&
        !isMap(value);
      const printed = isOther ? toText(value) : undefined;
      // What prints nothing, `false`, is there to say that there is none.
      if (printed && printed !== written) {
        yield {
          span: node.span,
          message: message('Without quotes, this isn’t text: readers see “{0}”. Put it in quotes.', printed),
          fixes,
        };
      } else if (isNoText(post, key)) {
        const error = buildErrorOf(context, key);
        const isOneLine = node.style === 'flow' && !/[\r\n]/.test(written);
        yield {
          span: node.span,
          message: error
            ? message(
                'This must be text, but it is a list. The site can’t be built with it. (The build says: {0})',
                error.error,
              )
            : message('This must be text, but it is a list. Pages that print it may stop the build.'),
          ...(error && { severity: 'error', effect: 'build-fails' }),
          ...(isOneLine && { fixes }),
        };
      }
    }
  },
};

/** Whether one of the fields that are texts everywhere is a list or has fields of its own. */
export function isNoText(post: Post, key: string): boolean {
  const value = fieldOf(post, key)?.node.value;
  return ALWAYS_TEXT.has(key) && (isList(value) || isMap(value));
}
