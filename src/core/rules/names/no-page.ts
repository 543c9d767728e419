import { fieldOf } from '../../post/fields.ts';
import type { YamlNode } from '../../post/post.ts';
import type { FieldHabit } from '../../site/habits.ts';
import { message } from '../../text/message.ts';
import { closest } from '../closest.ts';
import { replaceValue } from '../replace-value.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A name, such as a category's, for which the collection of that name has no file, so that its page doesn't exist.
 * Only where most of the names that the site uses do have one: else they aren't meant as files' names.
 */
export const noPage: Rule = {
  meta: {
    id: 'names/no-page',
    summary: 'There is no page for this name.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, site, placement } = context;
    if (!site?.jigsaw || !placement?.isPost || site.jigsaw.bootstrap.changesSite) return;
    for (const collection of site.jigsaw.collections) {
      const field = fieldOf(post, collection.name);
      if (!field || collection.items || collection.name === placement.collectionName) continue;
      const pages = context.itemsOf(collection);
      if (!areFileNames(context.habits?.fields.get(collection.name), pages)) continue;
      const nodes: readonly YamlNode[] = field.node.items.length > 0 ? field.node.items : [];
      for (const node of nodes) {
        if (typeof node.value !== 'string' || node.value === '' || pages.has(node.value)) continue;
        const guess = closest(node.value, pages.keys());
        yield {
          span: node.span,
          message: guess
            ? message(
                'The site has no page for `{0}`: there is no file of that name in `{1}`. Did you mean `{2}`?',
                node.value,
                collection.folder,
                guess,
              )
            : message(
                'The site has no page for `{0}`: there is no file of that name in `{1}`.',
                node.value,
                collection.folder,
              ),
          ...(guess && { fixes: () => [replaceValue(node, guess)] }),
        };
      }
    }
  },
};

interface Judged {
  readonly pages: ReadonlyMap<string, unknown>;
  readonly are: boolean;
}

const judged = new WeakMap<FieldHabit, Judged>();

/** Whether most posts' names are files' names, so that one that isn't is a slip; found once for all posts. */
function areFileNames(habit: FieldHabit | undefined, pages: ReadonlyMap<string, unknown>): boolean {
  if (!habit) return false;
  const known = judged.get(habit);
  if (known?.pages === pages) return known.are;
  let [all, named] = [0, 0];
  for (const [value, count] of habit.values) {
    all += count;
    if (pages.has(value)) named += count;
  }
  const are = named * 2 > all;
  judged.set(habit, { pages, are });
  return are;
}
