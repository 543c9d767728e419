import { type CopydeskConfig, requiredFields } from '../config/copydesk-config.ts';
import { isBlank } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { postCollections } from '../site/posts.ts';
import type { Site } from '../site/site.ts';

/** What the posts of one collection agree on. */
export interface RequiredProposal {
  /** The collection; undefined for a site without any. */
  readonly collection: string | undefined;
  /** How many posts were looked at: those whose front matter can be read. */
  readonly posts: number;
  /** Every field that may be required, in the order in which the posts have them. */
  readonly fields: readonly ProposedField[];
  /** The setting in `copydesk.json` that requires them. */
  readonly setting: readonly string[];
}

export interface ProposedField {
  readonly key: string;
  /** How many posts have it, and not empty. */
  readonly count: number;
  /** Whether nearly all posts have it, so that one without it has most likely forgotten it. */
  readonly isProposed: boolean;
  /** Whether it is required as things are. */
  readonly isRequired: boolean;
}

/** The share of posts that must have a field before it is proposed. */
const NEARLY_ALL = 0.95;

/** What each collection of posts agrees on; collections without a readable post are left out. */
export function proposeRequired(site: Site): readonly RequiredProposal[] {
  const collections = postCollections(site);
  const all = [...site.posts.values()];
  if (!site.jigsaw) return proposal(site.config, undefined, all, ['required']);
  return collections.flatMap(({ name, folder }) => {
    const posts = all.filter(({ path }) => path.startsWith(`${folder}/`));
    const isAlone = collections.length === 1 && site.config.collections[name]?.required === undefined;
    return proposal(site.config, name, posts, isAlone ? ['required'] : ['collections', name, 'required']);
  });
}

function proposal(
  config: CopydeskConfig,
  collection: string | undefined,
  posts: readonly Post[],
  setting: readonly string[],
): readonly RequiredProposal[] {
  const readable = posts.filter(({ frontMatter }) => frontMatter && !frontMatter.problem);
  if (readable.length === 0) return [];
  const required = requiredFields(config, collection);
  const constraints = { ...config.fields, ...config.collections[collection ?? '']?.fields };
  const tallies = tally(readable);
  const keys = [...tallies.keys(), ...required.filter((key) => !tallies.has(key))];
  const fields = keys
    // What `fields` says of being required is said there, and this setting couldn't change it.
    .filter((key) => constraints[key]?.required === undefined)
    .map((key) => {
      const count = tallies.get(key) ?? 0;
      return {
        key,
        count,
        isProposed: count >= readable.length * NEARLY_ALL,
        isRequired: required.includes(key),
      };
    });
  return [{ collection, posts: readable.length, fields, setting }];
}

/** In how many posts each field says something, in the fields' usual order. */
function tally(posts: readonly Post[]): ReadonlyMap<string, number> {
  const tallies = new Map<string, { count: number; places: number }>();
  for (const { frontMatter } of posts) {
    const filled = (frontMatter?.fields ?? []).filter(({ node }) => !isBlank(node.value));
    filled.forEach(({ key }, place) => {
      const { count, places } = tallies.get(key) ?? { count: 0, places: 0 };
      tallies.set(key, { count: count + 1, places: places + place });
    });
  }
  const ordered = [...tallies].sort(([, a], [, b]) => a.places / a.count - b.places / b.count);
  return new Map(ordered.map(([key, { count }]) => [key, count]));
}
