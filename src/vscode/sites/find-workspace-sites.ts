import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../core/config/copydesk-config.ts';
import { fileName } from '../../core/site/file-index.ts';
import { isForeign, ROOT } from '../../core/site/files.ts';
import { findSites, type Generator, generatorOf } from '../../core/site/find-sites.ts';
import { Disk } from './disk.ts';

/** A folder that is the root of a site. */
export interface FoundSite {
  readonly root: vscode.Uri;
  readonly generator: Generator;
}

/** How far above an opened folder a site is looked for: `source/_posts` of a site is found to be a part of it. */
const HIGHEST = 4;

/** The sites of the workspace: below its folders or around them, each once, and none inside another. */
export async function findWorkspaceSites(): Promise<readonly FoundSite[]> {
  const sites = new Map<string, FoundSite>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const below = await sitesBelow(uri);
    for (const site of below.length > 0 ? below : await siteAround(uri))
      sites.set(site.root.toString(), site);
  }
  const all = [...sites.values()];
  return all.filter((site) => !all.some((other) => other !== site && isAround(other.root, site.root)));
}

async function sitesBelow(folder: vscode.Uri): Promise<readonly FoundSite[]> {
  const sites = await findSites(new Disk(folder));
  return sites.map(({ path, generator }) => ({
    root: path === ROOT ? folder : vscode.Uri.joinPath(folder, path),
    generator,
  }));
}

async function siteAround(folder: vscode.Uri): Promise<readonly FoundSite[]> {
  let root = folder;
  for (let level = 0; level < HIGHEST && root.path.lastIndexOf('/') > 0; level += 1) {
    root = vscode.Uri.joinPath(root, '..');
    const generator = await generatorOf(new Disk(root), ROOT);
    if (generator) return [{ root, generator }];
  }
  return [];
}

/** Whether a folder is another one, or lies around it. */
export function isAround(outer: vscode.Uri, inner: vscode.Uri): boolean {
  const isOfOneDisk = inner.scheme === outer.scheme && inner.authority === outer.authority;
  return isOfOneDisk && `${inner.path}/`.startsWith(`${outer.path.replace(/\/$/, '')}/`);
}

/** Whether a site has come with a folder. A file holds none, and neither does what is hidden or foreign. */
export async function bringsSite(uri: vscode.Uri): Promise<boolean> {
  return !isPassedOver(uri) && (await sitesBelow(uri)).length > 0;
}

/** The names by which a folder is known to be a site (`generatorOf`). */
const TELLING = new Set(['config.php', 'bootstrap.php', 'composer.json', CONFIG_FILE, 'source', '_layouts']);

/** Whether a folder may be a site, or none any more, because of what happened to this file. */
export function tellsOfSite(uri: vscode.Uri): boolean {
  return TELLING.has(fileName(uri.path)) && !isPassedOver(uri);
}

function isPassedOver(uri: vscode.Uri): boolean {
  const below = vscode.workspace.asRelativePath(uri, false);
  return below.split('/').some((name) => isForeign(name) || name.startsWith('.'));
}
