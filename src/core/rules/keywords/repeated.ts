import { type WrittenName, writtenNames } from '../../fields/name-spans.ts';
import { fieldOf } from '../../post/fields.ts';
import type { YamlNode } from '../../post/post.ts';
import { message } from '../../text/message.ts';
import { type Span, span } from '../../text/span.ts';
import { readableFields } from '../front-matter/readable.ts';
import { nextLineAt, yamlLineAt } from '../front-matter/yaml-lines.ts';
import type { Finding, Rule } from '../rule.ts';
import { NAMES_FIELDS } from './names-fields.ts';

/** A keyword, tag or category that stands there twice. */
export const repeatedKeyword: Rule = {
  meta: {
    id: 'keywords/repeated',
    summary: 'A keyword appears twice.',
    severity: 'information',
    effect: 'advice',
  },

  *check({ post: { text }, post }): Iterable<Finding> {
    if (readableFields(post).length === 0) return;
    for (const key of NAMES_FIELDS) {
      const node = fieldOf(post, key)?.node;
      if (!node) continue;
      const seen = new Set<string>();
      let last: WrittenName | undefined;
      for (const written of writtenNames(node, text)) {
        const { name, span: at } = written;
        const before = last;
        last = written;
        if (!seen.has(fold(name))) {
          seen.add(fold(name));
          continue;
        }
        yield {
          span: at,
          message: message('“{0}” appears twice.', name),
          fixes: () => [
            {
              title: message('Remove this `{0}`', name),
              edits: [{ span: withSeparator(node, at, before, text), text: '' }],
              preferred: true,
            },
          ],
        };
      }
    }
  },
};

function fold(name: string): string {
  return name.normalize().toLowerCase();
}

/** A name with what parts it from the one before: a comma, or all of its line in a list of lines. */
function withSeparator(
  { style, items }: YamlNode,
  at: Span,
  before: WrittenName | undefined,
  text: string,
): Span {
  if (items.length > 0 && style !== 'flow')
    return span(yamlLineAt(text, at.start).span.start, nextLineAt(text, at.end));
  return span(before?.span.end ?? at.start, at.end);
}
