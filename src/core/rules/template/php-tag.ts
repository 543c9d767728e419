import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import { parsePhp } from '../../site/jigsaw/php/ast.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { isRendered } from './is-rendered.ts';

/** A PHP tag in a Markdown post that Jigsaw's escaping doesn't hold back, and that PHP can't read. */
export const phpTag: Rule = {
  meta: {
    id: 'template/php-tag',
    summary: 'A PHP tag in the text stops the build.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post, site, buildErrors } = context;
    if (!site || !isRendered(context)) return;
    const { html, found } = leftoversOf(post, site);
    for (const { kind, span: inBody, at } of found) {
      const where = inPost(inBody, post);
      const fix: Fix = {
        title: message('Show it as text: `&lt;?`'),
        edits: [{ span: { start: where.start, end: where.start + 1 }, text: '&lt;' }],
        preferred: true,
      };
      const finding = { span: where, fixes: () => [fix] };
      if (kind === 'spoilt' && slice(post.text, where) === '<?php') {
        yield {
          ...finding,
          message: message(
            'On this site `<?php` in the text stops the build (because of `commonmark` in `config.php`). Put it in backticks, or write `&lt;?php`. (The build says: {0})',
            'syntax error, unexpected token ")"',
          ),
        };
      } else if (kind === 'short-tag' && !isCode(html, at + 2)) {
        yield {
          ...finding,
          severity: 'warning',
          message: message(
            'Where PHP’s `short_open_tag` is on, this is taken for PHP and stops the build with a syntax error. Put it in backticks, or write `&lt;?`.',
          ),
        };
      } else if (kind === 'php') {
        const error = buildErrors.find(
          ({ place }) => place.path === post.path && place.span.start === where.start,
        );
        const isReadable = isCode(`echo ${codeFrom(html, at + 3)};`, 0);
        if (!error && isReadable) continue;
        yield {
          ...finding,
          message: message(
            'This is run as PHP, which stops at it. Put it in backticks if it is to be shown. (The build says: {0})',
            error?.error ?? 'syntax error',
          ),
        };
      }
    }
  },
};

/** What stands up to the closing tag. */
function codeFrom(html: string, start: number): string {
  const end = html.indexOf('?>', start);
  return html.slice(start, end < 0 ? undefined : end);
}

function isCode(text: string, start: number): boolean {
  return parsePhp(codeFrom(text, start), 'eval').statements !== undefined;
}
