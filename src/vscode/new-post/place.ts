import * as vscode from 'vscode';
import { type FileNaming, folderFor, namingOf } from '../../core/compose/file-naming.ts';
import { lastPost } from '../../core/compose/last-post.ts';
import { folderOf } from '../../core/site/file-index.ts';
import type { SitePath } from '../../core/site/files.ts';
import type { Collection } from '../../core/site/jigsaw/model.ts';
import { postCollections } from '../../core/site/posts.ts';
import { sourceFolder } from '../../core/site/site.ts';
import type { Desk } from '../sites/desk.ts';
import { pickSite } from '../sites/pick-site.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

/** Where a new post goes, and how its file is named there. */
export interface Place {
  readonly folder: SiteFolder;
  readonly collection: Collection | undefined;
  readonly directory: SitePath;
  readonly naming: FileNaming;
}

/**
 * The place for a new post: the folder that the writer chose in the explorer, or a collection, which is asked for only
 * where several hold posts.
 * @param heading what the writer is doing.
 */
export async function choosePlace(
  desk: Desk,
  heading: string,
  chosen: vscode.Uri | undefined,
): Promise<Place | undefined> {
  await desk.found();
  const owner = chosen && desk.folderOf(chosen);
  const path = chosen && owner?.pathOf(chosen);
  if (owner && path !== undefined) return placeFor(owner, path, { isExact: true });
  const folder = await pickSite(desk, heading);
  if (!folder) return undefined;
  const holding = postCollections(folder.site);
  const [only] = holding;
  if (holding.length > 1) return await pickCollection(folder, heading, holding);
  if (only) return placeFor(folder, only.folder, { isExact: false });
  // Without collections, a new post goes where the last one is.
  const last = lastPost(folder.site, undefined);
  const directory = last ? (folderOf(last.path) as SitePath) : sourceFolder(folder.site);
  return placeFor(folder, directory, { isExact: true });
}

/** @param isExact whether the writer chose this very folder, so that none for the year comes below it. */
export function placeFor(
  folder: SiteFolder,
  directory: SitePath,
  { isExact }: { readonly isExact: boolean },
): Place {
  const { site } = folder;
  const collection = site.jigsaw?.collections.find((each) => `${directory}/`.startsWith(`${each.folder}/`));
  const naming = namingOf(site, collection);
  return {
    folder,
    collection,
    directory: isExact ? directory : folderFor(directory, naming, Date.now()),
    naming,
  };
}

/** Those that hold posts stand first; authors and categories have pages, too. */
async function pickCollection(
  folder: SiteFolder,
  heading: string,
  holding: readonly Collection[],
): Promise<Place | undefined> {
  const others = (folder.site.jigsaw?.collections ?? []).filter((each) => !holding.includes(each));
  const items = [...holding, ...others].map(({ name, folder: directory }) => ({
    label: name,
    description: directory,
    directory,
  }));
  const placeHolder = vscode.l10n.t('In which collection?');
  const picked = await vscode.window.showQuickPick(items, { title: heading, placeHolder });
  return picked && placeFor(folder, picked.directory, { isExact: false });
}
