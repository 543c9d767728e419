import { markdownDialect } from '../../site/site.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';

/** What a byte that is not UTF-8 becomes when a text is decoded. */
const REPLACEMENT = '\ufffd';

/** Letters that were saved in another encoding: CommonMark dies of them, MarkdownExtra hands them on to the readers. */
export const notUtf8: Rule = {
  meta: {
    id: 'text/not-utf8',
    summary: 'A letter isn’t saved as UTF-8.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ post, site }): Iterable<Finding> {
    const at = slice(post.text, post.rendered.body).indexOf(REPLACEMENT);
    if (at === -1) return;
    const start = post.rendered.body.start + at;
    const breaksBuild = site?.jigsaw !== undefined && markdownDialect(post.path, site) === 'commonmark';
    yield {
      span: span(start, start + 1),
      message: breaksBuild
        ? message(
            'This letter isn’t saved as UTF-8, so the site can’t be built. Type it again, and save the file as UTF-8. (The build says: {0})',
            'Unexpected encoding - UTF-8 or ASCII was expected',
          )
        : message(
            'This letter isn’t saved as UTF-8, so readers see a question mark instead of it. Type it again, and save the file as UTF-8.',
          ),
      ...(breaksBuild && { effect: 'build-fails' }),
    };
  },
};
