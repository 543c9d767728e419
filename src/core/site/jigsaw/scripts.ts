import type { SitePath } from '../files.ts';

/** What scripts do that give elements an `id`, a table of contents for instance. */
const GIVES_IDS =
  /\.id\s*=(?!=)|\bid:\s*slug|setAttribute\(\s*["'`]id\b|\banchors?\b|tocbot|slugify|\btoc\b/i;

/** Libraries and services that leave headings alone, by what stands in their addresses and package names. */
const HARMLESS =
  /alpine|analytics|autoloader|axios|bootstrap|chart|clarity|clipboard|disqus|docsearch|fathom|fetch|fontawesome|fuse|googlesyndication|googletagmanager|gtag|highlight|htmx|jquery|katex|lazysizes|livewire|lodash|mathjax|mermaid|moment|pdf|plausible|popper|prism|tailwind|turbo|twitter|umami|vite|vue|webmention/i;

const SCRIPT_ELEMENT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const IMPORT =
  /\bfrom\s*["'`]([^"'`]+)["'`]|\bimport\s*\(?\s*["'`]([^"'`]+)["'`]|\brequire\(\s*["'`]([^"'`]+)["'`]/g;

/**
 * Whether no script surely gives the headings of a page their ids: neither one in these views, nor one of the site's
 * own. What a library does is told by its name.
 * @param views the texts of all views that a page passes through.
 * @param texts all texts of the site.
 */
export function leavesIdsAlone(views: readonly string[], texts: ReadonlyMap<SitePath, string>): boolean {
  const bundled = views.some(
    (text) => /@vite\b|\b(?:vite|mix)\(/.test(text) || /<script\b[^>]*src=["']?\/?[^"':]*\.js/i.test(text),
  );
  return (
    views.every(isHarmlessView) &&
    (!bundled || [...texts].every(([path, text]) => isHarmlessFile(path, text)))
  );
}

function isHarmlessView(text: string): boolean {
  for (const [, attributes = '', code = ''] of text.matchAll(SCRIPT_ELEMENT)) {
    if (/\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/template)/i.test(attributes)) continue;
    const address = /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1];
    const isElsewhere = address !== undefined && /^(?:https?:)?\/\//i.test(address);
    if (isElsewhere && !HARMLESS.test(address)) return false;
    if (GIVES_IDS.test(code)) return false;
  }
  return true;
}

function isHarmlessFile(path: SitePath, text: string): boolean {
  if (!/\.(?:[cm]?js|blade\.js)$/.test(path) || /\/assets\/build\//.test(path)) return true;
  if (GIVES_IDS.test(text)) return false;
  for (const [, a, b, c] of text.matchAll(IMPORT)) {
    const name = a ?? b ?? c ?? '';
    if (!/^[./@~]{1,2}\//.test(name) && !HARMLESS.test(name)) return false;
  }
  return true;
}
