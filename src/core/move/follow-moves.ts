import type { Post } from '../post/post.ts';
import { type LocalTarget, resolveAddress, resolvePath } from '../site/address.ts';
import { folderOf } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import { homeOf } from '../site/home.ts';
import { isView } from '../site/jigsaw/jigsaw-site.ts';
import { placementOf } from '../site/placement.ts';
import { servedAt, servedFrom } from '../site/served.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { mayMention } from './mentions.ts';
import { type MovedFiles, textAt } from './moves.ts';
import { relativePath } from './relative-path.ts';
import { rewritePath } from './rewrite-address.ts';
import { ServedChanges } from './served-changes.ts';
import { addressesIn, addressesInView, type FoundAddress } from './written-addresses.ts';

/** A page that addresses stand on. */
interface Page {
  /** The post's file before and after. */
  readonly from: SitePath;
  readonly to: SitePath;
  /** The one file that the build makes of it, before and after; undefined where that isn't known, or are several. */
  readonly output: string | undefined;
  readonly newOutput: string | undefined;
}

/**
 * Works out what must be written anew when files of a site get other paths, or posts other addresses, so that what
 * led somewhere still leads there. Only what surely leads to a moved file is touched, and only its path.
 */
export class FollowedMoves {
  readonly #before: Site;
  readonly #after: Site;
  readonly #moved: MovedFiles;
  /** What the site serves elsewhere than before. */
  readonly served: ServedChanges;

  /**
   * @param moved the files with other paths; a post at its old path that got another address by its text, too.
   * @param after the site as it will be, with these files where they will be.
   */
  constructor(before: Site, after: Site, moved: MovedFiles) {
    this.#before = before;
    this.#after = after;
    this.#moved = moved;
    this.served = new ServedChanges(before, after, moved);
  }

  /**
   * The texts in which something may have to change, by their paths before: few of many, found without parsing. Every
   * other text gives undefined, so that whoever asks can take a break.
   */
  *concerned(): Iterable<SitePath | undefined> {
    const { jigsaw, posts, files } = this.#before;
    const mentions = mayMention([...this.served.old, ...this.#movedOnDisk()]);
    for (const post of posts.values()) {
      yield this.#moved.has(post.path) || mentions(post.text) ? post.path : undefined;
    }
    for (const path of files) {
      const text = isView(path) && !posts.has(path) ? jigsaw?.textOf(path) : undefined;
      if (text !== undefined) yield mentions(text) ? path : undefined;
    }
  }

  /** The edits of one text. Their places are those of the text as it will be, which a move doesn't change. */
  editsOf(path: SitePath): readonly TextEdit[] {
    const to = this.#moved.get(path) ?? path;
    const post = this.#after.posts.get(to);
    const text = post ?? textAt(path, this.#before);
    if (!text) return [];
    const page = post
      ? this.#pageOf(path, post)
      : { from: path, to, output: undefined, newOutput: undefined };
    const addresses = post ? addressesIn(post, this.#after) : addressesInView(text, this.#after);
    return addresses.flatMap((found) => {
      const target = resolveAddress(found.address, page.output, homeOf(this.#before));
      const changed = target.kind === 'local' ? this.#newPath(found, target, page) : undefined;
      if (target.kind !== 'local' || changed === undefined) return [];
      const edit = rewritePath(text.text, found, target.written, changed);
      return edit ? [edit] : [];
    });
  }

  /** Files on the disk whose name a relative address may hold, as editors resolve it. */
  #movedOnDisk(): readonly string[] {
    return [...this.#moved].filter(([from, to]) => from !== to).map(([from]) => from);
  }

  #pageOf(from: SitePath, post: Post): Page {
    const before = this.#before.posts.get(from);
    return {
      from,
      to: post.path,
      output: before && onlyOutput(before, this.#before),
      newOutput: onlyOutput(post, this.#after),
    };
  }

  /** The path that an address must have from now on; undefined where it may stay, or nothing is sure. */
  #newPath({ isSure }: FoundAddress, target: LocalTarget, page: Page): string | undefined {
    const slash = target.written.endsWith('/') && target.written !== '/' ? '/' : '';
    const served = this.served.get(target.path);
    if (target.written.startsWith('/')) {
      const isFile = isSure || this.#before.files.has(servedFrom(this.#before) + target.path);
      return served === undefined || !isFile ? undefined : `/${served}${served === '' ? '' : slash}`;
    }
    if (!isSure) return undefined;
    if (['file', 'page'].includes(servedAt(target.path, this.#before).kind))
      return this.#newRelative(target, served, slash, page);
    return this.#newOnDisk(target, slash, page);
  }

  #newRelative(
    target: LocalTarget,
    served: string | undefined,
    slash: string,
    page: Page,
  ): string | undefined {
    const { output, newOutput } = page;
    if (output === undefined || newOutput === undefined) return undefined;
    if (served === undefined && folderOf(output) === folderOf(newOutput)) return undefined;
    const old = { folder: folderOf(output), written: target.written };
    return relativePath(folderOf(newOutput), served ?? target.path, old) + slash;
  }

  /** An address that is right from the text's file only, as the editor's own preview shows it. */
  #newOnDisk(target: LocalTarget, slash: string, { from, to }: Page): string | undefined {
    const meant = resolvePath(from.split('/').slice(0, -1), target.written) as SitePath;
    if (!this.#before.files.has(meant)) return undefined;
    const now = this.#moved.get(meant) ?? meant;
    if (now === meant && folderOf(from) === folderOf(to)) return undefined;
    const old = { folder: folderOf(from), written: target.written };
    return relativePath(folderOf(to), now, old) + slash;
  }
}

function onlyOutput(post: Post, site: Site): string | undefined {
  // A `<base>` in a layout sends relative addresses elsewhere.
  if (site.jigsaw?.code.hasBase) return undefined;
  const { outputs, collection } = placementOf(post, site);
  if (!isKnown(outputs) || outputs.length !== 1 || !isKnown(collection) || collection?.map) return undefined;
  return outputs[0]?.path;
}
