/** A POSIX path relative to the site's root, without a leading `./` or `/`. */
export type SitePath = string & { readonly __brand: 'SitePath' };

/**
 * Makes a site path of a relative one: backslashes become slashes, `.` and inner `..` are resolved.
 * @returns undefined when the path climbs out of the site.
 */
export function sitePath(path: string): SitePath | undefined {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/') as SitePath;
}

/** The one port through which the core sees a disk: implemented by each shell, and in memory by tests. */
export interface Files {
  /** Every file below the site's root, but for what no generator reads (`node_modules`, `vendor`, `.git`, builds). */
  list(): Promise<readonly SitePath[]>;
  /** A file's text, or undefined when it isn't there. Open editors beat the disk. Bytes that aren't UTF-8 become U+FFFD. */
  read(path: SitePath): Promise<string | undefined>;
}
