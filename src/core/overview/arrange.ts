import { groupBy } from '../group-by.ts';
import type { PostState, PostSummary } from './post-summary.ts';

export interface Arrangement {
  readonly group: 'date' | 'state';
  readonly sort: 'date' | 'title';
}

/** Posts that belong together in a list. */
export interface PostGroup {
  /** Unique among its siblings, and the same after every change. */
  readonly id: string;
  readonly by:
    | { readonly kind: 'state'; readonly state: PostState }
    | { readonly kind: 'year'; readonly year: number }
    /** From 0, as `Date` counts. */
    | { readonly kind: 'month'; readonly year: number; readonly month: number }
    | { readonly kind: 'undated' };
  /** In their order. */
  readonly posts: readonly PostSummary[];
  /** Whether its posts are to be seen at once: few do no harm, and what is wrong must not hide. */
  readonly isOpen: boolean;
}

/** Posts in their order, or groups of them. */
export type Arranged =
  | { readonly groups: readonly PostGroup[]; readonly posts?: undefined }
  | { readonly posts: readonly PostSummary[]; readonly groups?: undefined };

/** A list with more posts than this is cut into years, which stay closed, and a year into months. */
const LARGE = 200;

/** As many as one sees at a glance. Of more, those of different years stand apart. */
const FEW = 12;

const STATES: readonly PostState[] = ['problems', 'incomplete', 'future', 'ready'];

/** Lists the posts of a collection: by state, or by year where they are more than a glance takes in. */
export function arrange(posts: readonly PostSummary[], { group, sort }: Arrangement): Arranged {
  const sorted = sortPosts(posts, sort);
  if (group === 'state') return { groups: byState(sorted) };
  if (sort === 'title' || sorted.length <= FEW) return { posts: sorted };
  const years = byYear(sorted);
  return years.length > 1 || sorted.length > LARGE ? { groups: years } : { posts: sorted };
}

/** Lists what is in a group. */
export function arrangeGroup({ by, posts }: PostGroup, { sort }: Arrangement): Arranged {
  if (sort !== 'date' || posts.length <= LARGE) return { posts };
  if (by.kind === 'state') return { groups: byYear(posts) };
  return by.kind === 'year' ? { groups: byMonth(posts, by.year) } : { posts };
}

const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base', ignorePunctuation: true });

/** Newest first, those without a date before all others, as they are being written; or by title. */
function sortPosts(posts: readonly PostSummary[], sort: Arrangement['sort']): readonly PostSummary[] {
  const path = (a: PostSummary, b: PostSummary) => (a.post.path < b.post.path ? -1 : 1);
  return [...posts].sort((a, b) => {
    if (sort === 'title') return byTitle.compare(a.title, b.title) || path(a, b);
    const [first, second] = [a.moment ?? Infinity, b.moment ?? Infinity];
    return first === second ? path(a, b) : second - first;
  });
}

function byState(posts: readonly PostSummary[]): readonly PostGroup[] {
  const groups = groupBy(posts, ({ state }) => state);
  return STATES.flatMap((state) => {
    const found = groups.get(state);
    const by = { kind: 'state', state } as const;
    return found ? [{ id: state, by, posts: found, isOpen: state === 'problems' }] : [];
  });
}

function byYear(posts: readonly PostSummary[]): readonly PostGroup[] {
  const groups = groupBy(posts, ({ moment }) =>
    moment === undefined ? undefined : new Date(moment).getUTCFullYear(),
  );
  const isOpen = posts.length <= LARGE;
  return Array.from(groups, ([year, found]) =>
    year === undefined || Number.isNaN(year)
      ? { id: 'undated', by: { kind: 'undated' } as const, posts: found, isOpen }
      : { id: String(year), by: { kind: 'year', year } as const, posts: found, isOpen },
  );
}

function byMonth(posts: readonly PostSummary[], year: number): readonly PostGroup[] {
  const groups = groupBy(posts, ({ moment }) => new Date(moment ?? 0).getUTCMonth());
  return Array.from(groups, ([month, found]) => ({
    id: `${year}-${month + 1}`,
    by: { kind: 'month', year, month } as const,
    posts: found,
    isOpen: false,
  }));
}
