import { isBlade, isMarkdown } from '../../post/file-kind.ts';
import type { SitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import type { Collection, JigsawConfig } from './model.ts';
import { fileNameOf } from './path-pattern.ts';
import { dirname } from './php/paths.ts';

/** What a build makes of a file. */
export type Fate =
  /** A post of a collection. */
  | { readonly kind: 'item'; readonly collection: Collection }
  /** A page of its own, Markdown or Blade. */
  | { readonly kind: 'page'; readonly markdown: boolean }
  /** Copied as it is, front matter and all. */
  | { readonly kind: 'copied' }
  /** Left out without a word. */
  | { readonly kind: 'skipped'; readonly why: Skipped }
  /** The build dies of it, in PHP's own words; `post` is the one that it is taken for, if any. */
  | { readonly kind: 'crash'; readonly error: string; readonly post: SitePath | undefined }
  /** Not below the source folder: no content. */
  | { readonly kind: 'outside' };

/**
 * `extension`: in a collection's folder, but neither Markdown nor Blade; `underscore-file`: a name with `_` in front
 * in a collection; `underscore-folder`: below a top-level `_folder` that is no collection, or itself `_file` there;
 * `dotfile`: a hidden file in a collection; `system`: version control, `.DS_Store`.
 */
export type Skipped = 'extension' | 'underscore-file' | 'underscore-folder' | 'dotfile' | 'system';

/** Folders that Symfony's Finder never enters. */
const VERSION_CONTROL = new Set([
  ...['.svn', '_svn', 'CVS', '_darcs', '.arch-params', '.monotone', '.bzr', '.git', '.hg'],
]);

/**
 * What a build makes of a file, by its name and place alone: Jigsaw's handlers in their order (`SiteBuilder`), after
 * what the collection's loader took (`CollectionDataLoader`).
 * @param exists whether the site has a file at a path.
 * @returns unknown where the collections are.
 */
export function fateOf(
  path: SitePath,
  config: JigsawConfig,
  exists: (path: SitePath) => boolean,
): Known<Fate> {
  const source = config.source === '' ? '' : `${config.source}/`;
  if (!path.startsWith(source)) return { kind: 'outside' };
  const below = path.slice(source.length);
  const parts = below.split('/');
  const name = parts.pop() ?? '';
  if (name === '.DS_Store' || parts.some((part) => VERSION_CONTROL.has(part))) return skipped('system');
  const [top] = parts;
  if (top?.startsWith('_')) {
    if (config.collections instanceof Unknown) return config.collections;
    const collection = config.collections.find((each) => each.name === top.slice(1));
    if (collection) return fateInCollection(path, name, collection, exists);
  }
  if (below.startsWith('_')) return skipped('underscore-folder');
  if (isMarkdown(name) && !name.startsWith('.')) return { kind: 'page', markdown: true };
  return isBlade(name) ? { kind: 'page', markdown: false } : { kind: 'copied' };
}

function skipped(why: Skipped): Fate {
  return { kind: 'skipped', why };
}

/** Whether a file of this name in a collection's folder is one of its posts. */
export function isItemName(name: string): boolean {
  return !/^[._]/.test(name) && (isMarkdown(name) || isBlade(name));
}

function fateInCollection(
  path: SitePath,
  name: string,
  collection: Collection,
  exists: (path: SitePath) => boolean,
): Fate {
  if (isItemName(name)) return { kind: 'item', collection };
  if (name.startsWith('_')) return skipped('underscore-file');
  if (name.startsWith('.')) {
    // Jigsaw asks twice who handles it, and the second time it finds no extension.
    return isMarkdown(name) && !isBlade(name)
      ? { kind: 'crash', error: 'Call to a member function getItemVariables() on null', post: undefined }
      : skipped('dotfile');
  }
  // Any other file is looked up among the posts by its name: one that has a post's name is taken for it.
  const post = [...candidates(path, collection)].find(exists);
  return post
    ? { kind: 'crash', error: 'Call to a member function handleCollectionItem() on null', post }
    : skipped('extension');
}

const ITEM_EXTENSIONS = ['md', 'markdown', 'mdown', 'blade.md', 'blade.php', 'blade.markdown', 'blade.mdown'];

/** The posts that have the key of a file that is none (`Collection::itemKey`). */
function* candidates(path: SitePath, { folder }: Collection): Generator<SitePath> {
  const name = fileNameOf(path);
  const below = dirname(path.slice(folder.length + 1));
  const folders = below === '.' ? [folder] : [`${folder}/${below}`];
  if (below.startsWith('_')) folders.push(folder);
  for (const each of folders) {
    for (const extension of ITEM_EXTENSIONS) yield `${each}/${name}.${extension}` as SitePath;
  }
}
