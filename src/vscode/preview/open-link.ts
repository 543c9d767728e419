import * as vscode from 'vscode';
import type { Post } from '../../core/post/post.ts';
import { resolveAddress } from '../../core/site/address.ts';
import { placementOf } from '../../core/site/placement.ts';
import { type Site, sourceFolder } from '../../core/site/site.ts';
import type { DeskPost } from '../desk.ts';

/** What the editor hands to the system: addresses of the web, of people and of telephones. */
const outside = /^(?:https?|mailto|tel):/i;

/** Opens what a link of a post leads to: a page of the web, another post in the editor, a file of the site. */
export async function openLink(href: string, { post, folder }: DeskPost): Promise<void> {
  const address = href.trim().replace(/^\/\//, 'https://');
  if (outside.test(address)) {
    await vscode.env.openExternal(vscode.Uri.parse(address));
    return;
  }
  const output = folder ? placementOf(post, folder.site).outputPath : undefined;
  const target = resolveAddress(address, output);
  if (folder && target.kind === 'local') {
    const path = postAt(target.path, folder.site) ?? fileAt(target.path, folder.site);
    if (path !== undefined) {
      await vscode.commands.executeCommand('vscode.open', folder.uriOf(path), vscode.ViewColumn.One);
      return;
    }
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('This site has no post or file at the address {0}.', address),
  );
}

/** The post that the site serves at a path such as `blog/my-post`. */
function postAt(path: string, site: Site): Post['path'] | undefined {
  const wanted = new Set([path, `${path}/index.html`, `${path}.html`].map((each) => each.replace(/^\//, '')));
  for (const post of site.posts.values()) {
    const { outputPath } = placementOf(post, site);
    if (outputPath !== undefined && wanted.has(outputPath)) return post.path;
  }
  return undefined;
}

function fileAt(path: string, site: Site): Post['path'] | undefined {
  const source = sourceFolder(site);
  const file = source === '' ? path : `${source}/${path}`;
  return site.files.has(file) ? (file as Post['path']) : undefined;
}
