import { replaceCssUrls } from '../../core/css/css-urls.ts';

/** What the page of a preview is made of. */
export interface PageParts {
  /** The text of the page's script, without `</script`, and of its style sheets, without `</style`. */
  readonly script: string;
  readonly style: string;
  /** What of ours stands in the site's own page; takes the place of `style` there. */
  readonly siteStyle: string;
  /** The webview address of a file that a style sheet names. */
  readonly addressOf: (file: string) => string;
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
export function contentSecurityPolicy({ cspSource, nonce, remoteImages }: PageParts): string {
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
export function pageHtml(parts: PageParts): string {
  const { script, style, siteStyle, addressOf, nonce, language, title } = parts;
  const placed = replaceCssUrls(style, (address) =>
    address.startsWith('data:') ? undefined : addressOf(address),
  );
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style class="copydesk" nonce="${nonce}" media="all">${placed}</style>
<style class="copydesk" nonce="${nonce}" media="not all">${siteStyle}</style>
</head>
<body>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
