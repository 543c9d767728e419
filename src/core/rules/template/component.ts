import { isBlade } from '../../post/file-kind.ts';
import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import { scanBlade } from '../../site/jigsaw/blade/scan.ts';
import { type ComponentTag, componentTags, isMissingComponent } from '../../site/jigsaw/components.ts';
import { message } from '../../text/message.ts';
import { type Span, slice, span } from '../../text/span.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { isRendered } from './is-rendered.ts';

/** `<x-alert>` outside of code: Blade looks for a component of that name, and stops when there is none. */
export const missingComponent: Rule = {
  meta: {
    id: 'template/component',
    summary: 'A tag that starts with x- is taken for a Blade component that doesn’t exist.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const jigsaw = context.site?.jigsaw;
    if (!jigsaw || !isRendered(context)) return;
    const open: ComponentTag[] = [];
    for (const tag of tagsIn(context)) {
      if (tag.kind !== 'close' && isMissingComponent(tag.name, jigsaw)) {
        yield missing(tag);
        return;
      }
      if (tag.kind === 'open') open.push(tag);
      if (tag.kind !== 'close') continue;
      const last = open.findLastIndex((each) => isSlot(each) === isSlot(tag));
      if (last < 0) yield lonely(tag);
      else open.splice(last, 1);
    }
    for (const tag of open) if (!isSlot(tag)) yield lonely(tag);
  },
};

/** The tags that Blade sees in the post's text, or in what Markdown leaves of it. */
function tagsIn({ post, site }: RuleContext): readonly ComponentTag[] {
  if (!site) return [];
  const inBlade = isBlade(post.path);
  const { html, found } = leftoversOf(post, site);
  const text = inBlade ? slice(post.text, post.body) : html;
  const visible = inBlade ? componentsAt(text) : new Map(found.map((each) => [each.at, each.span]));
  return componentTags(text).flatMap((tag) => {
    const where = visible.get(tag.span.start);
    if (!where) return [];
    const inText = inBlade
      ? span(post.body.start + where.start, post.body.start + where.end)
      : inPost(where, post);
    return [{ ...tag, span: inText }];
  });
}

/** Where Blade sees components: not in comments and `@verbatim`. */
function componentsAt(text: string): ReadonlyMap<number, Span> {
  return new Map(
    scanBlade(text).flatMap((token) => (token.kind === 'component' ? [[token.span.start, token.span]] : [])),
  );
}

function isSlot({ name }: ComponentTag): boolean {
  return /^slot\b/.test(name);
}

function missing(tag: ComponentTag): Finding {
  return {
    span: tag.span,
    message: message(
      'A tag that starts with `x-` stands for a component of the template language, and there is none called `{0}`, so the site can’t be built. To show the tag itself, put it in backticks. (The build says: {1})',
      tag.name,
      `Unable to locate a class or view for component [${tag.name}].`,
    ),
    fixes: () => [asText(tag)],
  };
}

/** A tag without its partner. */
function lonely(tag: ComponentTag): Finding {
  return {
    span: tag.span,
    message:
      tag.kind === 'close'
        ? message(
            'This closes a component that isn’t open, so the site can’t be built. (The build says: {0})',
            isSlot(tag)
              ? 'array_pop(): Argument #1 ($array) must be of type array, null given'
              : 'syntax error, unexpected token "endif"',
          )
        : message(
            'This component is never closed, so the site can’t be built. Close it with `</x-{0}>`, or write `<x-{0} />`. (The build says: {1})',
            tag.name,
            'syntax error, unexpected end of file, expecting "elseif" or "else" or "endif"',
          ),
    fixes: () => [asText(tag)],
  };
}

function asText({ span: where, kind, name }: ComponentTag): Fix {
  return {
    title: message('Show it as text: `{0}`', `&lt;${kind === 'close' ? '/' : ''}x-${name}`),
    edits: [{ span: span(where.start, where.start + 1), text: '&lt;' }],
    preferred: true,
  };
}
