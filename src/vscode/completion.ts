import * as vscode from 'vscode';
import { type Completion, completionsAt } from '../core/assist/completion.ts';
import { PostContext } from '../core/rules/context.ts';
import { toRange, toText } from './convert.ts';
import { type Desk, POSTS } from './desk.ts';

/**
 * Letters, too: VS Code turns quick suggestions off in Markdown, and only trigger characters pop the list up there.
 * Outside front matter the answer is always empty.
 */
const TRIGGERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./ [,'];

/** Completes fields and their values in front matter. */
export function registerCompletion(desk: Desk): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    POSTS,
    {
      provideCompletionItems(document, position) {
        const found = desk.lookUp(document);
        if (!found) return [];
        const context = new PostContext(found.post, found.folder?.site, Date.now());
        const completions = completionsAt(context, document.offsetAt(position));
        return completions.map((completion, index) => toItem(completion, index, document));
      },
    },
    ...TRIGGERS,
  );
}

const KINDS: Record<Completion['kind'], vscode.CompletionItemKind> = {
  field: vscode.CompletionItemKind.Property,
  layout: vscode.CompletionItemKind.File,
  section: vscode.CompletionItemKind.Module,
  value: vscode.CompletionItemKind.Value,
  image: vscode.CompletionItemKind.File,
  date: vscode.CompletionItemKind.Constant,
};

function toItem(completion: Completion, index: number, document: vscode.TextDocument): vscode.CompletionItem {
  const detail = completion.detail && toText(completion.detail);
  const label = detail === undefined ? completion.label : { label: completion.label, description: detail };
  const item = new vscode.CompletionItem(label, KINDS[completion.kind]);
  item.insertText = completion.text;
  item.filterText = completion.label;
  item.range = toRange(document, completion.replace);
  item.sortText = String(index).padStart(5, '0');
  if (completion.documentation) item.documentation = toText(completion.documentation);
  if (completion.goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
