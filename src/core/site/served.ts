import { message } from '../text/message.ts';
import { buildIndexOf } from './build-index.ts';
import type { SitePath } from './files.ts';
import { fateOf } from './jigsaw/fate.ts';
import { generatedBy } from './jigsaw/generated.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import { fitsMask, maskOfItems } from './jigsaw/unknown-pages.ts';
import { isRedirected } from './redirected.ts';
import { type Site, sourceFolder } from './site.ts';
import { isKnown, Unknown } from './unknown.ts';

/** What the built site has at a path below its web root. */
export type Served =
  /** A file that is copied as it is. */
  | { readonly kind: 'file'; readonly source: SitePath }
  /** A page: the post, page or view that it is built from. */
  | { readonly kind: 'page'; readonly source: SitePath }
  /** A folder without a page of its own: some servers list it. */
  | { readonly kind: 'folder' }
  | { readonly kind: 'unknown'; readonly why: Unknown }
  | { readonly kind: 'nothing' };

/** The files by which a server answers at a path: the path itself, or the page that stands for it. */
export function answering(path: string): readonly string[] {
  return path === '' ? ['index.html'] : [path, `${path}/index.html`, `${path}.html`];
}

/** What the built site has at a path, with or without `index.html` and `.html`. */
export function servedAt(path: string, site: Site): Served {
  const { jigsaw } = site;
  const source = servedFrom(site);
  for (const output of answering(path)) {
    const file = site.files.fileAt(source + output);
    if (file !== undefined && isCopied(file, site)) return { kind: 'file', source: file };
    const [page] = jigsaw ? buildIndexOf(site, jigsaw).mayWrite(output) : [];
    if (page !== undefined) return { kind: 'page', source: page };
  }
  if (site.files.hasFolder(source + path)) return { kind: 'folder' };
  const why = jigsaw ? unknownAt(path, site, jigsaw) : ELSEWHERE;
  return why ? { kind: 'unknown', why } : { kind: 'nothing' };
}

/** Of another generator's site not even the folder that it serves is known. */
const ELSEWHERE = new Unknown(message('Only the site’s own generator knows what lies at its addresses.'));

/** Why something may be at a path for which there is no source; undefined where there surely is nothing. */
function unknownAt(path: string, site: Site, jigsaw: JigsawSite): Unknown | undefined {
  const file = `${servedFrom(site)}${path}` as SitePath;
  if (BUILD_TOOLS.test(path) || jigsaw.isGitIgnored(file))
    return new Unknown(message('A build tool may make this file.'));
  if (isRedirected(path, jigsaw, site.config.redirects))
    return new Unknown(message('The site’s host redirects this address.'));
  const generated = generatedBy(jigsaw.bootstrap, path);
  if (generated || isAsset(path)) return generated;
  const { changesSite, changesPaths } = jigsaw.bootstrap;
  if (changesSite ?? changesPaths) return changesSite ?? changesPaths;
  const { collections } = jigsaw.config;
  if (!isKnown(collections)) return collections;
  const index = buildIndexOf(site, jigsaw);
  const mayBe = answering(path).some(
    (output) =>
      index.mayBeUnknown(output) ||
      collections.some(
        (each) =>
          (each.items || jigsaw.isGitIgnored(`${each.folder}/x.md` as SitePath)) &&
          fitsMask(maskOfItems(each, jigsaw.config), output),
      ),
  );
  return mayBe || isPagination(path)
    ? new Unknown(message('There may be pages whose addresses only the build knows.'))
    : undefined;
}

/** Where Mix and Vite put what they make, as Jigsaw's own configuration of them says. */
const BUILD_TOOLS = /^(?:assets\/build|build|hot)(?:\/|$)|^mix-manifest\.json$/;

/** How many pages a list has depends on what a filter leaves of it. */
function isPagination(path: string): boolean {
  return /(?:^|\/)\d{1,3}$/.test(path);
}

/** Whether no page has such an address: what Jigsaw builds from texts ends in `.html`, or in nothing. */
function isAsset(path: string): boolean {
  return /\.(?!html?$|php$)[a-z]\w{1,4}$/i.test(path);
}

/** The folder of all that is served, with a slash at its end; empty for the site's own root. */
export function servedFrom(site: Site): string {
  const folder = sourceFolder(site);
  return folder === '' ? '' : `${folder}/`;
}

/** A file of the built site as the address that readers see: `blog/storm/index.html` is `/blog/storm/`. */
export function shownAddress(output: string): string {
  return `/${output.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Jigsaw publishes all below `source/` but what starts with an underscore at its top (`Loaders/DataLoader`). */
export function isPublished(path: string): boolean {
  return !path.startsWith('_');
}

function isCopied(file: SitePath, { jigsaw, files }: Site): boolean {
  if (!jigsaw) return true;
  const fate = fateOf(file, jigsaw.config, (each) => files.has(each));
  return isKnown(fate) ? fate.kind === 'copied' : isPublished(file.slice(jigsaw.config.source.length + 1));
}
