import * as vscode from 'vscode';
import { fileLinksOf } from '../../core/assist/file-links.ts';
import { PostContext } from '../../core/rules/context.ts';
import { toRange } from '../convert.ts';
import { type Desk, POSTS } from '../sites/desk.ts';

/** Lets a click with Ctrl or Cmd on an address open the post or image that it leads to on the built site. */
export function registerDocumentLinks(desk: Desk): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(POSTS, {
    provideDocumentLinks: async (document): Promise<vscode.DocumentLink[]> => {
      await desk.found();
      const found = desk.lookUp(document);
      if (!found?.folder) return [];
      const { post, folder } = found;
      return fileLinksOf(new PostContext(post, folder.site, Date.now())).map(({ span, path }) => {
        const link = new vscode.DocumentLink(toRange(document, span), folder.uriOf(path));
        link.tooltip = vscode.l10n.t('Open {0}', path);
        return link;
      });
    },
  });
}
