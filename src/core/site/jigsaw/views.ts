import { message } from '../../text/message.ts';
import { isForeign, join, type SitePath, sitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';

/**
 * The extensions of views in the order in which Jigsaw tries them: Blade's own, each of Jigsaw's put in front of
 * those before it (`View/ViewRenderer::addExtensions`, Laravel's `FileViewFinder::addExtension`).
 */
const VIEW_EXTENSIONS: readonly string[] = [
  ...['html', 'text', 'txt', 'atom', 'rss', 'yml', 'yaml', 'xml', 'json', 'js'].flatMap(withBlade),
  ...['mdown', 'markdown', 'md'].flatMap(withBlade),
  'blade.php',
  'php',
  'css',
];

function withBlade(extension: string): string[] {
  return [`blade.${extension}`, extension];
}

/** What `extends: name` and `@include('name')` lead to. */
export type ViewLookup =
  | { readonly path: SitePath; readonly error?: undefined }
  /** No view has this name; `error` is what the build says. */
  | { readonly path?: undefined; readonly error: string };

/** Where views are looked for. */
export interface ViewPlaces {
  /** Folder of the views, usually `source`. */
  readonly views: SitePath;
  /** Folders of namespaces, for `ns::view`. */
  readonly viewHints: Known<ReadonlyMap<string, readonly string[]>>;
}

/**
 * Finds a view by its name as Laravel's `FileViewFinder` does: dots are slashes, namespaces come from
 * `viewHintPaths`, and the first extension that exists wins.
 * @param exists whether the site has a file at a path.
 * @returns unknown for a namespace whose folder can't be known or seen.
 */
export function findView(
  name: string,
  { views, viewHints }: ViewPlaces,
  exists: (path: SitePath) => boolean,
): Known<ViewLookup> {
  const trimmed = name.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '');
  if (trimmed.indexOf('::') <= 0) return findIn([views], trimmed, exists) ?? notFound(trimmed);
  const segments = trimmed.split('::');
  const [namespace = '', view = ''] = segments;
  if (segments.length !== 2) return { error: `View [${trimmed}] has an invalid name.` };
  if (viewHints instanceof Unknown) return viewHints;
  const folders = viewHints.get(namespace);
  if (!folders) return { error: `No hint path defined for [${namespace}].` };
  const found = findIn(folders, view, exists);
  if (found) return found;
  return folders.every(isVisible)
    ? notFound(view)
    : new Unknown(message('The views of `{0}` lie where Copydesk can’t see them.', namespace));
}

/** Whether a folder is among the site's own files: not outside, not in a package. */
function isVisible(folder: string): boolean {
  return sitePath(folder)?.split('/').some(isForeign) === false;
}

function findIn(
  folders: readonly string[],
  name: string,
  exists: (path: SitePath) => boolean,
): ViewLookup | undefined {
  for (const folder of folders) {
    const path = `${folder}/${name.replaceAll('.', '/')}`;
    const slash = path.lastIndexOf('/');
    const within = sitePath(path.slice(0, slash));
    if (within === undefined) continue;
    const start = join(within, path.slice(slash + 1));
    for (const extension of VIEW_EXTENSIONS) {
      const candidate = `${start}.${extension}` as SitePath;
      if (exists(candidate)) return { path: candidate };
    }
  }
  return undefined;
}

function notFound(name: string): ViewLookup {
  return { error: `View [${name}] not found.` };
}

/** How Jigsaw runs a view, by its extension. */
export type ViewEngine = 'blade' | 'blade-markdown' | 'markdown' | 'php' | 'raw';

/** What renders a view of this name; undefined for a file that is none. */
export function engineOf(path: string): ViewEngine | undefined {
  const extension = VIEW_EXTENSIONS.find((each) => path.endsWith(`.${each}`));
  if (!extension) return undefined;
  if (/^(?:blade\.)?(?:md|markdown|mdown)$/.test(extension)) {
    return extension.startsWith('blade.') ? 'blade-markdown' : 'markdown';
  }
  if (extension === 'css') return 'raw';
  return extension.startsWith('blade.') ? 'blade' : 'php';
}

/**
 * The names under which posts can extend the views below a folder, such as `_layouts.post`, sorted.
 * Includes only views that run as Blade: nothing else prints what a post fills in.
 */
export function viewNames(paths: Iterable<SitePath>, folder: string): readonly string[] {
  const names = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(`${folder}/`)) continue;
    const below = path.slice(folder.length + 1);
    const extension = VIEW_EXTENSIONS.find((each) => below.endsWith(`.${each}`));
    if (!extension?.startsWith('blade.')) continue;
    const bare = below.slice(0, -extension.length - 1);
    // A dot in a folder or file name would be read as a slash, so that no name leads there.
    if (bare && !bare.includes('.')) names.add(bare.replaceAll('/', '.'));
  }
  return [...names].sort();
}
