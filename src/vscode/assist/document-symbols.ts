import * as vscode from 'vscode';
import { type PostSymbol, symbolsOf } from '../../core/assist/symbols.ts';
import { markdownDialect } from '../../core/site/site.ts';
import { toRange } from '../convert.ts';
import { type Desk, POSTS } from '../sites/desk.ts';

/** Shows a post's fields, and headings that are HTML, in the outline, the breadcrumbs and "Go to Symbol". */
export function registerDocumentSymbols(desk: Desk): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    POSTS,
    {
      provideDocumentSymbols: async (document) => {
        await desk.found();
        const found = desk.lookUp(document);
        if (!found) return [];
        const { post, folder } = found;
        const symbols = symbolsOf(post, markdownDialect(post.path, folder?.site));
        return symbols.map((symbol) => toSymbol(symbol, document));
      },
    },
    { label: vscode.l10n.t('Post') },
  );
}

const KINDS: Record<PostSymbol['kind'], vscode.SymbolKind> = {
  field: vscode.SymbolKind.Property,
  heading: vscode.SymbolKind.String,
};

function toSymbol(symbol: PostSymbol, document: vscode.TextDocument): vscode.DocumentSymbol {
  const { name, detail, kind, span, nameSpan } = symbol;
  const range = toRange(document, span);
  const made = new vscode.DocumentSymbol(name, detail, KINDS[kind], range, toRange(document, nameSpan));
  made.children = symbol.children.map((child) => toSymbol(child, document));
  return made;
}
