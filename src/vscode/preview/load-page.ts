import * as vscode from 'vscode';
import { settings } from '../settings.ts';
import { shellHtml } from './shell.ts';

/** Loads the page into a webview, empty: its script asks for the post. */
export function loadPage(webview: vscode.Webview, dist: vscode.Uri, title: string): void {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  webview.html = shellHtml({
    script: address('preview.js'),
    style: address('preview.css'),
    siteStyle: address('site.css'),
    cspSource: webview.cspSource,
    nonce: nonce(),
    remoteImages: settings().remoteImages,
    language: vscode.env.language,
    title,
  });
}

/** 128 bits that no post can foresee. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
