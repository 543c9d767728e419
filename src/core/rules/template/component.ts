import { inPost, leftoversOf } from '../../site/dry-runs.ts';
import type { SitePath } from '../../site/files.ts';
import { scanBlade } from '../../site/jigsaw/blade/scan.ts';
import type { JigsawSite } from '../../site/jigsaw/jigsaw-site.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { type Span, slice, span } from '../../text/span.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
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
    if (!jigsaw || mayHaveClasses(jigsaw) || !isRendered(context)) return;
    for (const where of components(context)) {
      const name = slice(context.post.text, where).replace(/^<x[-:]/, '');
      if (!isMissing(name, jigsaw)) continue;
      yield {
        span: where,
        message: message(
          'A tag that starts with `x-` is a component of the template language, and there is none called `{0}`, so the site can’t be built. Put the tag in backticks if it is to be shown. (The build says: {1})',
          name,
          `Unable to locate a class or view for component [${name}].`,
        ),
        fixes: () => [
          {
            title: message('Show it as text: `&lt;x-{0}`', name),
            edits: [{ span: span(where.start, where.start + 1), text: '&lt;' }],
            preferred: true,
          },
        ],
      };
    }
  },
};

/** Where components stand in the post's text. */
function components({ post, site }: RuleContext): readonly Span[] {
  if (!site) return [];
  if (!post.path.includes('.blade.')) {
    return leftoversOf(post, site).found.flatMap(({ kind, span: where }) =>
      kind === 'component' ? [inPost(where, post)] : [],
    );
  }
  const offset = post.body.start;
  return scanBlade(slice(post.text, post.body)).flatMap((token) =>
    token.kind === 'component' && !token.closing
      ? [span(offset + token.span.start, offset + token.span.end)]
      : [],
  );
}

/** Names that Blade itself knows, or that it makes of an attribute. */
const OWN = /^(?:slot(?::.*)?|dynamic-component)$/;

/** Follows `View/ComponentTagCompiler::componentClass`; a class may be anywhere that Composer looks. */
function isMissing(name: string, jigsaw: JigsawSite): boolean {
  if (name === '' || OWN.test(name) || name.includes('::')) return false;
  return [`_components.${name}`, `_components.${name}.index`].every((view) => {
    const found = jigsaw.find(view);
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
