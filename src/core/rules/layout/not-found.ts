import { fieldOf } from '../../post/fields.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { closest } from '../closest.ts';
import { replaceValue } from '../replace-value.ts';
import type { Finding, Rule } from '../rule.ts';

/** A layout that no file has: `View [x] not found`, and the build's message does not name the post. */
export const layoutNotFound: Rule = {
  meta: {
    id: 'layout/not-found',
    summary: 'The layout doesn’t exist.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post, site, placement }): Iterable<Finding> {
    if (!site?.jigsaw || !placement) return;
    const field = fieldOf(post, 'extends');
    const where = field?.node.span ?? post.frontMatter?.opener;
    if (!where) return;
    for (const layout of placement.layouts) {
      const missing = isKnown(layout.chain) ? layout.chain.missing : undefined;
      if (!missing) continue;
      if (missing.from) {
        yield {
          span: where,
          message: message(
            'The layout `{0}` needs `{1}`, which doesn’t exist ({2}). Until it does, the site can’t be built.',
            layout.name,
            missing.name,
            missing.from,
          ),
        };
        continue;
      }
      const guess = closest(missing.name, site.jigsaw.layoutNames);
      const node = field && [field.node, ...field.node.items].find(({ value }) => value === missing.name);
      yield {
        span: node?.span ?? where,
        message: guess
          ? message(
              'There is no layout `{0}`, so the site can’t be built. Did you mean `{1}`?',
              missing.name,
              guess,
            )
          : message('There is no layout `{0}`, so the site can’t be built.', missing.name),
        ...(guess && node && { fixes: () => [replaceValue(node, guess)] }),
      };
    }
  },
};
