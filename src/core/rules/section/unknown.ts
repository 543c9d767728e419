import { closest } from '../closest.ts';
import { fieldOf } from '../../post/fields.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { replaceValue } from '../replace-value.ts';
import type { Finding, Rule } from '../rule.ts';

/** A section that no view of the layout's chain prints: the page is built without the text, and nothing says so. */
export const unknownSection: Rule = {
  meta: {
    id: 'section/unknown',
    summary: 'The layout does not print this section.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check({ post, placement }): Iterable<Finding> {
    if (!placement || !isKnown(placement.section)) return;
    const section = placement.section;
    for (const { name, chain } of placement.layouts) {
      if (!isKnown(chain) || chain.missing || chain.circular || chain.unknown.length > 0) continue;
      if (section !== null && (chain.fillable.has(section) || chain.defined.has(section))) continue;
      const node = fieldOf(post, 'section')?.node;
      const span = node?.span ?? fieldOf(post, 'extends')?.node.span ?? post.frontMatter?.opener;
      if (!span) return;
      const sections = [...chain.fillable.keys()];
      const guess = section === null ? sections[0] : (closest(section, sections) ?? onlyOne(sections));
      yield {
        span,
        message: message(
          '{0} Readers would see the page without your text. {1}',
          section === null
            ? message('No section is named.')
            : message('The layout `{0}` has no section `{1}`.', name, section),
          sections.length > 0
            ? message('It has: {0}.', sections.map((each) => `\`${each}\``).join(', '))
            : message('It prints no section at all.'),
        ),
        ...(guess !== undefined && node && { fixes: () => [replaceValue(node, guess)] }),
      };
    }
  },
};

function onlyOne(sections: readonly string[]): string | undefined {
  return sections.length === 1 ? sections[0] : undefined;
}
