import { fieldOf } from '../../post/fields.ts';
import { isMarkdown } from '../../post/file-kind.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { closest } from '../closest.ts';
import { replaceValue } from '../replace-value.ts';
import type { Finding, Rule } from '../rule.ts';

/** A section that the layout fills itself: the post's text takes the place of all that the layout has there. */
export const replacesLayout: Rule = {
  meta: {
    id: 'section/replaces-layout',
    summary: 'The text replaces a part of the layout itself.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post, placement }): Iterable<Finding> {
    const node = fieldOf(post, 'section')?.node;
    if (!node || !placement || !isKnown(placement.section) || !isMarkdown(post.path)) return;
    const { section } = placement;
    if (section === null) return;
    for (const { name, chain } of placement.layouts) {
      const place = chain.defined.get(section);
      if (!place || !chain.fillable.has(section) || chain.unknown.length > 0) continue;
      // Where the layout leaves no other gap for the text, this is the way it is meant.
      const gaps = [...chain.fillable.keys()].filter((each) => !chain.defined.has(each));
      if (gaps.length === 0) continue;
      const better = gaps.includes('content') ? 'content' : (closest(section, gaps) ?? gaps[0] ?? '');
      yield {
        span: node.span,
        message: message(
          'The layout `{0}` fills the section `{1}` itself ({2}). Your text replaces all of that, such as the headline. Did you mean `{3}`?',
          name,
          section,
          place.view,
          better,
        ),
        fixes: () => [replaceValue(node, better)],
      };
    }
  },
};
