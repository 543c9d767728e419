import { fieldOf } from '../../post/fields.ts';
import type { YamlNode } from '../../post/post.ts';
import { isList, isMap } from '../../post/value.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { inQuotes } from '../front-matter/quoted.ts';
import { readableFields } from '../front-matter/readable.ts';
import type { Finding, Rule } from '../rule.ts';
import { NAMES_FIELDS } from './names-fields.ts';

/** An item of a list of names that is read as something else: a field because of its colon, or a list. */
export const notAName: Rule = {
  meta: {
    id: 'keywords/not-a-name',
    summary: 'An item in a list of names isn’t a name.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post: { text }, post }): Iterable<Finding> {
    if (readableFields(post).length === 0) return;
    for (const key of NAMES_FIELDS) {
      const node = fieldOf(post, key)?.node;
      // Categories and tags with fields of their own may be what a site is made for; keywords are words everywhere.
      if (node && key === 'keywords' && node.fields.length > 0) {
        yield {
          span: node.span,
          message: message(
            'These are fields, not keywords. Write them as text with commas, or each on a line of its own, after a dash.',
          ),
        };
      }
      const { items = [] } = node ?? {};
      // Where every item has fields, they are more than names, and the site is made for that.
      if (items.length > 0 && items.every(({ value }) => isMap(value)) && !items.some(isSentence)) continue;
      for (const item of items) {
        if (!isMap(item.value) && !isList(item.value)) continue;
        const written = slice(text, item.span);
        const canBeText = isMap(item.value) && !/[\r\n]/.test(written);
        yield {
          span: item.span,
          message: isMap(item.value)
            ? message('Because of its colon, this is a field, not a name. Put it in quotes.')
            : message('This is a list within the list, not a name.'),
          ...(canBeText && {
            fixes: () => [
              {
                title: message('Put it in quotes'),
                edits: [{ span: item.span, text: inQuotes(written) }],
                preferred: true,
              },
            ],
          }),
        };
      }
    }
  },
};

/** Whether an item with a colon reads like words: only one field, with a space in its name. */
function isSentence({ fields }: YamlNode): boolean {
  return fields.length === 1 && /\s/.test(fields[0]?.key ?? '');
}
