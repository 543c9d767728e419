import type { Post } from '../post/post.ts';
import type { FieldHabit } from '../site/habits.ts';
import { itemsOf } from '../site/items.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import type { Site } from '../site/site.ts';

/** A collection whose items a field names by their files' names, as `categories` usually does. */
export interface NamedPages {
  readonly collection: Collection;
  /** The items by the name that a post gives them: the file's name without extension. */
  readonly pages: ReadonlyMap<string, Post>;
}

/** What share of a field's values must be names of files where nothing but the values speaks for it. */
const MOST = 0.8;

/**
 * The collection whose items the values of a field name: one that is called like the field, unless the values say
 * otherwise, or else one that nearly all the values are names of.
 * @param habit what the posts have in this field.
 */
export function pagesNamedBy(key: string, site: Site, habit: FieldHabit | undefined): NamedPages | undefined {
  let [best, most]: [NamedPages | undefined, number] = [undefined, 0];
  for (const collection of site.jigsaw?.collections ?? []) {
    const pages = itemsOf(collection, site);
    if (pages.size === 0) continue;
    const { share, names } = matching(habit?.values ?? new Map(), pages);
    if (areNamesakes(key, collection.name) && (share === undefined || share >= 0.5))
      return { collection, pages };
    // One name alone may be chance.
    if (share !== undefined && names > 1 && share >= MOST && share > most)
      [best, most] = [{ collection, pages }, share];
  }
  return best;
}

/** Which share of all uses is of a name that a page has, if there are any, and how many such names there are. */
function matching(
  values: FieldHabit['values'],
  pages: NamedPages['pages'],
): { readonly share: number | undefined; readonly names: number } {
  let [uses, named, names] = [0, 0, 0];
  for (const [value, count] of values) {
    uses += count;
    if (!pages.has(value)) continue;
    named += count;
    names += 1;
  }
  return { share: uses === 0 ? undefined : named / uses, names };
}

/** Whether a field and a collection have one name, be it in singular or plural. */
function areNamesakes(key: string, name: string): boolean {
  const [a, b] = [key.toLowerCase(), name.toLowerCase()];
  return a === b || pluralsOf(a).includes(b) || pluralsOf(b).includes(a);
}

function pluralsOf(word: string): readonly string[] {
  return [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')];
}
