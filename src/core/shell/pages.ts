import { groupBy } from '../group-by.ts';
import type { Post } from '../post/post.ts';
import { fileName, fold } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import { slug } from '../site/jigsaw/slug.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';

/** The pages of a build, by the name that each has in its address. */
export class BuiltPages {
  /** Paths below the build's folder, such as `blog/my-post/index.html`. */
  readonly #paths: ReadonlySet<string>;
  readonly #byName: ReadonlyMap<string, readonly string[]>;

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
    this.#byName = groupBy(this.#paths, nameOf);
  }

  /**
   * The pages that may be a post's: where the build writes it, as far as that can be known without running PHP, and
   * those that are called as it is. Whether one is, its text must say.
   */
  of(post: Post, site: Site): readonly string[] {
    const { outputPath } = placementOf(post, site);
    const written = outputPath !== undefined && this.#paths.has(outputPath) ? [outputPath] : [];
    const stem = stemOf(post.path);
    const names = [stem, stem.replace(/^\d{4}-\d\d-\d\d-/, '')].flatMap((name) => [fold(name), slug(name)]);
    const called = [...new Set(names)].flatMap((name) => this.#byName.get(name) ?? []);
    return [...new Set([...written, ...called])];
  }
}

/** What a page is called in its address: `my-post` of `blog/my-post/index.html` and of `blog/my-post.html`. */
function nameOf(path: string): string {
  return fold(fileName(path.replace(/(?:^|\/)index\.html?$/i, '').replace(/\.html?$/i, '')));
}

function stemOf(path: SitePath): string {
  return fileName(path).replace(/(?:\.blade)?\.\w+$/, '');
}
