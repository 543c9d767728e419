import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import type { SitePath } from '../../site/files.ts';
import { scanBlade } from '../../site/jigsaw/blade/scan.ts';
import type { JigsawSite } from '../../site/jigsaw/jigsaw-site.ts';
import { isKnown } from '../../site/unknown.ts';
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
    const open: Tag[] = [];
    const isKnownToBlade = mayHaveClasses(jigsaw);
    for (const tag of tagsIn(context)) {
      if (tag.kind !== 'close' && !isKnownToBlade && isMissing(tag.name, jigsaw)) {
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

/** A tag of a component, complete up to its `>`. */
interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'whole';
  /** Its start in the post, up to its name. */
  readonly span: Span;
}

/** As Blade's `ComponentTagCompiler` finds them, but for attributes of absurd length. */
const TAG = /<(\/?)x[-:]([\w\-:.]*)((?:"[^"]{0,500}"|'[^']{0,500}'|[^'"<>]){0,500}?)(\/?)>/g;

/** The tags in the post's text, or in what Markdown leaves of it. */
function tagsIn({ post, site }: RuleContext): readonly Tag[] {
  if (!site) return [];
  const isBlade = post.path.includes('.blade.');
  const { html, found } = leftoversOf(post, site);
  const text = isBlade ? slice(post.text, post.body) : html;
  const visible = isBlade ? componentsAt(text) : new Map(found.map((each) => [each.at, each.span]));
  return Array.from(text.matchAll(TAG), (match): Tag | undefined => {
    const where = visible.get(match.index);
    if (!where) return undefined;
    return {
      name: match[2] ?? '',
      kind: match[1] ? 'close' : match[4] ? 'whole' : 'open',
      span: isBlade ? span(post.body.start + where.start, post.body.start + where.end) : inPost(where, post),
    };
  }).filter((tag) => tag !== undefined);
}

/** Where Blade sees components: not in comments and `@verbatim`. */
function componentsAt(text: string): ReadonlyMap<number, Span> {
  return new Map(
    scanBlade(text).flatMap((token) => (token.kind === 'component' ? [[token.span.start, token.span]] : [])),
  );
}

function isSlot({ name }: Tag): boolean {
  return /^slot\b/.test(name);
}

function missing(tag: Tag): Finding {
  return {
    span: tag.span,
    message: message(
      'A tag that starts with `x-` is a component of the template language, and there is none called `{0}`, so the site can’t be built. Put the tag in backticks if it is to be shown. (The build says: {1})',
      tag.name,
      `Unable to locate a class or view for component [${tag.name}].`,
    ),
    fixes: () => [asText(tag)],
  };
}

/** A tag without its partner. */
function lonely(tag: Tag): Finding {
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

function asText({ span: where, kind, name }: Tag): Fix {
  return {
    title: message('Show it as text: `{0}`', `&lt;${kind === 'close' ? '/' : ''}x-${name}`),
    edits: [{ span: span(where.start, where.start + 1), text: '&lt;' }],
    preferred: true,
  };
}

/** Names that Blade itself knows, or that it makes of an attribute. */
const OWN = /^(?:slot(?::.*)?|dynamic-component)$/;

/** Follows `View/ComponentTagCompiler::componentClass`; a class may be anywhere that Composer looks. */
function isMissing(name: string, jigsaw: JigsawSite): boolean {
  if (name === '' || OWN.test(name)) return false;
  const view = name.includes('::') ? name.replace('::', '::_components.') : `_components.${name}`;
  return [view, `${view}.index`].every((each) => {
    const found = jigsaw.find(each);
    return isKnown(found) && found.path === undefined;
  });
}

/** Whether components may be classes, or be registered under other names. */
function mayHaveClasses(jigsaw: JigsawSite): boolean {
  const mentions = (path: string, what: RegExp) => what.test(jigsaw.textOf(path as SitePath) ?? '');
  if (mentions('composer.json', /"Components\\\\|"classmap"/)) return true;
  return ['bootstrap.php', 'blade.php', 'config.php', 'helpers.php'].some((path) =>
    mentions(path, /component/i),
  );
}
