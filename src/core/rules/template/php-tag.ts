import { isBlade } from '../../post/file-kind.ts';
import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import { parsePhp } from '../../site/jigsaw/php/ast.ts';
import { type Message, message } from '../../text/message.ts';
import { type Span, slice, span } from '../../text/span.ts';
import type { Finding, Rule, RuleContext, Severity } from '../rule.ts';
import { isRendered } from './is-rendered.ts';

/** A PHP tag in a post that Jigsaw's escaping doesn't hold back, and at which PHP stops. */
export const phpTag: Rule = {
  meta: {
    id: 'template/php-tag',
    summary: 'A PHP tag in the text stops the build.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    if (!isRendered(context)) return;
    for (const { span: where, severity, words } of tagsIn(context)) {
      yield {
        span: where,
        message: words,
        severity,
        fixes: () => [
          {
            title: message('Show it as text: `{0}`', '&lt;?'),
            edits: [{ span: span(where.start, where.start + 1), text: '&lt;' }],
            preferred: true,
          },
        ],
      };
    }
  },
};

interface FatalTag {
  readonly span: Span;
  readonly severity: Severity;
  readonly words: Message;
}

function* tagsIn(context: RuleContext): Iterable<FatalTag> {
  const { post, site, buildErrors } = context;
  if (!site) return;
  if (isBlade(post.path)) {
    yield* shortTagsIn(slice(post.text, post.body), post.body.start);
    return;
  }
  const { html, found } = leftoversOf(post, site);
  for (const { kind, span: inBody, at } of found) {
    const where = inPost(inBody, post);
    const written = slice(post.text, where);
    if (kind === 'spoilt' && written === '<?php') yield { span: where, severity: 'error', words: SPOILT };
    else if (kind === 'short-tag' && !runs(html, at + 2, '')) {
      yield { span: where, severity: 'warning', words: SHORT };
    } else if (kind === 'php') {
      const error = buildErrors.find(
        ({ place }) => place.path === post.path && place.span.start === where.start,
      )?.error;
      const before = written === '<?=' ? 'echo ' : '';
      if (error !== undefined || !runs(html, at + written.length, before)) {
        yield { span: where, severity: 'error', words: stops(error ?? 'syntax error') };
      }
    }
  }
}

const SPOILT = message(
  'On this site `<?php` in the text stops the build (because of `commonmark` in `config.php`). Put it in backticks, or write `&lt;?php`. (The build says: {0})',
  'syntax error, unexpected token ")"',
);

const SHORT = message(
  'Where PHP’s `short_open_tag` is on, this is taken for PHP and stops the build with a syntax error. Put it in backticks, or write `&lt;?`.',
);

function stops(error: string): Message {
  return message(
    'This is run as PHP, which fails. To show it, put it in backticks. (The build says: {0})',
    error,
  );
}

/** In a Blade post PHP sees the text before Markdown does, so that code is no shelter. */
function* shortTagsIn(text: string, offset: number): Iterable<FatalTag> {
  for (const { index } of text.matchAll(/<\?(?!php\b|=)/gi)) {
    const end = text.indexOf('?>', index);
    if (isCode(text.slice(index + 2, end < 0 ? undefined : end))) continue;
    yield { span: span(offset + index, offset + index + 2), severity: 'warning', words: SHORT };
  }
}

/** Whether what stands up to the closing tag is PHP; what isn't closed runs into the template around it. */
function runs(text: string, start: number, before: string): boolean {
  const end = text.indexOf('?>', start);
  return end >= 0 && isCode(before + text.slice(start, end));
}

function isCode(code: string): boolean {
  const { problem } = parsePhp(`${code};`, 'eval');
  return problem === undefined || problem.isLimit === true;
}
