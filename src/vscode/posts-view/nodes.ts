import type * as vscode from 'vscode';
import {
  type Arranged,
  type Arrangement,
  arrange,
  arrangeGroup,
  type PostGroup,
} from '../../core/overview/arrange.ts';
import { matches, type PostSummary, summaryOf } from '../../core/overview/post-summary.ts';
import { type Shelf, shelvesOf } from '../../core/overview/shelves.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

/** A row of the posts view. Its `id` stays the same over every change, so that what is open stays open. */
export type Node = SiteNode | ShelfNode | GroupNode | PostNode | MoreNode;

/** What the view needs of a site. */
export interface ListedSite extends Pick<SiteFolder, 'site' | 'uriOf' | 'judgedProblemsOf'> {
  readonly root: { toString(): string };
}

interface Row {
  readonly id: string;
  readonly parent: Node | undefined;
}

export interface SiteNode extends Row {
  readonly kind: 'site';
  readonly folder: ListedSite;
}

export interface ShelfNode extends Row {
  readonly kind: 'shelf';
  readonly folder: ListedSite;
  readonly shelf: Shelf;
  readonly posts: readonly PostSummary[];
}

export interface GroupNode extends Row {
  readonly kind: 'group';
  readonly folder: ListedSite;
  readonly group: PostGroup;
}

export interface PostNode extends Row {
  readonly kind: 'post';
  readonly folder: ListedSite;
  readonly summary: PostSummary;
  /** The file: what commands from the row's menu are about. */
  readonly uri: vscode.Uri;
}

/** Stands for the posts that a long list doesn't show yet. */
export interface MoreNode extends Row {
  readonly kind: 'more';
  readonly rest: number;
}

export interface ViewState extends Arrangement {
  /** Words that shown posts must have; empty for all posts. */
  readonly filter: string;
}

/** How many posts a list shows before it asks: more would take longer than a blink. */
const STEP = 500;

/** Lays out the sites' posts as rows; each level only when it is asked for. */
export class Nodes {
  readonly #folders: readonly ListedSite[];
  readonly #state: ViewState;
  readonly #now: number;
  /** How many posts of a list are shown, by the list's id, where it is more than at first. */
  readonly #shown: ReadonlyMap<string, number>;
  readonly #children = new Map<string, readonly Node[]>();
  readonly #rowsById = new Map<string, Node>();

  /** @param now milliseconds since 1970. */
  constructor(
    folders: readonly ListedSite[],
    state: ViewState,
    shown: ReadonlyMap<string, number>,
    now: number,
  ) {
    this.#folders = folders.filter(({ site }) => site.posts.size > 0);
    this.#state = state;
    this.#shown = shown;
    this.#now = now;
  }

  childrenOf(node: Node | undefined): readonly Node[] {
    const id = node?.id ?? '';
    const known = this.#children.get(id);
    if (known) return known;
    const children = this.#layOut(node);
    this.#children.set(id, children);
    for (const child of children) this.#rowsById.set(child.id, child);
    return children;
  }

  /** The row with this id, if it has been laid out. */
  get(id: string): Node | undefined {
    return this.#rowsById.get(id);
  }

  /** What is under the row with this id (the view itself: undefined), if it has been laid out. */
  laidOut(id: string | undefined): readonly Node[] | undefined {
    return this.#children.get(id ?? '');
  }

  /** The row of a post, if the view shows it. Lays out what leads to it, and nothing else. */
  find(folder: ListedSite, path: string): PostNode | undefined {
    let within = this.childrenOf(undefined);
    for (;;) {
      const post = within.find(
        (each) => each.kind === 'post' && each.folder === folder && each.summary.post.path === path,
      );
      if (post?.kind === 'post') return post;
      const next = within.find((each) => this.#holds(each, folder, path));
      if (!next) return undefined;
      within = this.childrenOf(next);
    }
  }

  #holds(node: Node, folder: ListedSite, path: string): boolean {
    if (node.kind === 'post' || node.kind === 'more' || node.folder !== folder) return false;
    if (node.kind === 'site') return true;
    const posts = node.kind === 'shelf' ? node.posts : node.group.posts;
    return posts.some(({ post }) => post.path === path);
  }

  #layOut(node: Node | undefined): readonly Node[] {
    switch (node?.kind) {
      case undefined: {
        const [only, ...others] = this.#folders;
        if (!only) return [];
        if (others.length === 0) return this.#shelves(only, undefined);
        return this.#folders.map((folder) => ({
          kind: 'site',
          id: folder.root.toString(),
          parent: undefined,
          folder,
        }));
      }
      case 'site':
        return this.#shelves(node.folder, node);
      case 'shelf':
        return this.#rows(arrange(node.posts, this.#state), node);
      case 'group':
        return this.#rows(arrangeGroup(node.group, this.#state), node);
      default:
        return [];
    }
  }

  /** The shelves of a site; the posts themselves where there is but one. */
  #shelves(folder: ListedSite, parent: SiteNode | undefined): readonly Node[] {
    const shelves = shelvesOf(folder.site);
    const nodes = shelves.flatMap((shelf): ShelfNode[] => {
      const posts = this.#summaries(folder, shelf);
      // What is found by a filter is open, and what was closed before is closed after it: VS Code remembers by the id.
      const id = `${folder.root.toString()}#${shelf.collection ?? ''}${this.#state.filter ? '?' : ''}`;
      return posts.length > 0 ? [{ kind: 'shelf', id, parent, folder, shelf, posts }] : [];
    });
    const [only] = nodes;
    if (only && shelves.length === 1) return this.#rows(arrange(only.posts, this.#state), only, parent);
    return nodes;
  }

  #summaries(folder: ListedSite, { posts }: Shelf): readonly PostSummary[] {
    const summaries = posts.map((post) =>
      summaryOf(post, folder.judgedProblemsOf(post.path) ?? [], this.#now),
    );
    const { filter } = this.#state;
    return filter === '' ? summaries : summaries.filter((summary) => matches(summary, filter));
  }

  /** @param parent the row that they stand under, where it isn't the one that they belong to. */
  #rows(arranged: Arranged, of: ShelfNode | GroupNode, parent: Node | undefined = of): readonly Node[] {
    const { folder, id } = of;
    if (arranged.groups) {
      return arranged.groups.map((group) => ({
        kind: 'group',
        id: `${id}/${group.id}`,
        parent,
        folder,
        group,
      }));
    }
    const shown = this.#shown.get(id) ?? STEP;
    const rows: Node[] = arranged.posts.slice(0, shown).map((summary) => this.#post(folder, summary, parent));
    const rest = arranged.posts.length - shown;
    return rest > 0 ? [...rows, { kind: 'more', id: `${id}/…`, parent, rest }] : rows;
  }

  #post(folder: ListedSite, summary: PostSummary, parent: Node | undefined): PostNode {
    const id = `${folder.root.toString()}/${summary.post.path}`;
    return {
      kind: 'post',
      id,
      parent,
      folder,
      summary,
      get uri() {
        return folder.uriOf(summary.post.path);
      },
    };
  }
}

/** How many posts a list shows after a click on its last row. */
export function moreOf(shown: ReadonlyMap<string, number>, { id }: MoreNode): ReadonlyMap<string, number> {
  const list = id.slice(0, -2);
  return new Map(shown).set(list, (shown.get(list) ?? STEP) + STEP);
}

/**
 * The rows of one layout that are others in the next, as far as the first was laid out: those that look otherwise, and
 * those with other rows under them; undefined stands for the view itself.
 */
export function* changesBetween(
  before: Nodes,
  after: Nodes,
  within?: Node | undefined,
): Iterable<Node | undefined> {
  const known = before.laidOut(within?.id);
  if (!known) return;
  const rows = after.childrenOf(within);
  if (rows.length !== known.length || rows.some(({ id }, index) => id !== known[index]?.id)) {
    yield within;
    return;
  }
  for (const [index, row] of rows.entries()) {
    if (looksOtherwise(row, known[index])) yield row;
    else yield* changesBetween(before, after, row);
  }
}

function looksOtherwise(row: Node, before: Node | undefined): boolean {
  if (row.kind === 'post' && before?.kind === 'post') {
    const [now, then] = [row.summary, before.summary];
    return (['title', 'moment', 'state', 'severity'] as const).some((part) => now[part] !== then[part]);
  }
  if (row.kind === 'more' && before?.kind === 'more') return row.rest !== before.rest;
  return sizeOf(row) !== sizeOf(before);
}

function sizeOf(row: Node | undefined): number {
  if (row?.kind === 'shelf') return row.posts.length;
  return row?.kind === 'group' ? row.group.posts.length : 0;
}
