import * as vscode from 'vscode';
import { type Draft, textOf, withLineEnds } from '../../core/compose/draft.ts';
import type { SitePath } from '../../core/site/files.ts';
import { isLocked } from '../locked.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { type Writing, writeNewFile } from './write-new-file.ts';

/**
 * Writes the whole post in one step that fails when the file exists, so that nothing is ever overwritten or half
 * written, and opens it with a place for Tab to stop at for everything that is to be filled in.
 */
export async function createPost(folder: SiteFolder, path: SitePath, draft: Draft): Promise<void> {
  const uri = folder.uriOf(path);
  const contents = new TextEncoder().encode(textOf(draft));
  const writing = await writeNewFile(uri, contents);
  if (writing.kind !== 'written') {
    void vscode.window.showErrorMessage(whyNot(path, writing));
    return;
  }
  // Told before the watcher does, so that nobody is warned of a file that isn't there.
  await folder.changeFile(path);
  const document = await vscode.workspace.openTextDocument(uri);
  // In a tab of its own: one that shows another file next would say that nothing was made.
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const hasStops = draft.some((piece) => typeof piece !== 'string');
  if (!hasStops || document.getText() !== textOf(draft)) return;
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  // Not one step to undo: what undoing it would bring back is the same text.
  await editor.insertSnippet(toSnippet(withLineEnds(draft, '\n')), everything, {
    undoStopBefore: false,
    undoStopAfter: false,
    keepWhitespace: true,
  });
}

function whyNot(path: SitePath, writing: Exclude<Writing, { kind: 'written' }>): string {
  if (writing.kind === 'exists')
    return vscode.l10n.t(
      '{0} has just been created by somebody else. It stays as it is; choose another title.',
      path,
    );
  const { error } = writing;
  return !(error instanceof Error) || isLocked(error)
    ? vscode.l10n.t('{0} could not be written: its folder can’t be changed. Nothing was created.', path)
    : vscode.l10n.t('{0} could not be written, so nothing was created. {1}', path, error.message);
}

/** Tab leads to the fields from top to bottom, and last to the text. */
function toSnippet(draft: Draft): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  let fields = 0;
  for (const piece of draft) {
    if (typeof piece === 'string') {
      snippet.appendText(piece);
      continue;
    }
    if (piece.stop === 'field') fields += 1;
    const number = piece.stop === 'body' ? 0 : fields;
    if (piece.text === '') snippet.appendTabstop(number);
    else snippet.appendPlaceholder((inner) => inner.appendText(piece.text), number);
  }
  return snippet;
}
