import { knownField } from '../../fields/known-fields.ts';
import type { YamlNode } from '../../post/post.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';
import { inQuotes } from './quoted.ts';
import { readableFields } from './readable.ts';
import { lineEndAt } from './yaml-lines.ts';

/** A `#` after a space: YAML takes the rest of the line for a comment, also where it is part of the text. */
export const cutByComment: Rule = {
  meta: {
    id: 'front-matter/cut-by-comment',
    summary: 'A value ends at a `#` that seems to belong to it.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post: { text }, post }): Iterable<Finding> {
    for (const { key, node } of readableFields(post)) {
      for (const each of node.items.length > 0 ? node.items : [node]) {
        const comment = commentBehind(text, each);
        if (!comment || !seemsText(key, each, slice(text, comment))) continue;
        const isNote = NOTE.test(slice(text, comment));
        const whole = span(each.style === 'empty' ? comment.start : each.span.start, comment.end);
        yield {
          span: comment,
          message:
            each.style === 'empty'
              ? message(
                  'A `#` starts a comment, so there is nothing here. If this is the value, put it in quotes.',
                )
              : message(
                  'A `#` starts a comment, so readers see only “{0}”. If this belongs to the value, put all of it in quotes.',
                  slice(text, each.span),
                ),
          ...(isNote && { severity: 'information', effect: 'advice' }),
          fixes: () => [
            {
              title: message('Put all of it in quotes'),
              edits: [{ span: whole, text: inQuotes(slice(text, whole)) }],
              preferred: true,
            },
          ],
        };
      }
    }
  },
};

/** A comment as people write them: a space after its `#`. */
const NOTE = /^#[ \t]/;

/** The comment behind a plain value, or in the place of one. */
function commentBehind(text: string, { style, span: { end } }: YamlNode) {
  if (style !== 'plain' && style !== 'empty') return undefined;
  const rest = text.slice(end, lineEndAt(text, end));
  const match = /^-?[ \t]+(?=#(?:[^\s#!]|[ \t]+[^\s#]))/.exec(rest);
  return match ? span(end + match[0].length, end + rest.trimEnd().length) : undefined;
}

/**
 * Whether a comment is most likely meant as text: a number or a colour after `#` anywhere, a word where a text stands.
 */
function seemsText(key: string, { value, style }: YamlNode, comment: string): boolean {
  const holds = knownField(key)?.holds;
  if (style !== 'empty' && typeof value !== 'string') return false;
  // A word alone is a note; several beside a headline may be the rest of it.
  if (NOTE.test(comment))
    return (
      key === 'title' &&
      style !== 'empty' &&
      /\s\S+\s+\S/.test(comment) &&
      !/copydesk|todo|fixme/i.test(comment)
    );
  if (/^#(?:\d+|[\da-f]{3,8})\b/i.test(comment))
    return holds === undefined || holds === 'text' || holds === 'names';
  return style === 'empty' ? holds === 'text' || holds === 'names' : holds === 'text';
}
