import { isList, isMap } from '../../post/value.ts';
import { toText } from '../../site/jigsaw/php/php-value.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';
import { inQuotes } from './quoted.ts';
import { readableFields } from './readable.ts';

/** Fields that are one text on every site: a list there is a text that starts with a bracket. */
const ALWAYS_TEXT: ReadonlySet<string> = new Set(['title', 'description', 'excerpt']);

/** A text that YAML reads as something else, and that is printed as that: a date as a number, `true` as 1. */
export const notText: Rule = {
  meta: {
    id: 'front-matter/not-text',
    summary: 'A text is read as something else.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post, site }): Iterable<Finding> {
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
      const isSeveral = isList(value) || isMap(value);
      const printed = node.style === 'plain' && !isList(value) && !isMap(value) ? toText(value) : undefined;
      if (printed !== undefined && printed !== written) {
        yield {
          span: node.span,
          message: message('Without quotes this is no text: readers see “{0}”. Put it in quotes.', printed),
          fixes,
        };
      } else if (isSeveral) {
        const isPrinted = site?.jigsaw?.mentions(key) ?? false;
        const isOneLine = node.style === 'flow' && !/[\r\n]/.test(written);
        yield {
          span: node.span,
          message: message(
            'Here must stand a text, and this is a list. When a page prints it, the site can’t be built.',
          ),
          ...(isPrinted && { severity: 'error', effect: 'build-fails' }),
          ...(isOneLine && { fixes }),
        };
      }
    }
  },
};
