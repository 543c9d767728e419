import * as vscode from 'vscode';
import { followLink } from '../../core/assist/follow-link.ts';
import { toText } from '../convert.ts';
import type { DeskPost } from '../sites/desk.ts';
import { uriOf } from './uri-of.ts';

/** A link that was followed in a preview, and what can be asked of that. */
export interface FollowedLink {
  readonly href: string;
  /** Whether the page has been searched for the place that the link names. */
  readonly seen: boolean;
  /** Puts the cursor where the link is written; undefined for one that the site's layout brings. */
  readonly goToSource: (() => Promise<void>) | undefined;
  /** Shows a place of the page. */
  readonly scrollTo: (fragment: string) => void;
}

/** Opens what a link of a post leads to: a page of the web, another post in the editor, a file of the site. */
export async function openLink(link: FollowedLink, shown: DeskPost, document: vscode.Uri): Promise<void> {
  const found = followLink(link.href, shown.post, shown.folder?.site, link.seen);
  switch (found.kind) {
    case 'outside':
      await vscode.env.openExternal(vscode.Uri.parse(found.url));
      break;
    case 'here':
      link.scrollTo(found.fragment);
      break;
    case 'file':
      await open(uriOf(found.path, shown, document)).catch(() =>
        say(link, vscode.l10n.t('There is no file at {0}.', link.href), undefined),
      );
      break;
    case 'nothing':
      await say(
        link,
        toText(found.why),
        found.path === undefined ? undefined : uriOf(found.path, shown, document),
      );
      break;
  }
}

async function open(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.stat(uri);
  await vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.One);
}

/** Says why a link leads nowhere, and leads to where it is written or to what it means. */
async function say({ goToSource }: FollowedLink, why: string, meant: vscode.Uri | undefined): Promise<void> {
  const toSource = vscode.l10n.t('Go to the Link');
  const toMeant = vscode.l10n.t('Open the File');
  const choices = [...(goToSource ? [toSource] : []), ...(meant ? [toMeant] : [])];
  const chosen = await vscode.window.showWarningMessage(why, ...choices);
  if (chosen === toSource) await goToSource?.();
  if (chosen === toMeant && meant) await open(meant);
}
