import * as vscode from 'vscode';
import { registerAddressLens } from './assist/address-lens.ts';
import { registerCompletion } from './assist/completion.ts';
import { registerDefinition } from './assist/definition.ts';
import { registerDocumentLinks } from './assist/document-links.ts';
import { registerDocumentSymbols } from './assist/document-symbols.ts';
import { registerHover } from './assist/hover.ts';
import { registerChecklist } from './checklist.ts';
import { DocumentAtHand } from './document-at-hand.ts';
import { registerProposeRequired } from './fields/propose-required.ts';
import { registerSetDate } from './fields/set-date.ts';
import { registerSuggestions } from './fields/suggestions.ts';
import { registerInsertImage } from './images/insert-image.ts';
import { registerUnusedImages } from './images/unused-images.ts';
import { registerRenamePost } from './move/rename-post.ts';
import { LinkUpdates, registerUpdateLinks } from './move/update-links.ts';
import { registerNewPost } from './new-post/register.ts';
import { registerPostContext } from './post-context.ts';
import { registerPostsView } from './posts-view/register.ts';
import { registerPreview } from './preview/register.ts';
import { registerByteOrderMark } from './problems/byte-order-mark.ts';
import { registerCheckSite } from './problems/check-site.ts';
import { registerCodeActions } from './problems/code-actions.ts';
import { registerDiagnostics } from './problems/diagnostics.ts';
import { registerFileChanges } from './problems/file-change.ts';
import { registerRemote } from './problems/remote.ts';
import { registerRuleDocumentation } from './problems/rule-documentation.ts';
import { Desk } from './sites/desk.ts';
import { registerStatusBar } from './status-bar.ts';

/** What other extensions and the tests get: a way to wait until all posts are read and judged. */
export interface CopydeskApi {
  settled(): Promise<void>;
}

/** The composition root: every feature is wired here and nowhere else. */
export function activate(context: vscode.ExtensionContext): CopydeskApi {
  const log = vscode.window.createOutputChannel('Copydesk', { log: true });
  const desk = new Desk(log);
  // Begins once all that follows is wired, and gives every feature something to wait for.
  void desk.refresh();
  const atHand = new DocumentAtHand();
  const links = new LinkUpdates(desk, log);
  context.subscriptions.push(
    log,
    desk,
    atHand,
    registerPostContext(desk),
    registerDiagnostics(desk),
    registerCodeActions(desk),
    registerByteOrderMark(log),
    registerFileChanges(log),
    registerCompletion(desk),
    registerHover(desk),
    registerInsertImage(desk),
    registerDefinition(desk),
    registerDocumentLinks(desk),
    registerDocumentSymbols(desk),
    registerAddressLens(desk, log),
    registerNewPost(desk, log),
    registerPostsView(desk, atHand, context.workspaceState, log),
    registerChecklist(desk, atHand, log),
    registerCheckSite(desk, log),
    registerStatusBar(desk, atHand),
    registerUpdateLinks(links),
    registerRenamePost(desk, links, log),
    registerSetDate(desk, log),
    registerUnusedImages(desk, log),
    registerProposeRequired(desk, log),
    registerSuggestions(desk, log),
    registerPreview(desk, atHand, context, log),
    registerRemote(desk, context, log),
    registerRuleDocumentation(context.extensionUri, log),
  );
  return { settled: () => desk.settled() };
}
