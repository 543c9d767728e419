import { fieldOf } from '../../post/fields.ts';
import { message } from '../../text/message.ts';
import { span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';
import { readableFields } from './readable.ts';

/** Fields that are one line: in a headline, an address or a name a line break has no place. */
const ONE_LINE: ReadonlySet<string> = new Set([
  'title',
  'author',
  'image',
  'cover_image',
  'permalink',
  'path',
]);

/** A block of text whose last line break belongs to the value, and ends up in `<title>` or an address. */
export const trailingNewline: Rule = {
  meta: {
    id: 'front-matter/trailing-newline',
    summary: 'A value of one line ends with a line break.',
    severity: 'information',
    effect: 'advice',
  },

  *check({ post, site }): Iterable<Finding> {
    if (readableFields(post).length === 0) return;
    for (const key of ONE_LINE) {
      const node = fieldOf(post, key)?.node;
      if (node?.style !== 'folded' || typeof node.value !== 'string' || !/\n$/.test(node.value)) continue;
      if (site?.jigsaw && !site.jigsaw.code.takesUntrimmed(key)) continue;
      const head = /^>[+-]?\d?[+-]?/.exec(post.text.slice(node.span.start))?.[0] ?? '>';
      const at = span(node.span.start, node.span.start + head.length);
      yield {
        span: at,
        message: message(
          'After `>` the value ends with a line break, which ends up in the page’s `{0}`. Write `>-` to leave it out.',
          key,
        ),
        fixes: () => [
          {
            title: message('Write `>-`'),
            edits: [{ span: at, text: `${head.replace(/[+-]/, '')}-` }],
            preferred: true,
          },
        ],
      };
    }
  },
};
