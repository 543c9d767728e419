import * as vscode from 'vscode';
import { resolveAddress } from '../../core/site/address.ts';
import { homeOf } from '../../core/site/home.ts';
import { placeOf } from '../../core/site/place.ts';
import { placementOf } from '../../core/site/placement.ts';
import type { DeskPost } from '../sites/desk.ts';

/** What the editor hands to the system: addresses of the web, of people and of telephones. */
const outside = /^(?:https?|mailto|tel):/i;

/** Opens what a link of a post leads to: a page of the web, another post in the editor, a file of the site. */
export async function openLink(href: string, { post, folder }: DeskPost): Promise<void> {
  const address = href.trim().replace(/^\/\//, 'https://');
  const output = folder ? placementOf(post, folder.site).outputPath : undefined;
  const target = resolveAddress(address, output, homeOf(folder?.site));
  if (folder && target.kind === 'local') {
    const place = placeOf(target, post.path, folder.site, 'page');
    if (place.kind === 'there' && (folder.site.files.has(place.path) || folder.site.posts.has(place.path))) {
      await vscode.commands.executeCommand('vscode.open', folder.uriOf(place.path), vscode.ViewColumn.One);
      return;
    }
  }
  if (outside.test(address)) {
    await vscode.env.openExternal(vscode.Uri.parse(address));
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('This site has no post or file at the address {0}.', address),
  );
}
