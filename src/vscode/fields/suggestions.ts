import * as vscode from 'vscode';
import { postCount } from '../../core/assist/post-count.ts';
import { addNames, setText } from '../../core/compose/change-field.ts';
import {
  type SuggestionSource,
  suggestDescriptions,
  suggestKeywords,
  usualCount,
} from '../../core/compose/suggest/suggest.ts';
import { fieldOf } from '../../core/post/fields.ts';
import { placementOf } from '../../core/site/placement.ts';
import { habitsIn } from '../../core/site/site.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import { registerCommand } from '../command.ts';
import { toRange, toText, toTextEdits } from '../convert.ts';
import { textOf } from '../document-text.ts';
import { type Desk, POSTS } from '../sites/desk.ts';
import { onTwoLines } from './two-lines.ts';

const KEYWORDS = 'copydesk.suggestKeywords';
const DESCRIPTION = 'copydesk.suggestDescription';

/** How many keywords and descriptions there are to choose from. */
const KEYWORD_CHOICE = 20;
const DESCRIPTION_CHOICE = 4;

/** "Copydesk: Suggest Keywords" and "Suggest Description": what the text is about, chosen from lists. */
export function registerSuggestions(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(log, KEYWORDS, () => withActivePost(desk, chooseKeywords)),
    registerCommand(log, DESCRIPTION, () => withActivePost(desk, chooseDescription)),
    vscode.languages.registerCodeActionsProvider(
      POSTS,
      { provideCodeActions: (document, range) => offers(desk, document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] },
    ),
  );
}

interface ActivePost extends SuggestionSource {
  readonly document: vscode.TextDocument;
}

async function withActivePost(desk: Desk, choose: (active: ActivePost) => Promise<void>): Promise<void> {
  await desk.found();
  const document = vscode.window.activeTextEditor?.document;
  const found = document && desk.lookUp(document);
  if (!found) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open a post first: the suggestions are made from its text.'),
    );
    return;
  }
  const { post, folder } = found;
  const site = folder?.site;
  const habits = site && habitsIn(site, placementOf(post, site).collectionName);
  await choose({ document, post, site, habits });
}

async function chooseKeywords(active: ActivePost): Promise<void> {
  const { post, habits } = active;
  const usual = usualCount(habits);
  const known = habits?.fields.get('keywords')?.values;
  const items = suggestKeywords(active, KEYWORD_CHOICE).map((label, place) => {
    const posts = known?.get(label);
    return {
      label,
      picked: place < usual && !fieldOf(post, 'keywords')?.node.value,
      ...(posts !== undefined && { description: toText(postCount(posts)) }),
    };
  });
  if (items.length === 0) return await tooShort();
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Suggest Keywords'),
    placeHolder: vscode.l10n.t('Words that say what the post is about, the most telling first'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  const names = picked?.map(({ label }) => label) ?? [];
  await apply(active, addNames(post, habits, 'keywords', names));
}

async function chooseDescription(active: ActivePost): Promise<void> {
  const texts = suggestDescriptions(active, DESCRIPTION_CHOICE);
  const items = texts.map((text) => ({ ...onTwoLines(text), text }));
  if (items.length === 0) return await tooShort();
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Suggest Description'),
    placeHolder: vscode.l10n.t('Sentences from the post that search results show in full'),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (picked) await apply(active, setText(active.post, active.habits, 'description', picked.text));
}

/** Changes the text unless the writer has gone on writing while choosing: then the places are no longer right. */
async function apply({ document, post }: ActivePost, edit: TextEdit | undefined): Promise<void> {
  if (!edit) return;
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, toTextEdits(document, [edit]));
  const isSame = textOf(document) === post.text;
  if (isSame && (await vscode.workspace.applyEdit(change))) return;
  await vscode.window.showErrorMessage(
    vscode.l10n.t('The post has changed in the meantime, so nothing was written. Try again.'),
  );
}

async function tooShort(): Promise<void> {
  await vscode.window.showInformationMessage(
    vscode.l10n.t('There is too little text in this post to suggest anything new. Write some more first.'),
  );
}

/** The commands as code actions on the fields that they fill, or where front matter begins that lacks them. */
function offers(desk: Desk, document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const post = desk.lookUp(document)?.post;
  if (!post) return [];
  const commands = [
    { key: 'keywords', command: KEYWORDS, title: vscode.l10n.t('Suggest keywords…') },
    { key: 'description', command: DESCRIPTION, title: vscode.l10n.t('Suggest a description…') },
  ];
  return commands.flatMap(({ key, command, title }) => {
    const place = fieldOf(post, key)?.span ?? post.frontMatter?.opener;
    if (!place || !toRange(document, place).intersection(range)) return [];
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
    action.command = { command, title };
    return [action];
  });
}
