import * as vscode from 'vscode';
import { type HoverPart, hoverAt } from '../core/assist/hover.ts';
import { PostContext } from '../core/rules/context.ts';
import type { SitePath } from '../core/site/files.ts';
import { toRange } from './convert.ts';
import { type Desk, POSTS } from './desk.ts';
import { offsetAt } from './document-text.ts';
import { escaped, toMarkdown } from './markdown.ts';
import { reader } from './reader.ts';
import type { SiteFolder } from './site-folder.ts';

/** How wide a picture is shown, in CSS pixels. */
const WIDTH = 240;

/** Says what stands in front matter: what a field is for, what the build reads, where a name leads. */
export function registerHover(desk: Desk): vscode.Disposable {
  return vscode.languages.registerHoverProvider(POSTS, {
    provideHover: async (document, position) => {
      await desk.found();
      const found = desk.lookUp(document);
      if (!found) return undefined;
      const { post, folder } = found;
      const context = new PostContext(post, folder?.site, Date.now());
      const hover = hoverAt(context, offsetAt(document, position), reader());
      if (!hover) return undefined;
      const text = hover.parts.map((part) => toText(part, folder)).join('\n\n');
      return new vscode.Hover(new vscode.MarkdownString(text), toRange(document, hover.span));
    },
  });
}

function toText(part: HoverPart, folder: SiteFolder | undefined): string {
  switch (part.kind) {
    case 'paragraph':
      return toMarkdown(part.text);
    case 'title':
      return `**${escaped(part.text)}**`;
    case 'quotation':
      return escaped(part.text);
    case 'files':
      return part.paths.map((path) => link(path, folder)).join('  \n');
    case 'picture':
      return folder ? `![](${address(folder.uriOf(part.path))}|width=${WIDTH})` : '';
  }
}

function link(path: SitePath, folder: SiteFolder | undefined): string {
  return folder ? `[${escaped(path)}](${address(folder.uriOf(path))})` : escaped(path);
}

/** An address in a form that Markdown takes whole. */
function address(uri: vscode.Uri): string {
  return uri.toString().replace(/[()|]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
