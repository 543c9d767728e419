import type { LocalTarget } from './address.ts';
import { resolvePath } from './address.ts';
import { buildIndexOf } from './build-index.ts';
import type { SitePath } from './files.ts';
import { generatedBy } from './jigsaw/generated.ts';
import { answering, isPublished, servedAt, servedFrom, shownAddress } from './served.ts';
import { similarImages, similarPages } from './similar.ts';
import type { Site } from './site.ts';
import type { Unknown } from './unknown.ts';

/**
 * Where what a local address means is, or is not. Addresses are site-absolute and as on disk, not encoded; paths are
 * those of files in the site's folder.
 */
export type Place =
  /** The built site has it; `path` is the file that it is copied or built from. */
  | { readonly kind: 'there'; readonly path: SitePath }
  /** The name differs in letter case only. */
  | { readonly kind: 'other-case'; readonly path: SitePath; readonly address: string }
  /** What the writer means is there, but on the built page this address leads elsewhere. */
  | { readonly kind: 'elsewhere'; readonly path: SitePath; readonly address: string }
  /** The file is there, and stays out of the built site. */
  | { readonly kind: 'not-published'; readonly path: SitePath }
  /** Only the build, or a tool beside it, could tell. */
  | { readonly kind: 'unknown'; readonly why: Unknown }
  /** There is nothing. `path` is where a file would have to be, `similar` are addresses that may be meant. */
  | { readonly kind: 'missing'; readonly path: string; readonly similar: readonly string[] };

/**
 * What a local address of a post leads to on the built site. The one resolver: rules, completion, hover, preview,
 * paste and rename all ask here.
 * @param target as `resolveAddress` gives it.
 * @param post the file in which the address stands.
 * @param wanted whether it is to be an image, which must be a file, or a page or file that a link leads to.
 */
export function placeOf(target: LocalTarget, post: SitePath, site: Site, wanted: 'image' | 'page'): Place {
  const { path } = target;
  const served = servedAt(path, site);
  switch (served.kind) {
    case 'file':
    case 'page':
      return { kind: 'there', path: served.source };
    case 'folder':
      if (wanted === 'page') return { kind: 'there', path: (servedFrom(site) + path) as SitePath };
  }
  if (!site.jigsaw && served.kind === 'unknown') return served;
  const meant = meantOnDisk(target, post, site);
  // A listener that writes pages anew may make addresses of what leads to files on the disk.
  const rewritten = meant && site.jigsaw && generatedBy(site.jigsaw.bootstrap, 'index.html');
  return (
    otherCase(path, site) ??
    (rewritten && { kind: 'unknown', why: rewritten }) ??
    meant ??
    (served.kind === 'unknown'
      ? served
      : {
          kind: 'missing',
          path: servedFrom(site) + path,
          similar: wanted === 'image' ? similarImages(path, site) : similarPages(path, site),
        })
  );
}

/** The files whose being there or not decides what an address leads to, as paths in the site's folder. */
export function lookedUpBy(target: LocalTarget, post: SitePath, site: Site): readonly string[] {
  const served = answering(target.path).map((output) => servedFrom(site) + output);
  return [...served, ...onDisk(target, post, site)];
}

function otherCase(path: string, site: Site): Place | undefined {
  const source = servedFrom(site);
  for (const output of answering(path)) {
    const file = site.files
      .ignoringCase(source + output)
      .find((each) => each.startsWith(source) && servedAt(each.slice(source.length), site).kind === 'file');
    if (file !== undefined)
      return { kind: 'other-case', path: file, address: `/${file.slice(source.length)}` };
  }
  const page = site.jigsaw && buildIndexOf(site, site.jigsaw).ignoringCase(answering(path));
  return page && { kind: 'other-case', path: page.source, address: shownAddress(page.output) };
}

/** The file that editors show at this address: beside the text's own file, or from the site's root. */
function meantOnDisk(target: LocalTarget, post: SitePath, site: Site): Place | undefined {
  const source = servedFrom(site);
  for (const file of onDisk(target, post, site)) {
    const path = site.files.fileAt(file);
    if (path === undefined) continue;
    const [output] = site.jigsaw ? buildIndexOf(site, site.jigsaw).possibleOf(path) : [];
    if (output !== undefined) return { kind: 'elsewhere', path, address: shownAddress(output) };
    const below = path.startsWith(source) ? path.slice(source.length) : undefined;
    if (site.posts.has(path)) continue;
    return below !== undefined && isPublished(below)
      ? { kind: 'elsewhere', path, address: `/${below}` }
      : { kind: 'not-published', path };
  }
  return undefined;
}

function onDisk({ written, path }: LocalTarget, post: SitePath, site: Site): readonly string[] {
  const beside = written.startsWith('/') ? undefined : resolvePath(post.split('/').slice(0, -1), written);
  return [...(beside === undefined ? [] : [beside]), path, servedFrom(site) + path];
}
