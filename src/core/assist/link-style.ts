import type { Site } from '../site/site.ts';

/** How a site's posts write addresses of the site itself. */
export interface LinkStyle {
  /** What stands before the path, such as `{{ $page->baseUrl }}`. */
  readonly prefix: string;
  /** Whether addresses of pages end in a slash; undefined where the posts don't say. */
  readonly slash: boolean | undefined;
}

/** How many posts are asked. */
const ENOUGH = 500;

/** A link to a page of the site: what stands before its path, and the path. */
const LINK =
  /(?:\]\(\s*<?|\bhref\s*=\s*["'])(\{(?:\{|!!)\s*\$(?:page|jigsaw)->baseUrl\s*(?:\}|!!)\})?(\/(?!\/)[^\s?#)<>"']*)/g;

const styles = new WeakMap<Site['files'], LinkStyle>();

/** The way most links to pages are written; counted once until files come or go. */
export function linkStyleOf(site: Site): LinkStyle {
  const known = styles.get(site.files) ?? count(site);
  styles.set(site.files, known);
  return known;
}

function count({ posts }: Site): LinkStyle {
  const prefixes = new Map<string, number>();
  let [slashes, bare, asked] = [0, 0, 0];
  for (const { text } of posts.values()) {
    if (++asked > ENOUGH) break;
    for (const [, prefix = '', path = ''] of text.matchAll(LINK)) {
      if (/\.\w+$/.test(path) || path === '/') continue;
      prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
      if (path.endsWith('/')) slashes += 1;
      else bare += 1;
    }
  }
  const [prefix = ''] = [...prefixes].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { prefix, slash: slashes === bare ? undefined : slashes > bare };
}
