import * as vscode from 'vscode';
import { type HoverPart, hoverAt } from '../../core/assist/hover.ts';
import { PostContext } from '../../core/rules/context.ts';
import type { SitePath } from '../../core/site/files.ts';
import { toRange } from '../convert.ts';
import { offsetAt } from '../document-text.ts';
import { settings } from '../settings.ts';
import { type Desk, POSTS } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { describeImage, markdownAddress } from './image-file.ts';
import { escaped, toMarkdown } from './markdown.ts';
import { reader } from './reader.ts';

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
      const parts = await Promise.all(hover.parts.map((part) => toText(part, folder)));
      const text = parts.filter((part) => part !== '').join('\n\n');
      return new vscode.Hover(new vscode.MarkdownString(text), toRange(document, hover.span));
    },
  });
}

async function toText(part: HoverPart, folder: SiteFolder | undefined): Promise<string> {
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
      return (folder && (await describeImage(folder, part.path))) ?? '';
    case 'remote-picture':
      return settings().remoteImages ? remotePicture(part.url) : notLoaded();
  }
}

function link(path: SitePath, folder: SiteFolder | undefined): string {
  return folder ? `[${escaped(path)}](${markdownAddress(folder.uriOf(path))})` : escaped(path);
}

function remotePicture(url: string): string {
  return `![](${url.replace(/[\s()|<>"]/g, encodeURIComponent).replace(/[()]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}|width=${WIDTH})`;
}

/** Why a picture isn’t shown, and where to allow it. */
function notLoaded(): string {
  return vscode.l10n.t(
    'This image is on another website. Copydesk doesn’t load it until you allow it in the settings (`copydesk.preview.remoteImages`).',
  );
}
