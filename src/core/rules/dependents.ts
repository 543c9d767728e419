import type { SitePath } from '../site/files.ts';

/** Which posts depend on what, and what each post depends on. */
export class Dependents<Key> {
  readonly #keys = new Map<SitePath, ReadonlySet<Key>>();
  readonly #posts = new Map<Key, Set<SitePath>>();

  /** Says all that a post depends on now. */
  set(post: SitePath, keys: ReadonlySet<Key>): void {
    for (const key of this.#keys.get(post) ?? []) {
      const posts = this.#posts.get(key);
      posts?.delete(post);
      if (posts?.size === 0) this.#posts.delete(key);
    }
    if (keys.size > 0) this.#keys.set(post, keys);
    else this.#keys.delete(post);
    for (const key of keys) {
      const posts = this.#posts.get(key);
      if (posts) posts.add(post);
      else this.#posts.set(key, new Set([post]));
    }
  }

  /** The posts that depend on this. */
  of(key: Key): ReadonlySet<SitePath> {
    return this.#posts.get(key) ?? new Set();
  }

  /** All that any post depends on. */
  get keys(): Iterable<Key> {
    return this.#posts.keys();
  }
}
