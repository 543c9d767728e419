import { fileName, fold, folderOf } from './file-index.ts';
import { type Files, isForeign, listFiles, ROOT, type SitePath } from './files.ts';
import { isPublished, servedFrom } from './served.ts';
import { isImageName } from './similar.ts';
import type { Site } from './site.ts';
import { isKnown } from './unknown.ts';

/** Texts in which a site may name an image. */
const TEXT =
  /\.(?:astro|atom|cfg|conf|css|csv|html?|[cm]?jsx?|json5?|less|liquid|markdown|mdown|mdx?|njk|php|rss|s[ac]ss|styl|svelte|svg|toml|[cm]?tsx?|twig|txt|vue|webmanifest|xml|ya?ml)$/i;

/** What browsers, phones and other sites ask for by themselves. */
const ASKED_FOR =
  /^(?:favicon|apple-(?:touch-)?icon|android-chrome|mstile|browserconfig|safari-pinned-tab|icon|logo|og-image|social)\b/i;

/** A file's name in a text, up to the extension of an image. Names with spaces are looked for by themselves. */
const NAMES = /[^\s"'`()<>[\]{}/\\=,;:|*]+\.(?:avif|bmp|gif|ico|jpe?g|jfif|png|svg|webp)\b/gi;

/** A path that goes on with something computed: `/img/{{ … }}`, `'/img/' . $name`, `` `/img/${name}` ``. */
const COMPUTED = /([\w@.~-]*(?:\/[\w@.~-]+)*\/)[\w.-]*(?:\{\{|\{!!|<\?|\$\{|#\{|["'`]\s*[.+]|\{\$)/g;

/** Larger texts are data, or made by a tool. */
const LONGEST = 5_000_000;

/** How many files are read at a time. */
const AT_A_TIME = 32;

/**
 * The images of a site that nothing names: no post, layout, style sheet, script, nor any other text of the project.
 * Sure only of what it can know: an image whose name some text may put together is taken for used.
 * @param files the site's folder, whose texts are read.
 */
export async function unusedImages(site: Site, files: Files): Promise<readonly SitePath[]> {
  const source = servedFrom(site);
  const images = [...site.files].filter(
    (path) =>
      isImageName(path) &&
      path.startsWith(source) &&
      isPublished(path.slice(source.length)) &&
      !ASKED_FOR.test(fileName(path)) &&
      !site.jigsaw?.isGitIgnored(path),
  );
  const mentions = new Mentions(images.map(fileName).filter((name) => !isPlain(name)));
  const all = await listFiles(files, ROOT, (name) => isForeign(name) || isBuild(name, site));
  const texts = all.filter((path) => TEXT.test(path));
  for (let at = 0; at < texts.length; at += AT_A_TIME) {
    const some = texts.slice(at, at + AT_A_TIME);
    for (const text of await Promise.all(some.map((path) => files.read(path)))) mentions.read(text ?? '');
  }
  return images.filter((path) => !mentions.mayMean(path.slice(source.length))).sort();
}

function isBuild(name: string, { jigsaw }: Site): boolean {
  const destination = jigsaw?.config.destination;
  return /^build_/.test(name) || (destination !== undefined && isKnown(destination) && destination === name);
}

/** Whether a name is found by {@link NAMES}. */
function isPlain(name: string): boolean {
  return name.match(NAMES)?.[0] === name;
}

/** The names of images in texts. */
class Mentions {
  readonly #names = new Set<string>();
  readonly #computed = new Set<string>();
  /** Names that must be looked for one by one. */
  #odd: readonly string[];

  constructor(odd: readonly string[]) {
    this.#odd = odd;
  }

  read(text: string): void {
    if (text.length > LONGEST) return;
    const decoded = decode(text);
    for (const each of decoded === text ? [text] : [text, decoded]) {
      for (const [name] of each.matchAll(NAMES)) this.#names.add(fold(name));
      for (const [, folder = ''] of each.matchAll(COMPUTED))
        this.#computed.add(fold(folder.replace(/^[./~@]+/, '')));
    }
    const found = this.#odd.filter((name) => decoded.normalize().includes(name.normalize()));
    for (const name of found) this.#names.add(fold(name));
    if (found.length > 0) this.#odd = this.#odd.filter((name) => !found.includes(name));
  }

  /** Whether a text names the image at this path below the web root, or may put its name together. */
  mayMean(path: string): boolean {
    const name = fold(fileName(path));
    if (this.#names.has(name) || this.#names.has(name.replace(/@\dx(?=\.\w+$)/, ''))) return true;
    const folder = `/${fold(folderOf(path))}/`;
    for (let at = folder.length - 1; at > 0; at = folder.lastIndexOf('/', at - 1)) {
      // `/assets/img/` is meant by each of `assets/img/`, `img/`.
      for (let start = 0; start < at; start = folder.indexOf('/', start + 1)) {
        if (this.#computed.has(folder.slice(start + 1, at + 1))) return true;
        if (folder.indexOf('/', start + 1) === -1) break;
      }
    }
    return false;
  }
}

/** A text with its `%20` and the like decoded, as far as they are right. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
