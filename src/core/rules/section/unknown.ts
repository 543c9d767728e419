import { fieldOf } from '../../post/fields.ts';
import { isMarkdown } from '../../post/file-kind.ts';
import type { YamlNode } from '../../post/post.ts';
import { isList, isMap } from '../../post/value.ts';
import type { JigsawSite } from '../../site/jigsaw/jigsaw-site.ts';
import type { LayoutChain } from '../../site/jigsaw/model.ts';
import { asksHelperForText } from '../../site/jigsaw/text-helpers.ts';
import type { PlacedLayout, Placement } from '../../site/placement.ts';
import { isKnown } from '../../site/unknown.ts';
import { and, type Message, message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { closest } from '../closest.ts';
import { headOf } from '../head-of.ts';
import { replaceValue } from '../replace-value.ts';
import type { Finding, Rule } from '../rule.ts';

/** A section that no view of the layout's chain prints: the page is built without the text, and nothing says so. */
export const unknownSection: Rule = {
  meta: {
    id: 'section/unknown',
    summary: 'The layout doesn’t print this section.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check({ post, site, placement }): Iterable<Finding> {
    // A Blade post names its sections in its text.
    const jigsaw = site?.jigsaw;
    if (
      !jigsaw ||
      !placement ||
      !isKnown(placement.section) ||
      post.frontMatter?.problem ||
      !isMarkdown(post.path)
    )
      return;
    const node = fieldOf(post, 'section')?.node;
    if (node && (isList(node.value) || isMap(node.value)) && placement.collectionName !== undefined) {
      yield notOneName(node, placement.layouts[0]?.chain);
      return;
    }
    // Where there is no text, none is lost.
    if (slice(post.text, post.rendered.body).trim() === '') return;
    const { section, layouts } = placement;
    // What a quote in a name does depends on the text that follows it.
    if (section?.includes("'")) return;
    const dropping = layouts.filter(({ chain }) => drops(chain, section, jigsaw));
    const isLost = kept(placement).every((layout) => dropping.includes(layout));
    for (const { name, chain } of dropping) {
      const sections = [...chain.fillable.keys()];
      // Of several pages, one without any section is meant to be without the text: data for scripts, for instance.
      if (!isLost && sections.length === 0) continue;
      const guess = section ? closest(section, sections) : undefined;
      const better = guess ?? (sections.includes('content') ? 'content' : onlyOne(sections));
      yield {
        span: node?.span ?? fieldOf(post, 'extends')?.node.span ?? headOf(post),
        message: message(
          '{0} Readers would see the page without your text. {1}',
          section
            ? message('The layout `{0}` has no section `{1}`.', name, section)
            : message('No section is named.'),
          sectionsOf(sections),
        ),
        ...(!isLost && { effect: 'reader-sees' }),
        ...(better !== undefined && node && { fixes: () => [replaceValue(node, better)] }),
      };
    }
  },
};

/** The layouts whose pages aren't written over by those of the layouts after them. */
function kept({ layouts, outputs }: Placement): readonly PlacedLayout[] {
  const paths = isKnown(outputs) ? outputs.map(({ path }) => path) : [];
  return layouts.filter((_, at) => paths[at] === undefined || paths.lastIndexOf(paths[at]) === at);
}

/** Whether a page with this layout surely comes out without the text. */
function drops(chain: LayoutChain, section: string | null, jigsaw: JigsawSite): boolean {
  if (chain.missing || chain.circular || chain.unknown.length > 0 || chain.printsContent) return false;
  if (chain.fillable.size === 0 && asksHelperForText(chain, jigsaw)) return false;
  return section === null || !chain.fillable.has(section);
}

function notOneName(node: YamlNode, chain: LayoutChain | undefined): Finding {
  const [first] = node.items;
  const name = typeof first?.value === 'string' ? first.value : 'content';
  return {
    span: node.span,
    message: message(
      'This must be the name of one section. Until it is, the site can’t be built. (The build says: {0})',
      'Array to string conversion',
    ),
    effect: 'build-fails',
    ...(chain?.fillable.has(name) && { fixes: () => [replaceValue(node, name)] }),
  };
}

function sectionsOf(names: readonly string[]): Message {
  if (names.length === 0) return message('The layout prints no section at all.');
  return message('The layout has {0}.', and(names.map((each) => `\`${each}\``)));
}

function onlyOne(sections: readonly string[]): string | undefined {
  return sections.length === 1 ? sections[0] : undefined;
}
