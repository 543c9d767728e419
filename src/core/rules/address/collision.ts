import { fieldOf } from '../../post/fields.ts';
import type { Post } from '../../post/post.ts';
import { shownAddress } from '../../site/served.ts';
import { isKnown } from '../../site/unknown.ts';
import { rivalriesOf } from '../../site/writers.ts';
import { and, message } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

/** Two sources of one page: Jigsaw writes one over the other and says nothing (tighten/jigsaw#674). */
export const collision: Rule = {
  meta: {
    id: 'address/collision',
    summary: 'Another post or page has the same address.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check(context): Iterable<Finding> {
    const { post, site, placement } = context;
    if (!site || !placement || !isKnown(placement.outputs)) return;
    const rivalries = rivalriesOf(post.path, site);
    const [rivalry] = rivalries;
    if (!rivalry) return;
    const names = and(rivalry.others.map((path) => `\`${path}\``));
    if (rivalries.every(({ winner }) => winner === post.path)) {
      yield {
        span: placeOf(post),
        message: message(
          'This has the same address as {0}: `{1}`. It is built later, so readers see only this one.',
          names,
          shownAddress(rivalry.output),
        ),
        effect: 'reader-sees',
      };
      return;
    }
    yield {
      span: placeOf(post),
      message: message(
        'This has the same address as {0}: `{1}`. `{2}` is built later, so readers never see this one.',
        names,
        shownAddress(rivalry.output),
        rivalry.winner,
      ),
      ...(hasOtherPage(context, new Set(rivalries.map(({ output }) => output))) && {
        effect: 'reader-sees',
      }),
    };
  },
};

/** Whether another layout gives the post a page that nothing is written over. */
function hasOtherPage({ placement }: RuleContext, shared: ReadonlySet<string>): boolean {
  const outputs = placement && isKnown(placement.outputs) ? placement.outputs : [];
  return outputs.some(({ path }) => !shared.has(path) && !path.endsWith('.md'));
}

/** What sets the address, if the post itself does. */
function placeOf(post: Post): Span {
  return (fieldOf(post, 'permalink') ?? fieldOf(post, 'path'))?.node.span ?? headOf(post);
}
