import * as vscode from 'vscode';
import { registerAddressLens } from './address-lens.ts';
import { registerByteOrderMark } from './byte-order-mark.ts';
import { registerCheckSite } from './check-site.ts';
import { registerChecklist } from './checklist.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import { Desk } from './desk.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDocumentLinks } from './document-links.ts';
import { registerDocumentSymbols } from './document-symbols.ts';
import { registerFileChanges } from './file-change.ts';
import { registerHover } from './hover.ts';
import { registerNewPost } from './new-post/register.ts';
import { registerPostsView } from './posts-view/register.ts';
import { registerCopyHtml } from './preview/copy-html.ts';
import { registerPreview } from './preview/register.ts';
import { registerProposeRequired } from './propose-required.ts';
import { registerRemote } from './remote.ts';
import { registerRenamePost } from './rename-post.ts';
import { registerRuleDocumentation } from './rule-documentation.ts';
import { registerSetDate } from './set-date.ts';
import { registerStatusBar } from './status-bar.ts';
import { registerSuggestions } from './suggestions.ts';
import { registerUnusedImages } from './unused-images.ts';
import { LinkUpdates, registerUpdateLinks } from './update-links.ts';

/** What other extensions and the tests get: a way to wait until all posts are read and judged. */
export interface CopydeskApi {
  settled(): Promise<void>;
}

/** The composition root: every feature is wired here and nowhere else. */
export function activate(context: vscode.ExtensionContext): CopydeskApi {
  const log = vscode.window.createOutputChannel('Copydesk', { log: true });
  const desk = new Desk(log);
  const links = new LinkUpdates(desk, log);
  context.subscriptions.push(
    log,
    desk,
    registerDiagnostics(desk),
    registerCodeActions(desk),
    registerByteOrderMark(),
    registerFileChanges(),
    registerCompletion(desk),
    registerHover(desk),
    registerDefinition(desk),
    registerDocumentLinks(desk),
    registerDocumentSymbols(desk),
    registerAddressLens(desk),
    registerNewPost(desk, log),
    registerPostsView(desk, context.workspaceState, log),
    registerChecklist(desk),
    registerCheckSite(desk),
    registerStatusBar(desk),
    registerUpdateLinks(links),
    registerRenamePost(desk, links),
    registerSetDate(desk),
    registerUnusedImages(desk),
    registerProposeRequired(desk),
    registerSuggestions(desk),
    registerPreview(desk, context, log),
    registerRemote(desk, context, log),
    registerCopyHtml(desk),
    registerRuleDocumentation(context.extensionUri),
  );
  void desk.refresh();
  return { settled: () => desk.settled() };
}
