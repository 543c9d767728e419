import * as vscode from 'vscode';
import { type Completion, type Completions, completionsAt } from '../../core/assist/completion.ts';
import { PostContext } from '../../core/rules/context.ts';
import type { SitePath } from '../../core/site/files.ts';
import { toRange, toText } from '../convert.ts';
import { offsetAt } from '../document-text.ts';
import { type Desk, isPostLanguage, POSTS } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { describeImage } from './image-file.ts';
import { reader } from './reader.ts';

/**
 * Letters, too: VS Code turns quick suggestions off in Markdown. Outside front matter and addresses the answer is
 * always empty.
 */
const TRIGGERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./ [,("\'#'];

/** Completes fields and their values in front matter, links to other posts by their titles, and the addresses of images. */
export function registerCompletion(desk: Desk): vscode.Disposable {
  const completionsIn = (document: vscode.TextDocument, offset: number): Completions | undefined => {
    const found = desk.lookUp(document);
    return (
      found && completionsAt(new PostContext(found.post, found.folder?.site, Date.now()), offset, reader())
    );
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      POSTS,
      {
        provideCompletionItems: async (document, position) => {
          await desk.found();
          const found = completionsIn(document, offsetAt(document, position));
          const folder = desk.folderOf(document.uri);
          const items = found?.items.map((completion, index) => toItem(completion, index, document, folder));
          return new vscode.CompletionList(items, found?.isIncomplete);
        },
        resolveCompletionItem: async (item) => {
          if (!(item instanceof ImageItem)) return item;
          const told = await describeImage(item.folder, item.path);
          if (told !== undefined) item.documentation = new vscode.MarkdownString(told);
          return item;
        },
      },
      ...TRIGGERS,
    ),
    vscode.workspace.onDidChangeTextDocument((event) => {
      const { document } = event;
      if (!startsWord(event) || popsUpByItself(document)) return;
      const [change] = event.contentChanges;
      if (!change) return;
      const cursor = offsetAt(document, change.range.start) + change.text.length;
      if (!completionsIn(document, cursor)?.items.length) return;
      // As if by itself: a list that what is typed next leaves empty goes away without a word.
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }),
  );
}

/**
 * Whether the writer just typed the first letter of a word. VS Code leaves letters within a word to quick
 * suggestions, even where they are trigger characters and quick suggestions are off.
 */
function startsWord({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): boolean {
  const [change] = contentChanges;
  if (contentChanges.length !== 1 || !change || reason !== undefined) return false;
  if (document !== vscode.window.activeTextEditor?.document || !/^\p{L}$/u.test(change.text)) return false;
  const { start } = change.range;
  const before = document.lineAt(start.line).text.slice(0, start.character);
  return isPostLanguage(document) && !/[\p{L}\p{N}_-]$/u.test(before);
}

function popsUpByItself(document: vscode.TextDocument): boolean {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const quick = editor.get<Readonly<Record<string, unknown>>>('quickSuggestions');
  return quick?.['other'] === 'on' || !editor.get<boolean>('suggestOnTriggerCharacters', true);
}

const KINDS: Record<Completion['kind'], vscode.CompletionItemKind> = {
  field: vscode.CompletionItemKind.Property,
  layout: vscode.CompletionItemKind.File,
  section: vscode.CompletionItemKind.Module,
  page: vscode.CompletionItemKind.Reference,
  value: vscode.CompletionItemKind.Value,
  image: vscode.CompletionItemKind.File,
  folder: vscode.CompletionItemKind.Folder,
  date: vscode.CompletionItemKind.Constant,
};

/** An image, which is looked at only when the list comes to it. */
class ImageItem extends vscode.CompletionItem {
  readonly folder: SiteFolder;
  readonly path: SitePath;

  constructor(label: string | vscode.CompletionItemLabel, folder: SiteFolder, path: SitePath) {
    super(label, vscode.CompletionItemKind.File);
    this.folder = folder;
    this.path = path;
  }
}

function toItem(
  completion: Completion,
  index: number,
  document: vscode.TextDocument,
  folder: SiteFolder | undefined,
): vscode.CompletionItem {
  const { label, detail, documentation } = completion;
  const description = typeof detail === 'object' ? toText(detail) : detail;
  const shown = description === undefined ? label : { label, description };
  const item =
    completion.image !== undefined && folder
      ? new ImageItem(shown, folder, completion.image)
      : new vscode.CompletionItem(shown, KINDS[completion.kind]);
  item.insertText = completion.text;
  item.filterText = completion.filter ?? label;
  item.range = toRange(document, completion.replace);
  // Before what VS Code itself proposes in Markdown: paths from the folder that is open, which the site doesn’t have.
  item.sortText = `!${String(index).padStart(5, '0')}`;
  if (documentation) {
    item.documentation = typeof documentation === 'object' ? toText(documentation) : documentation;
  }
  if (completion.goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
