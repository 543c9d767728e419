// What a test in the extension host does over and over: open a post, type, wait until Copydesk has answered.
import * as vscode from 'vscode';
import type { SuiteSettings } from './report.ts';

export const seedPost = 'source/_posts/us-blames-iran.md';

export function suiteSettings(): SuiteSettings {
  const settings = vscode.workspace.getConfiguration().get<SuiteSettings>('copydeskTests');
  if (!settings) throw new Error('The suite was started without its settings (copydeskTests).');
  return settings;
}

/** The place of a file in the site that is open; paths are relative to the site's root. */
export function inSite(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Puts a file of the sample site back to what it was and opens it, whatever an earlier test did to it. */
export async function openPost(path: string = seedPost): Promise<vscode.TextEditor> {
  const pristine = inSite('').with({ path: `${suiteSettings().pristine}/${path}` });
  return await openText(path, new TextDecoder().decode(await vscode.workspace.fs.readFile(pristine)));
}

/** Writes a file into the site, closes editors that know it otherwise, and opens it. */
export async function openText(path: string, text: string): Promise<vscode.TextEditor> {
  await closeAll();
  await vscode.workspace.fs.writeFile(inSite(path), new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(inSite(path));
  if (document.isDirty) {
    // An earlier test has changed it where no editor shows it, and left it without saving.
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  // The editor's model may still hold what was there before, until it has seen the change on disk.
  await eventually(
    `${path} to show what was written`,
    () => document.getText() === withoutMark(text) || undefined,
  );
  return await vscode.window.showTextDocument(document);
}

export async function remove(path: string): Promise<void> {
  await closeAll();
  await vscode.workspace.fs.delete(inSite(path), { useTrash: false });
}

/** Resolves when all posts are read and judged. */
export async function settled(): Promise<void> {
  await vscode.extensions.getExtension<{ settled(): Promise<void> }>('copydesk.copydesk')?.exports.settled();
}

/** Closes every editor, without a question about what isn't saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Replaces the only place where `before` stands. */
export async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(before);
  if (start < 0) throw new Error(`“${before}” isn’t in ${document.uri.path}.`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  if (!(await editor.edit((edit) => edit.replace(range, after)))) throw new Error('The edit was refused.');
}

/** Puts the cursor behind the first place where `text` stands, and says where that is. */
export function placeCursor(editor: vscode.TextEditor, text: string): vscode.Position {
  const start = editor.document.getText().indexOf(text);
  if (start < 0) throw new Error(`“${text}” isn’t in ${editor.document.uri.path}.`);
  const position = editor.document.positionAt(start + text.length);
  editor.selection = new vscode.Selection(position, position);
  return position;
}

/** Asks again until there is an answer. @throws when there is none in time, with the last thing that went wrong */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | PromiseLike<T | undefined>,
  milliseconds = 10_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${milliseconds} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The commands of VS Code that take what a box proposes, and that close it. */
export const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';
export const CANCEL = 'workbench.action.closeQuickOpen';

/** Waits until a command that asks the writer has ended. @param answers what is done meanwhile, over and over */
export async function answered(asking: PromiseLike<unknown>, ...answers: readonly string[]): Promise<void> {
  let isDone = false;
  void asking.then(() => {
    isDone = true;
  });
  await eventually('the command to end', async () => {
    for (const answer of answers) await vscode.commands.executeCommand(answer);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return isDone || undefined;
  });
}

/** Gives one of Copydesk's settings another value for as long as something runs. */
export async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('copydesk');
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await configuration.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Copydesk's problems of a document as `code @line: message`, lines from 1, in the document's order. */
export function problemsOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((problem) => problem.source === 'Copydesk')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((problem) => `${codeOf(problem)} @${problem.range.start.line + 1}: ${problem.message}`);
}

/** A problem's rule, whichever of the two forms it is given in. */
export function codeOf(problem: vscode.Diagnostic): string {
  const { code } = problem;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a problem of that rule. */
export function problem(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${uri.path}; there are: ${problemsOf(uri).join(' | ')}`, () =>
    vscode.languages.getDiagnostics(uri).find((one) => codeOf(one) === rule),
  );
}

/** Waits until no problem of that rule is left. */
export async function noProblem(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(`${rule} to leave ${uri.path}`, () =>
    vscode.languages.getDiagnostics(uri).some((one) => codeOf(one) === rule) ? undefined : true,
  );
}

/** The quick fixes that the editor offers at a problem. */
export async function fixesFor(
  uri: vscode.Uri,
  at: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    at.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** The titles of what the light bulb offers behind the first place where `text` stands. */
export async function offeredAt(
  editor: vscode.TextEditor,
  text: string,
  kind = vscode.CodeActionKind.Refactor,
): Promise<readonly string[]> {
  const at = placeCursor(editor, text);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    new vscode.Range(at, at),
    kind.value,
  );
  return actions.map(({ title }) => title);
}

/** Applies the quick fix of that title, as a click on it would. */
export async function fix(uri: vscode.Uri, at: vscode.Diagnostic, title: string): Promise<void> {
  const offered = await fixesFor(uri, at);
  const chosen = offered.find((action) => action.title === title);
  if (!chosen)
    throw new Error(`No fix “${title}”; there are: ${offered.map((action) => action.title).join(' | ')}`);
  if (chosen.edit && !(await vscode.workspace.applyEdit(chosen.edit)))
    throw new Error(`“${title}” was refused.`);
  if (chosen.command)
    await vscode.commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []));
}

/** The labels that completion offers at a position, Copydesk's and all others'. */
export async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  trigger?: string,
): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** A byte order mark is the editor's business and not part of a document's text. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
