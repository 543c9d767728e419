import type { Post } from '../post/post.ts';
import type { SitePath } from '../site/files.ts';
import { fateOf } from '../site/jigsaw/fate.ts';
import { placementOf } from '../site/placement.ts';
import { answering, servedFrom } from '../site/served.ts';
import type { Site } from '../site/site.ts';
import { isKnown, type Known, Unknown } from '../site/unknown.ts';
import { message } from '../text/message.ts';
import { type MovedFiles, textAt } from './moves.ts';

/** Whose address changed in a way that only the build knows. */
export interface UnknownChange {
  readonly path: SitePath;
  readonly why: Unknown;
}

/** What the site serves at other addresses than before. Paths are below the web root, such as `blog/a/index.html`. */
export class ServedChanges {
  readonly #to = new Map<string, string>();
  readonly unknown: UnknownChange[] = [];

  /**
   * @param moved the files that have other paths, or another text at the same path.
   */
  constructor(before: Site, after: Site, moved: MovedFiles) {
    for (const [from, to] of moved) {
      const text = textAt(from, before);
      const old = outputsOf(from, before, text);
      const now = outputsOf(to, after, after.posts.get(to) ?? (text && { ...text, path: to }));
      if (!isKnown(old) || !isKnown(now)) {
        const why = isKnown(old) ? now : old;
        if (!isKnown(why)) this.unknown.push({ path: from, why });
      } else if (old.length === now.length) {
        for (const [index, path] of old.entries()) this.#set(path, now[index] ?? path);
      }
    }
  }

  #set(from: string, to: string): void {
    if (from !== to) this.#to.set(from.normalize(), to);
  }

  /** The files that have moved, as they were served before. */
  get old(): Iterable<string> {
    return this.#to.keys();
  }

  get size(): number {
    return this.#to.size;
  }

  /** Where that which was at a path is now, written in the same form: file or folder; undefined where nothing moved. */
  get(path: string): string | undefined {
    const normal = path.normalize();
    const file = answering(normal).find((each) => this.#to.has(each));
    const to = file === undefined ? undefined : this.#to.get(file);
    if (file === undefined || to === undefined) return undefined;
    const ending = normal === '' ? '/index.html' : file.slice(normal.length);
    return `/${to}`.endsWith(ending) ? `/${to}`.slice(1, to.length + 1 - ending.length) : to;
  }
}

/** The files that the built site serves because of a source file; none where it stays out of the site. */
function outputsOf(path: SitePath, site: Site, post: Post | undefined): Known<readonly string[]> {
  const { jigsaw } = site;
  if (!jigsaw) return post ? onlyItsGenerator() : [path];
  const fate = fateOf(path, jigsaw.config, (each) => site.files.has(each));
  if (!isKnown(fate)) return fate;
  if (fate.kind === 'copied') return [path.slice(servedFrom(site).length)];
  if (fate.kind !== 'item' && fate.kind !== 'page') return [];
  if (!post) return [];
  const { outputs, collection, error } = placementOf(post, site);
  if (isKnown(collection) && collection?.map) {
    return new Unknown(message('The collection’s `map` may change the address.'));
  }
  if (!isKnown(outputs)) return outputs;
  return error === undefined ? outputs.map((output) => output.path) : [];
}

function onlyItsGenerator(): Unknown {
  return new Unknown(message('Only the site’s own generator knows where its pages go.'));
}
