import { fileName } from '../../site/file-index.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule } from '../rule.ts';

/** A page that Jigsaw doesn't know for one by its name: readers get the file as it is, front matter and all. */
export const copiedRaw: Rule = {
  meta: {
    id: 'file/copied-raw',
    summary: 'The file is published as it is, not as a page.',
    severity: 'warning',
    effect: 'reader-sees',
    aboutFile: true,
  },

  *check({ post, placement }): Iterable<Finding> {
    if (!placement || !isKnown(placement.fate) || placement.fate.kind !== 'copied' || !post.frontMatter)
      return;
    const name = fileName(post.path);
    yield {
      span: headOf(post),
      message: message(
        'This won’t become a page: the file itself is published, with its front matter. Rename it to `{0}`.',
        name.replace(/^\.+/, '').replace(/\.[^.]*$/, (extension) => extension.toLowerCase()),
      ),
    };
  },
};
