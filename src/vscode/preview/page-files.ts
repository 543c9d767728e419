import * as vscode from 'vscode';
import { settings } from '../settings.ts';
import { pageHtml } from './page-html.ts';

/** What the page of a preview is made of, as text. */
interface PageTexts {
  readonly script: string;
  readonly style: string;
  readonly siteStyle: string;
}

/**
 * The files of the page. They are read here and stand in the page itself: a webview that had to ask for them would
 * open up to a second later, as the first one of a window still makes its ways to them.
 */
export class PageFiles {
  /** The folder that the page's fonts come from. */
  readonly folder: vscode.Uri;
  #texts: Promise<PageTexts> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.folder = vscode.Uri.joinPath(extensionUri, 'dist');
  }

  /** The empty page for a webview; its script asks for the post. Rejects when a file of the extension can't be read. */
  async pageFor(webview: vscode.Webview, title: string): Promise<string> {
    this.#texts ??= this.#read().catch((error: unknown) => {
      this.#texts = undefined; // The next page may have better luck.
      throw error;
    });
    return pageHtml({
      ...(await this.#texts),
      addressOf: (file) => webview.asWebviewUri(vscode.Uri.joinPath(this.folder, file)).toString(),
      cspSource: webview.cspSource,
      nonce: nonce(),
      remoteImages: settings().remoteImages,
      language: vscode.env.language,
      title,
    });
  }

  async #read(): Promise<PageTexts> {
    const text = async (file: string) => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, file));
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    };
    const [script, style, siteStyle] = await Promise.all([
      text('preview.js'),
      text('preview.css'),
      text('site.css'),
    ]);
    return { script, style, siteStyle };
  }
}

/** 128 bits that no post can foresee. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
