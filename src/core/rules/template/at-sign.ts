import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import { NOT_ALONE } from '../../site/jigsaw/blade/bare.ts';
import { message } from '../../text/message.ts';
import { type Span, slice } from '../../text/span.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { isRendered } from './is-rendered.ts';

/**
 * An `@` in a CommonMark post. Jigsaw writes `{{'@'}}` for it so that Blade leaves it alone; CommonMark then makes
 * curly quotes of these, which PHP can't read. In an address they are encoded, and the address leads nowhere.
 */
export const atSign: Rule = {
  meta: {
    id: 'template/at-sign',
    summary: 'With CommonMark, an @ in the text stops the build.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post, site } = context;
    if (!site || !isRendered(context)) return;
    for (const leftover of leftoversOf(post, site).found) {
      const where = inPost(leftover.span, post);
      if (slice(post.text, where) !== '@') continue;
      if (leftover.kind === 'spoilt') {
        yield {
          span: where,
          message: message(
            'On this site an `@` in the text stops the build (because of `commonmark` in `config.php`). Write `&#64;`. (The build says: {0})',
            'syntax error, unexpected token "@", expecting ")"',
          ),
          fixes: () => [write(safely(post.text, where), where)],
        };
      } else if (leftover.kind === 'mangled') {
        yield {
          span: where,
          message: message(
            "On this site an `@` in an address comes out as `%7B%7B'@'%7D%7D`, so the address leads nowhere (because of `commonmark` in `config.php`). Write `%40`.",
          ),
          effect: 'reader-sees',
          fixes: () => [write('%40', where)],
        };
      }
    }
  },
};

function write(text: string, span: Span): Fix {
  return { title: message('Write `{0}`', text), edits: [{ span, text }], preferred: true };
}

/** The character reference, kept apart from a word that Blade would take for a directive. */
function safely(text: string, { start, end }: Span): string {
  const word = /^\w+/.exec(text.slice(end))?.[0].toLowerCase() ?? '';
  const isDirective = NOT_ALONE.has(word) && !/\w/.test(text.charAt(start - 1));
  return isDirective ? '&#64;<!-- -->' : '&#64;';
}
