import { fieldOf } from '../../post/fields.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';

/** A `permalink` is the file's own path: one without an extension is a file that no web server takes for a page. */
export const permalinkWithoutExtension: Rule = {
  meta: {
    id: 'address/no-extension',
    summary: 'The permalink names a file without an extension.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post, site }): Iterable<Finding> {
    const node = fieldOf(post, 'permalink')?.node;
    const permalink = node?.value;
    if (!site?.jigsaw || !node || typeof permalink !== 'string' || permalink === '' || permalink === '0')
      return;
    if (permalink.slice(permalink.lastIndexOf('/') + 1).includes('.')) return;
    const path = `${permalink.replace(/\/+$/, '')}/index.html`;
    const at = slice(post.text, node.span).lastIndexOf(permalink);
    const end = node.span.start + at + permalink.length;
    yield {
      span: node.span,
      message: message(
        '`permalink` is the path of the file, and without an extension web servers don’t take it for a page: readers are offered a download. Write `{0}`.',
        path,
      ),
      ...(at >= 0 && {
        fixes: () => [
          {
            title: message('Change to `{0}`', path),
            edits: [{ span: span(end, end), text: permalink.endsWith('/') ? 'index.html' : '/index.html' }],
            preferred: true,
          },
        ],
      }),
    };
  },
};
