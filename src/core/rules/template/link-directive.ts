import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import { NOT_ALONE } from '../../site/jigsaw/blade/bare.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';
import { isRendered } from './is-rendered.ts';

/**
 * `@include` and its like in an address: Jigsaw's MarkdownExtra undoes the escaping there (`JigsawMarkdownParser`), so
 * that Blade takes it for a directive. The same goes for `{@include`, which Jigsaw never escapes.
 */
export const linkDirective: Rule = {
  meta: {
    id: 'template/link-directive',
    summary: 'A word after @ is taken for a Blade directive.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post, site, buildErrors } = context;
    const own = site?.jigsaw?.directives;
    if (!site || !own || !isKnown(own) || !isRendered(context)) return;
    for (const leftover of leftoversOf(post, site).found) {
      if (leftover.kind !== 'directive') continue;
      const where = inPost(leftover.span, post);
      const written = slice(post.text, where);
      const name = /\w+$/.exec(written)?.[0] ?? '';
      const found = buildErrors.find(
        ({ place }) => place.path === post.path && place.span.start === where.start,
      );
      const error = found?.error ?? NOT_ALONE.get(name.toLowerCase());
      if (error === undefined || (own.has(name) && !found)) continue;
      const isAddress = written.startsWith('@') && post.text.charAt(where.start - 1) !== '{';
      yield {
        span: where,
        message: message(
          'Here `@{0}` is taken for a command of the template language, which stops the build. {1} (The build says: {2})',
          name,
          isAddress
            ? message('In an address, write `%40{0}`.', name)
            : message('Put it in backticks, or leave the `@` out.'),
          error,
        ),
        ...(isAddress && {
          fixes: () => [
            {
              title: message('Write `{0}`', `%40${name}`),
              edits: [{ span: span(where.start, where.start + 1), text: '%40' }],
              preferred: true,
            },
          ],
        }),
      };
    }
  },
};
