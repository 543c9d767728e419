import { isBlade, isMarkdown } from '../../post/file-kind.ts';
import type { SitePath } from '../../site/files.ts';
import { readBladeView } from '../../site/jigsaw/blade.ts';
import type { BladeName, BladeView } from '../../site/jigsaw/model.ts';
import { renderSections } from '../../site/jigsaw/sections.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * `@section` in the text of a `.blade.md` post: it comes before the layout's own sections, and where it fills the one
 * that has the place for the text, or the text's own, the text is on no page.
 */
export const overriddenSection: Rule = {
  meta: {
    id: 'section/overridden',
    summary: 'A section in the text takes away the place of the text.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check({ post, site, placement }): Iterable<Finding> {
    const jigsaw = site?.jigsaw;
    if (!jigsaw || !placement || !isMarkdown(post.path) || !isBlade(post.path)) return;
    if (!isKnown(placement.section) || placement.section === null || post.frontMatter?.problem) return;
    const body = readBladeView('text.blade.php' as SitePath, slice(post.text, post.rendered.body));
    const [first] = namesOf(body);
    const { section } = placement;
    if (!first || body.computed) return;
    for (const { name, chain } of placement.layouts) {
      const [layout] = chain.views;
      if (!layout || chain.missing || chain.circular || chain.unknown.length > 0) continue;
      // Without the post's own sections the text would be there; otherwise another rule speaks.
      if (!chain.fillable.has(section) || chain.printsContent) continue;
      const isFilled = namesOf(body).some((each) => each.name === section);
      if (!isFilled && renderSections(layout, section, jigsaw, body).printed) continue;
      const offset = post.rendered.body.start;
      yield {
        span: span(offset + first.span.start, offset + first.span.end),
        message: message(
          'This section takes the place where the layout `{0}` prints your text, so readers would see the page without it.',
          name,
        ),
      };
      return;
    }
  },
};

/** The sections that a text fills. */
function namesOf({ steps }: BladeView): readonly BladeName[] {
  return steps.flatMap((step) => (step.kind === 'start' || step.kind === 'inline' ? [step.name] : []));
}
