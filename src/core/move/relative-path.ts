/** A relative path as it was written, and the folder that it went out from. */
interface OldPath {
  readonly folder: string;
  readonly written: string;
}

/**
 * The way from a folder to a file or folder, both below one root, without a slash at its end. It climbs as high as the
 * old one did: to the root where that went to the root, else no further than it must.
 */
export function relativePath(folder: string, target: string, old: OldPath): string {
  const [from, to] = [partsOf(folder), partsOf(target)];
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared += 1;
  const climbed = old.written.split('/').filter((part) => part === '..').length;
  const kept = old.folder === folder ? Math.max(0, from.length - climbed) : 0;
  const isFromRoot = climbed > 0 && climbed >= partsOf(old.folder).length;
  const base = isFromRoot ? 0 : old.folder === folder ? Math.min(shared, kept) : shared;
  const path = [...from.slice(base).map(() => '..'), ...to.slice(base)].join('/');
  const isDotted = old.written.startsWith('./') && !path.startsWith('..');
  return isDotted || path === '' ? `./${path}` : path;
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
