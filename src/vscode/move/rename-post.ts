import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../core/config/copydesk-config.ts';
import { titleOf } from '../../core/fields/title.ts';
import { pathForTitle } from '../../core/move/name-after-title.ts';
import { fieldOf } from '../../core/post/fields.ts';
import type { Post } from '../../core/post/post.ts';
import { fileName } from '../../core/site/file-index.ts';
import type { SitePath } from '../../core/site/files.ts';
import { pageAddress } from '../../core/site/page-address.ts';
import { registerCommand } from '../command.ts';
import { targetUri } from '../command-target.ts';
import { toRange } from '../convert.ts';
import { textOf } from '../document-text.ts';
import { type Desk, type DeskPost, isPostLanguage, POSTS } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { addChanges, type Following, followMoves } from './follow-moves.ts';
import type { LinkUpdates } from './update-links.ts';

const RENAME = 'copydesk.renamePost';
const UPDATE_LINKS = 'copydesk.updateLinksToPost';

/** Fields that an address is often made of. */
const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['title', 'date', 'slug', 'path', 'permalink']);

/**
 * "Copydesk: Rename Post to Match Its Title", and the same from the light bulb of a title that has changed. What leads
 * to the post follows, and its old address gets a redirect where the site has a file of them. Where a field has changed
 * the address without the file's name, the links alone follow.
 */
export function registerRenamePost(
  desk: Desk,
  links: LinkUpdates,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const renaming = new Renaming(desk, links);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => renaming.remember(document)),
    desk.onDidLint(() => {
      for (const { document } of vscode.window.visibleTextEditors) renaming.remember(document);
    }),
    registerCommand(log, RENAME, (argument: unknown) => renaming.rename(argument)),
    registerCommand(log, UPDATE_LINKS, (argument: unknown) => renaming.updateLinks(argument)),
    vscode.languages.registerCodeActionsProvider(
      POSTS,
      { provideCodeActions: (document, range) => renaming.actions(document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.RefactorMove] },
    ),
  );
}

class Renaming {
  readonly #desk: Desk;
  readonly #links: LinkUpdates;
  /** Posts as they were when they were opened, and by which the links to them have been right. */
  readonly #was = new WeakMap<vscode.TextDocument, Post>();

  constructor(desk: Desk, links: LinkUpdates) {
    this.#desk = desk;
    this.#links = links;
  }

  /** Keeps how a post was opened. */
  remember(document: vscode.TextDocument): void {
    if (this.#was.has(document) || !isPostLanguage(document)) return;
    const post = this.#desk.lookUp(document)?.post;
    if (post) this.#was.set(document, post);
  }

  /** What the light bulb offers, and only at a field that has changed. */
  async actions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    await this.#desk.found();
    const found = this.#desk.lookUp(document);
    const was = this.#was.get(document);
    if (!found?.folder || !was || was === found.post) return [];
    const { post, folder } = found;
    // What can't be read gets no page, and so no other address.
    if (post.frontMatter?.problem) return [];
    const field = (post.frontMatter?.fields ?? []).find(({ span }) =>
      toRange(document, span).intersection(range),
    );
    if (!field || !ADDRESS_FIELDS.has(field.key)) return [];
    if (fieldOf(was, field.key)?.node.value === field.node.value) return [];
    const offered: vscode.CodeAction[] = [];
    const title = field.key === 'title' ? titleOf(post) : undefined;
    if (title !== undefined && pathForTitle(post, title, folder.site) !== post.path)
      offered.push(action(vscode.l10n.t('Rename the file to match the title'), RENAME, document));
    if (urlOf(was, folder) !== urlOf(post, folder))
      offered.push(action(vscode.l10n.t('Update links to the new address'), UPDATE_LINKS, document));
    return offered;
  }

  /** Gives a post's file the name that its title asks for. */
  async rename(argument: unknown): Promise<void> {
    const document = await documentOf(argument);
    await this.#desk.found();
    const found = document && this.#desk.lookUp(document);
    if (!document || !found?.folder)
      return tell(vscode.l10n.t('First open the post that you want to rename.'));
    const { post, folder } = found;
    const title = titleOf(post);
    if (title === undefined) return tell(vscode.l10n.t('The post has no title to be named after.'));
    const to = pathForTitle(post, title, folder.site);
    if (to === post.path) return tell(vscode.l10n.t('{0} is already named after its title.', fileName(to)));
    const taken = folder.site.files.ignoringCase(to).find((path) => path !== post.path);
    if (taken) return tell(vscode.l10n.t('{0} is already there, so nothing is renamed.', taken));
    await this.#follow(document, { post, folder }, to);
  }

  /** Lets links follow a post whose address has changed by its text alone. */
  async updateLinks(argument: unknown): Promise<void> {
    const document = await documentOf(argument);
    await this.#desk.found();
    const found = document && this.#desk.lookUp(document);
    if (document && found?.folder) await this.#follow(document, found, found.post.path);
  }

  async #follow(document: vscode.TextDocument, { post, folder }: DeskPost, to: SitePath): Promise<void> {
    if (!folder) return;
    const was = this.#was.get(document);
    const moves = to === post.path ? [] : [{ from: post.path, to }];
    const following = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Looking for links…'),
        cancellable: true,
      },
      (_progress, token) => followMoves(folder, moves, token, was === post ? undefined : was),
    );
    if (!(await confirm(post.path, to, following, folder))) return;
    if (!following.isCurrent() || textOf(document) !== post.text)
      return tell(vscode.l10n.t('The post has changed in the meantime, so nothing was written. Try again.'));
    const edit = new vscode.WorkspaceEdit();
    addChanges(edit, following);
    const renames = to === post.path ? [] : [{ oldUri: folder.uriOf(post.path), newUri: folder.uriOf(to) }];
    for (const { oldUri, newUri } of renames)
      edit.renameFile(oldUri, newUri, { overwrite: false, ignoreIfExists: false });
    if (!(await this.#links.applyAll(edit, renames)))
      return tell(vscode.l10n.t('{0} could not be renamed.', post.path));
    this.#links.report(following);
    const now = this.#desk.lookUp(document)?.post;
    if (now) this.#was.set(document, now);
  }
}

function action(title: string, command: string, { uri }: vscode.TextDocument): vscode.CodeAction {
  const offered = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorMove);
  offered.command = { command, title, arguments: [uri] };
  return offered;
}

function urlOf(post: Post, { site }: SiteFolder): string | undefined {
  return pageAddress(post, site)?.url;
}

/** How many files are named before anything is changed in them. */
const MOST_NAMES = 10;

/** Asks before anything is changed, and says what will be. */
async function confirm(
  from: SitePath,
  to: SitePath,
  following: Following,
  folder: SiteFolder,
): Promise<boolean> {
  const isRenamed = from !== to;
  const go = isRenamed ? vscode.l10n.t('Rename') : vscode.l10n.t('Update Links');
  const question = isRenamed
    ? vscode.l10n.t('Rename {0} to {1}?', fileName(from), fileName(to))
    : vscode.l10n.t('Update the links to {0}?', fileName(from));
  const detail = detailOf(following, folder);
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, go)) === go;
}

const oldAddressStops = () =>
  vscode.l10n.t(
    'If the post is online already, its old address stops working, also in bookmarks and on other websites.',
  );

function detailOf(following: Following, folder: SiteFolder): string {
  const { edits, redirects, redirectFile, isRedirectFileUnreadable, unknown } = following;
  const addresses = redirects.map(({ from, to }) => vscode.l10n.t('{0} becomes {1}.', from, to));
  const files = edits.map(([uri]) => folder.pathOf(uri) ?? uri.path).filter((path) => path !== redirectFile);
  const links = files.slice(0, MOST_NAMES).map((path) => `• ${path}`);
  if (unknown.length > 0)
    links.unshift(vscode.l10n.t('Only the build knows its address, so links to it stay as they are.'));
  else if (files.length === 0) links.unshift(vscode.l10n.t('No link has to change.'));
  else links.unshift(vscode.l10n.t('Links change in:'));
  if (files.length > MOST_NAMES) links.push(vscode.l10n.t('• and {0} more', files.length - MOST_NAMES));
  const readers: string[] = [];
  if (redirectFile && isRedirectFileUnreadable)
    readers.push(
      vscode.l10n.t('{0} can’t be read, so it gets no redirect.', redirectFile),
      oldAddressStops(),
    );
  else if (redirectFile)
    readers.push(vscode.l10n.t('{0} gets a redirect, which leads readers to the new address.', redirectFile));
  else if (redirects.length > 0)
    readers.push(
      oldAddressStops(),
      vscode.l10n.t(
        'Copydesk can write a redirect instead: name your host’s file for them in {0}, such as {1}.',
        CONFIG_FILE,
        '"redirects": { "file": "source/_redirects" }',
      ),
    );
  const paragraphs = [addresses, links, readers].filter((lines) => lines.length > 0);
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n');
}

async function documentOf(argument: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = targetUri(argument);
  return uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
}

async function tell(text: string): Promise<void> {
  await vscode.window.showInformationMessage(text);
}
