import { fieldOf } from '../../post/fields.ts';
import type { Value } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

const NO: readonly Value[] = [false, 0, 'no', 'No', 'off', 'false', 'n'];
const YES: readonly Value[] = [true, 1, 'yes', 'Yes', 'on', 'true', 'y'];

/** The fields by which other generators keep a post back, with the values that do. */
const FLAGS: ReadonlyMap<string, readonly Value[]> = new Map([
  ['published', NO],
  ['publish', NO],
  ['draft', YES],
]);

/** A field that should keep a post back, on a site whose code never looks at it (Jigsaw knows no drafts of its own). */
export const flagDoesNothing: Rule = {
  meta: {
    id: 'post/flag-does-nothing',
    summary: 'The field that should keep this post back does nothing on this site.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post, site, placement }): Iterable<Finding> {
    const jigsaw = site?.jigsaw;
    if (!jigsaw || !placement || !isKnown(placement.collection)) return;
    const { collection } = placement;
    if (!collection || collection.filter || collection.map || jigsaw.bootstrap.changesSite) return;
    for (const [key, values] of FLAGS) {
      const field = fieldOf(post, key);
      if (!field || !values.includes(field.node.value) || jigsaw.code.mentions(key)) continue;
      yield {
        span: field.span,
        message: message(
          'Readers will see this post all the same: nothing on this site looks at `{0}`. Keep drafts outside the site’s folders, or have a filter added to `{1}` in `config.php`.',
          key,
          collection.name,
        ),
      };
    }
  },
};
