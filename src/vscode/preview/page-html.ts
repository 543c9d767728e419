/** What the page of a preview is made of. Addresses are webview addresses. */
export interface Shell {
  readonly script: string;
  readonly style: string;
  /** What of ours stands in the site's own page; takes the place of `style` there. */
  readonly siteStyle: string;
  /** Where VS Code serves a webview's files (`webview.cspSource`). */
  readonly cspSource: string;
  /** Fresh for every page. */
  readonly nonce: string;
  /** Whether pictures may come from other hosts. */
  readonly remoteImages: boolean;
  /** The language of the editor, as in `lang`. */
  readonly language: string;
  readonly title: string;
}

/** The policy of the page: nothing but our own script and style, the site's own pictures, fonts and films. */
export function contentSecurityPolicy({ cspSource, nonce, remoteImages }: Shell): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src ${cspSource} data:${remoteImages ? ' https: http:' : ''}`,
    `font-src ${cspSource}`,
    `media-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** The empty page; its script asks for the post. */
export function shellHtml(shell: Shell): string {
  const { script, style, siteStyle, nonce, language, title } = shell;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(shell))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escapeHtml(style)}" media="all">
<link rel="stylesheet" nonce="${nonce}" href="${escapeHtml(siteStyle)}" media="not all">
</head>
<body>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
