import type { Reference } from '../../post/references.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Blank, Finding, Fix, Rule } from '../rule.ts';

/** An image that says nothing to readers who can't see it. In HTML `alt=""` is a decision, and fine. */
export const noAlt: Rule = {
  meta: {
    id: 'image/no-alt',
    summary: 'An image has no text for readers who can’t see it.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ images, post }): Iterable<Finding> {
    for (const { reference } of images) {
      const { syntax, alt, tag, attribute, span } = reference;
      const isEmpty = syntax === 'markdown' ? alt?.trim() === '' : alt === undefined;
      const isImage = syntax === 'markdown' || (tag === 'img' && attribute === 'src');
      if (!isImage || !isEmpty || TEMPLATE.test(slice(post.text, span))) continue;
      yield {
        span,
        message: message(
          'Readers who can’t see this image learn nothing about it. Say in a few words what it shows.',
        ),
        fixes: () => fixesOf(reference, post.text),
      };
    }
  },
};

function fixesOf({ span, altSpan, address = '' }: Reference, text: string): readonly Fix[] {
  if (altSpan === undefined) {
    const start = span.start + '<img'.length;
    const inTag = { start, end: start };
    const say = saying({ span: inTag, before: ' alt="', after: '"' });
    return [say, decoration({ span: inTag, text: ' alt=""' })];
  }
  const say = saying({ span: altSpan, before: '', after: '' });
  const isPlain =
    text.slice(altSpan.end, span.end) === `](${address})` &&
    !text.startsWith('{', span.end) &&
    !/["&<>]/.test(address);
  return isPlain ? [say, decoration({ span, text: `<img src="${address}" alt="">` })] : [say];
}

function saying(blank: Blank): Fix {
  return { title: message('Say what this image shows'), edits: [], blank, preferred: true };
}

/** Markdown has no way to say so: an empty text in square brackets may have been forgotten. */
function decoration(edit: TextEdit): Fix {
  return { title: message('Mark this image as decoration'), edits: [edit] };
}

/** Template text in a tag may bring the attribute. */
const TEMPLATE = /\{\{|\{!!|<\?/;
