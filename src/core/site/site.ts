import { CONFIG_FILE, type CopydeskConfig } from '../config/copydesk-config.ts';
import { globMatcher } from '../config/glob.ts';
import type { ImageFile } from '../image/image-file.ts';
import type { Post } from '../post/post.ts';
import type { RemoteAnswer } from '../remote/answer.ts';
import type { RemoteQuestion } from '../remote/remote-address.ts';
import type { MarkdownDialect } from '../render/dialect.ts';
import type { Message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import type { FileIndex } from './file-index.ts';
import { ROOT, type SitePath } from './files.ts';
import { countingHabits, type Habits } from './habits.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { JigsawConfig } from './jigsaw/model.ts';
import { toEnd } from './steps.ts';
import { isKnown } from './unknown.ts';

/** A site at one moment. Immutable: `SiteStore` makes the next one. */
export interface Site {
  /** The generator's own knowledge; undefined for a site of another generator. */
  readonly jigsaw: JigsawSite | undefined;
  /** What `copydesk.json` says, or its defaults. */
  readonly config: CopydeskConfig;
  /** The files beside the posts that say how the site is built and checked, and what is wrong with them. */
  readonly settings: readonly SettingsFile[];
  /** Every file below the root but for builds and packages. */
  readonly files: FileIndex;
  /** Every text that a writer writes and the generator turns into a page. */
  readonly posts: ReadonlyMap<SitePath, Post>;
  /** What is known of the images that posts refer to, as far as their files have been looked at. */
  readonly images: ReadonlyMap<SitePath, ImageFile>;
  /** What other servers answered so far; undefined while nobody asks them. */
  readonly remote: ReadonlyMap<RemoteQuestion, RemoteAnswer> | undefined;
}

/** A `config.php`, `copydesk.json` or the like. */
export interface SettingsFile {
  readonly path: SitePath;
  readonly text: string;
  readonly problems: readonly { readonly span: Span; readonly message: Message }[];
}

/** The folder whose files the site serves from its web root; empty where that is the site's own root. */
export function sourceFolder(site: Site): SitePath {
  return site.jigsaw?.config.source ?? ROOT;
}

/** Which Markdown a file is written in; undefined when it is none. */
export function markdownDialect(path: SitePath, site: Site | undefined): MarkdownDialect | undefined {
  if (!/\.(?:md|markdown|mdown)$/i.test(path)) return undefined;
  // What other generators read is all nearer to CommonMark.
  if (site && !site.jigsaw) return 'commonmark';
  const commonmark = site?.jigsaw?.config.commonmark ?? false;
  return isKnown(commonmark) && commonmark ? 'commonmark' : 'markdown-extra';
}

const ignoreMatchers = new WeakMap<CopydeskConfig, (path: string) => boolean>();

/** Whether `copydesk.json` asks to leave this post alone. */
export function isIgnored({ config }: Site, path: SitePath): boolean {
  if (config.ignore.length === 0) return false;
  const matches = ignoreMatchers.get(config) ?? globMatcher(config.ignore);
  ignoreMatchers.set(config, matches);
  return path !== CONFIG_FILE && matches(path);
}

/** Habits with the posts that they were counted from. */
interface Counted {
  readonly posts: Site['posts'];
  /** The snapshot's that they were last found to be near enough to. */
  readonly near: Site['posts'];
  readonly habits: Habits;
}

/** By what stays while posts change. */
const counted = new WeakMap<JigsawConfig | FileIndex, Map<string | undefined, Counted>>();

/** In a collection of this many posts, one in a hundred changes no habit. */
const MANY_POSTS = 200;

/**
 * What the posts of one collection agree on; counted when first asked for. While one writes, a large collection isn't
 * counted anew at each keystroke, but only when one post in a hundred has changed.
 */
export function habitsIn(site: Site, collection: string | undefined): Habits {
  return toEnd(countingIn(site, collection));
}

/** Counts them in short steps. */
export function* countingIn(site: Site, collection: string | undefined): Generator<void, Habits> {
  const steady = site.jigsaw?.config ?? site.files;
  const known = counted.get(steady) ?? new Map<string | undefined, Counted>();
  counted.set(steady, known);
  const last = known.get(collection);
  if (last?.near === site.posts) return last.habits;
  if (last) {
    const allowed = last.habits.posts < MANY_POSTS ? 0 : Math.floor(last.habits.posts / 100);
    if (!differ(last.posts, site.posts, allowed)) {
      known.set(collection, { ...last, near: site.posts });
      return last.habits;
    }
  }
  const habits = yield* countingHabits(postsOf(site, collection));
  known.set(collection, { posts: site.posts, near: site.posts, habits });
  return habits;
}

/** Whether more posts than are allowed have changed. */
function differ(before: Site['posts'], after: Site['posts'], allowed: number): boolean {
  if (before === after) return false;
  let changes = Math.abs(before.size - after.size);
  for (const [path, post] of after) {
    if (before.get(path) !== post) changes += 1;
    if (changes > allowed) return true;
  }
  return changes > allowed;
}

function* postsOf(site: Site, collection: string | undefined): Iterable<Post> {
  for (const post of site.posts.values()) {
    if (site.jigsaw?.collectionNameOf(post.path) === collection) yield post;
  }
}
