import { isMap } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { type Span, span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';
import { consequenceOf } from './consequence.ts';

/** Front matter that is a list or a mere text: it sets no field. */
export const notAMap: Rule = {
  meta: {
    id: 'front-matter/not-a-map',
    summary: 'The front matter holds no fields.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check(context): Iterable<Finding> {
    const { post, placement } = context;
    const { frontMatter } = post;
    if (!frontMatter || frontMatter.data === undefined || isMap(frontMatter.data) || boundaryMistake(post))
      return;
    const isPage = placement && isKnown(placement.collection) && placement.collection === undefined;
    if (isPage && context.site?.jigsaw && !Array.isArray(frontMatter.data)) {
      yield {
        span: withoutComments(post.text, frontMatter.yaml),
        message: message(
          'There must be fields here, such as `title: My page`. Until there are, the site can’t be built.',
        ),
        effect: 'build-fails',
      };
      return;
    }
    const { effect, words } = consequenceOf(context);
    const plain = message(
      'There must be fields here, such as `title: My post`. As it is, the post has none.',
    );
    yield {
      span: withoutComments(post.text, frontMatter.yaml),
      message: effect === 'reader-sees' ? plain : message('{0} {1}', plain, words),
      effect,
    };
  },
};

/** What stands between the dashes, from its first line on that is no comment. */
function withoutComments(text: string, { start, end }: Span): Span {
  const comments =
    /^(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r)|[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(start, end))?.[0] ?? '';
  return span(start + comments.length, end);
}
