import * as vscode from 'vscode';
import { definitionsAt } from '../../core/assist/definition.ts';
import { PostContext } from '../../core/rules/context.ts';
import type { Span } from '../../core/text/span.ts';
import { toRange } from '../convert.ts';
import { offsetAt } from '../document-text.ts';
import { type Desk, POSTS } from '../sites/desk.ts';

/** Leads from a name in front matter to the file that it means, and from an address to the image or post. */
export function registerDefinition(desk: Desk): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(POSTS, {
    provideDefinition: async (document, position): Promise<vscode.DefinitionLink[]> => {
      await desk.found();
      const found = desk.lookUp(document);
      if (!found?.folder) return [];
      const { post, folder } = found;
      const context = new PostContext(post, folder.site, Date.now());
      return await Promise.all(
        definitionsAt(context, offsetAt(document, position)).map(async ({ origin, path, place }) => ({
          originSelectionRange: toRange(document, origin),
          targetUri: folder.uriOf(path),
          targetRange: await rangeIn(folder.uriOf(path), place),
        })),
      );
    },
  });
}

/** A place in another file; its start when the file as a whole is meant, which may be an image. */
async function rangeIn(file: vscode.Uri, place: Span | undefined): Promise<vscode.Range> {
  return place ? toRange(await vscode.workspace.openTextDocument(file), place) : new vscode.Range(0, 0, 0, 0);
}
