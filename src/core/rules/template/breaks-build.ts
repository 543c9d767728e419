import { isBlade } from '../../post/file-kind.ts';
import { splitArguments } from '../../site/jigsaw/blade/arguments.ts';
import { scanBlade } from '../../site/jigsaw/blade/scan.ts';
import { unreadableEcho } from '../../site/jigsaw/blade/unreadable.ts';
import { message } from '../../text/message.ts';
import { type Span, slice, span } from '../../text/span.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { isRendered } from './is-rendered.ts';

/** A mistake in a post that is a Blade template itself: the build stops at it. */
export const templateBreaksBuild: Rule = {
  meta: {
    id: 'template/breaks-build',
    summary: 'The build stops at the post’s own template code.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    if (!isBlade(context.post.path) || !isRendered(context)) return;
    const mistake = mistakeOf(context);
    if (!mistake) return;
    yield {
      span: mistake.span,
      message: message(
        'In a file with `.blade.` in its name, template code runs, and the build stops here. To show an `@` or `{{`, write `@@` or `@{{`. (The build says: {0})',
        mistake.error,
      ),
    };
  },
};

interface Mistake {
  readonly error: string;
  readonly span: Span;
}

function mistakeOf({ post, buildErrors }: RuleContext): Mistake | undefined {
  const text = slice(post.text, post.body);
  const echo = unreadableEcho(text);
  const found = echo ? { error: 'syntax error', span: echo } : unopenedSection(text);
  if (found) {
    const { start, end } = found.span;
    return { ...found, span: span(post.body.start + start, post.body.start + end) };
  }
  const error = buildErrors.find(
    ({ own, field, place }) => own && field === undefined && place.path === post.path,
  );
  return error && { error: error.error, span: error.place.span };
}

const ENDS = new Set(['endsection', 'stop', 'show', 'append', 'overwrite']);

/** The end of a section that the text doesn't start: it ends the one that the text itself stands in. */
function unopenedSection(text: string): Mistake | undefined {
  let open = 0;
  for (const token of scanBlade(text)) {
    if (token.kind !== 'directive') continue;
    const { name, args } = token;
    if (name === 'section' && args && splitArguments(text, args).length === 1) open += 1;
    else if (ENDS.has(name)) open -= 1;
    if (open < 0) return { error: 'Cannot end a section without first starting one.', span: token.span };
  }
  return undefined;
}
