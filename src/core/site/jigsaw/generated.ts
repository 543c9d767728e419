import { message } from '../../text/message.ts';
import { Unknown } from '../unknown.ts';
import type { Bootstrap } from './bootstrap.ts';
import { children, is, type Node } from './php/ast.ts';

/** What listeners are called that write one kind of file, and the extensions of such files. */
const KINDS: readonly (readonly [name: RegExp, extensions: readonly string[]])[] = [
  [/sitemap/i, ['xml', 'txt']],
  [/rss|feed|atom/i, ['xml', 'rss', 'atom', 'json']],
  [/search|index/i, ['json', 'js']],
  [/robots/i, ['txt']],
];

/** Names of listeners that may write or copy images. */
const IMAGES = /image|img|photo|picture|thumb|media|asset|copy|optimi|resiz/i;

const IMAGE = /^(?:avif|gif|ico|jpe?g|png|svg|webp)$/;

/**
 * Why a file that no source has may be there all the same, or may have become another: `bootstrap.php` has a listener
 * that may write it after the build. Told by the listener's name, and by the file names in it where it is written out.
 * @param path below the web root.
 */
export function generatedBy({ afterBuild }: Bootstrap, path: string): Unknown | undefined {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? 'html';
  return afterBuild.some((listener) => mayWrite(listener, extension))
    ? new Unknown(message('bootstrap.php may write this file after the build.'))
    : undefined;
}

function mayWrite(listener: Node, extension: string): boolean {
  const { names, files } = wordsOf(listener);
  if (is(listener, 'closure') || is(listener, 'arrowfunc')) {
    // It names its files; one that names none may write any.
    return files.length > 0 ? files.includes(extension) : !IMAGE.test(extension);
  }
  const name = names.at(-1) ?? '';
  const kind = KINDS.find(([pattern]) => pattern.test(name));
  if (kind) return kind[1].includes(extension);
  return !IMAGE.test(extension) || IMAGES.test(name);
}

/** The names of classes in a piece of PHP, without their namespaces, and the extensions of the files that it names. */
function wordsOf(node: Node): { readonly names: readonly string[]; readonly files: readonly string[] } {
  const names: string[] = [];
  const files: string[] = [];
  const visit = (each: Node) => {
    if (is(each, 'name')) names.push(each.name.slice(each.name.lastIndexOf('\\') + 1));
    if (is(each, 'string')) {
      const extension = /\.(\w{2,5})$/.exec(each.value)?.[1];
      if (extension !== undefined) files.push(extension.toLowerCase());
      else if (/\\/.test(each.value)) names.push(each.value.slice(each.value.lastIndexOf('\\') + 1));
    }
    for (const child of children(each)) visit(child);
  };
  visit(node);
  return { names, files };
}
