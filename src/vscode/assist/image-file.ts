import * as vscode from 'vscode';
import type { SitePath } from '../../core/site/files.ts';
import { imageFileAt } from '../sites/image-file-at.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

/** How large a picture is shown beside a text, in CSS pixels: VS Code’s hovers have 250 for it and three lines. */
const MOST_WIDE = 320;
const MOST_HIGH = 140;

/**
 * An image of the site as Markdown: the picture, scaled down where it is large, and its pixels and bytes.
 * @returns undefined when the file is gone.
 */
export async function describeImage(folder: SiteFolder, path: SitePath): Promise<string | undefined> {
  const uri = folder.uriOf(path);
  const file = folder.site.images.get(path) ?? (await imageFileAt(uri));
  if (!file) return undefined;
  const { size, facts, isBroken } = file;
  if (size === 0) return vscode.l10n.t('This file is empty, so readers see a broken image.');
  if (isBroken)
    return `${vscode.l10n.t('This file isn’t an image that browsers can show, or it is damaged.')} ${bytesInWords(size)}`;
  if (!facts) return bytesInWords(size);
  const { width, height } = facts;
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  const shown = `${Math.max(1, Math.round(width * scale))}`;
  return `![](${markdownAddress(uri)}|width=${shown})\n\n${vscode.l10n.t('{0} × {1} pixels, {2}', width, height, bytesInWords(size))}`;
}

/** A number of bytes as people write it, in the reader's language. */
function bytesInWords(bytes: number): string {
  const [unit, factor] =
    bytes < 1000
      ? (['byte', 1] as const)
      : bytes < 1e6
        ? (['kilobyte', 1e3] as const)
        : (['megabyte', 1e6] as const);
  const value = bytes / factor;
  return new Intl.NumberFormat(vscode.env.language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && factor > 1 ? 1 : 0,
  }).format(value);
}

/** An address in a form that Markdown takes whole. */
export function markdownAddress(uri: vscode.Uri): string {
  return uri.toString().replace(/[()|]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
