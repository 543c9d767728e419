import { defaultConfig } from '../config/copydesk-config.ts';
import { fieldOf } from '../post/fields.ts';
import { isBlade } from '../post/file-kind.ts';
import type { Post } from '../post/post.ts';
import { type Reference, scanHtmlReferences, scanReferences } from '../post/references.ts';
import { scanSpacedAddresses } from '../post/spaced-addresses.ts';
import type { RemoteQuestion } from '../remote/remote-address.ts';
import type { Use } from '../remote/web.ts';
import type { MarkdownDialect } from '../render/dialect.ts';
import { resolveAddress, type Target } from '../site/address.ts';
import { buildErrorsOf } from '../site/dry-runs.ts';
import { fileName, fold, folderOf } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import type { Habits } from '../site/habits.ts';
import { homeOf } from '../site/home.ts';
import { itemsOf } from '../site/items.ts';
import type { BuildError } from '../site/jigsaw/dry-run/dry-run.ts';
import { isItemName } from '../site/jigsaw/fate.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import { lookedUpBy, type Place, placeOf } from '../site/place.ts';
import { type Placement, placementOf } from '../site/placement.ts';
import { servedFrom } from '../site/served.ts';
import { isImageName } from '../site/similar.ts';
import { habitsIn, isIgnored, markdownDialect, type Site } from '../site/site.ts';
import { slice } from '../text/span.ts';
import { remoteReferences } from './remote-references.ts';
import type { RuleContext } from './rule.ts';
import { Silence } from './silence.ts';

/** An address somewhere in a post, and what it leads to. */
export interface PlacedReference {
  readonly reference: Reference;
  readonly target: Target;
  /** Where what it means is or isn't, when the address leads to this site itself; undefined for a lone file. */
  readonly place: Place | undefined;
}

/** Generous, and cheap: a body without any of these has no image, and isn't parsed to find that out. */
const MAY_HOLD_IMAGE = /!\[|<(?:ima?ge?|source|input|video)\b|srcset|\burl\(/i;

/** The same for addresses that may be the site's own: most links lead elsewhere. `?src=` is a part of one. */
const MAY_LEAD_HERE =
  /\]\((?!\s*<?(?:https?:|mailto:))|^ {0,3}\[[^\]\n\r\u2028\u2029]+\]:(?!\s*<?https?:)|(?<![?&;\w-])(?:href|src|data|poster)\s*=(?!\s*(?:["']\s*)?(?:https?:|mailto:))/im;

/** What a reader sees as a picture; the rest of a page's addresses are links, films, scripts. */
function isImage({ kind, address }: Reference): boolean {
  return (
    kind === 'image' || (kind === 'style' && !/\.(?:css|eot|otf|ttf|woff2?)(?:[?#]|$)/i.test(address ?? ''))
  );
}

/** Who wants to know: where all of these are off, nobody is asked. */
const REMOTE_RULES: Readonly<Record<Use, readonly string[]>> = {
  image: ['image/remote-not-found', 'image/remote-not-an-image'],
  page: ['link/remote-not-found'],
};

/** What the rules see of one post. Its parts are computed when the first rule asks, and once. */
export class PostContext implements RuleContext {
  readonly post: Post;
  readonly site: Site | undefined;
  readonly now: number;
  #placement: Placement | undefined;
  #references: readonly Reference[] | undefined;
  #spacedAddresses: readonly Reference[] | undefined;
  #images: readonly PlacedReference[] | undefined;
  #links: readonly PlacedReference[] | undefined;
  #buildErrors: readonly BuildError[] | undefined;
  #silence: Silence | undefined;
  readonly #folders = new Set<string>();

  constructor(post: Post, site: Site | undefined, now: number) {
    this.post = post;
    this.site = site;
    this.now = now;
  }

  get placement(): Placement | undefined {
    if (this.site) this.#placement ??= placementOf(this.post, this.site);
    return this.#placement;
  }

  get references(): readonly Reference[] {
    this.#references ??= bodyReferences(this.post, this.site);
    return this.#references;
  }

  get spacedAddresses(): readonly Reference[] {
    const { post } = this;
    const dialect = markdownDialect(post.path, this.site);
    this.#spacedAddresses ??= dialect
      ? scanSpacedAddresses(post.text, post.rendered.body, dialect, !isBlade(post.path))
      : [];
    return this.#spacedAddresses;
  }

  get images(): readonly PlacedReference[] {
    this.#images ??= [
      ...frontMatterImages(this.post, this.site),
      ...(MAY_HOLD_IMAGE.test(this.#body) ? this.references.filter(isImage) : []),
    ].map((reference) => this.#place(reference, 'image'));
    return this.#images;
  }

  get links(): readonly PlacedReference[] {
    const { site } = this;
    if (!this.#links) {
      const mayLeadHere =
        MAY_LEAD_HERE.test(this.#body) || homeOf(site).hosts.some((host) => this.#body.includes(host));
      this.#links = (mayLeadHere ? this.references : [])
        .filter((reference) => !isImage(reference))
        .map((reference) => this.#place(reference, 'page'));
    }
    return this.#links;
  }

  get #body(): string {
    return slice(this.post.text, this.post.rendered.body);
  }

  #place(reference: Reference, wanted: 'image' | 'page'): PlacedReference {
    const { post, site, placement } = this;
    // A `<base>` in a layout sends relative addresses elsewhere.
    const output = site?.jigsaw?.code.hasBase ? undefined : placement?.outputPath;
    const target = resolveAddress(reference.address ?? '', output, homeOf(site));
    const place = site && target.kind === 'local' ? placeOf(target, post.path, site, wanted) : undefined;
    return { reference, target, place };
  }

  /** The items of another collection, by the names of their files. */
  itemsOf(collection: Collection): ReadonlyMap<string, Post> {
    this.#folders.add(folderKey(collection.folder));
    return this.site ? itemsOf(collection, this.site) : new Map();
  }

  /**
   * The files whose being there or not decides what is said of this post, in `fold`'s form, and the folders all of whose
   * files do, with a slash at their end.
   */
  get lookedUp(): ReadonlySet<string> {
    const files = new Set(this.#folders);
    // Whether a build dies of a file that is no post, or passes it over, its neighbours decide.
    if (!isItemName(fileName(this.post.path))) files.add(folderKey(folderOf(this.post.path)));
    for (const { target, place } of [...(this.#images ?? []), ...(this.#links ?? [])]) {
      if (!this.site || target.kind !== 'local') continue;
      // A proposed address that leads nowhere any more isn't proposed.
      if (place?.kind === 'missing')
        for (const address of place.similar) files.add(fold(servedFrom(this.site) + address.slice(1)));
      for (const path of lookedUpBy(target, this.post.path, this.site)) files.add(fold(path));
      if (target.fragment !== undefined && place?.kind === 'there') files.add(fold(place.path));
    }
    return files;
  }

  /** The images at which nobody has looked yet. */
  get unseenImages(): readonly SitePath[] {
    const { site } = this;
    if (!site || isIgnored(site, this.post.path)) return [];
    return this.images.flatMap(({ place }) =>
      place?.kind === 'there' && isImageName(place.path) && !site.images.has(place.path) ? [place.path] : [],
    );
  }

  /** What other servers are asked for this post's sake: nothing while nobody is asked at all. */
  get remoteQuestions(): ReadonlySet<RemoteQuestion> {
    if (!this.site?.remote || isIgnored(this.site, this.post.path)) return new Set();
    const { rules } = this.site.config;
    const uses = (['image', 'page'] as const).filter((use) =>
      REMOTE_RULES[use].some((rule) => rules[rule] !== 'off'),
    );
    const all = uses.flatMap((use) => remoteReferences(this, use));
    return new Set(all.map(({ question }) => question));
  }

  get buildErrors(): readonly BuildError[] {
    this.#buildErrors ??= this.site ? buildErrorsOf(this.post, this.site) : [];
    return this.#buildErrors;
  }

  get silence(): Silence {
    this.#silence ??= new Silence(this.post);
    return this.#silence;
  }

  get habits(): Habits | undefined {
    return this.site && habitsIn(this.site, this.placement?.collectionName);
  }
}

/** How all that lies in a folder is looked up. */
export function folderKey(folder: string): string {
  return `${fold(folder)}/`;
}

/** Every address in the body, read as the generator's Markdown, or as HTML where the post isn't Markdown. */
export function bodyReferences(post: Post, site: Site | undefined): readonly Reference[] {
  const dialect = markdownDialect(post.path, site);
  const known = scanned.get(post);
  if (known && known.dialect === dialect) return known.references;
  const references = dialect
    ? scanReferences(post.text, post.rendered.body, dialect, !isBlade(post.path))
    : scanHtmlReferences(post.text, post.rendered.body);
  scanned.set(post, { dialect, references });
  return references;
}

interface Scanned {
  readonly dialect: MarkdownDialect | undefined;
  readonly references: readonly Reference[];
}

/** Kept, as a post is judged anew whenever a layout changes, and reading its body is the most of that. */
const scanned = new WeakMap<Post, Scanned>();

/** An address that a browser looks for beside the page. */
const RELATIVE = /^(?![a-z][a-z0-9+.-]*:|[/#?\\])/i;

function frontMatterImages(post: Post, site: Site | undefined): readonly Reference[] {
  const code = site?.jigsaw?.code;
  return (site?.config ?? defaultConfig).imageFields.flatMap((key) => {
    const node = fieldOf(post, key)?.node;
    if (typeof node?.value !== 'string' || code?.completesAddress(key)) return [];
    // What no layout shows, no reader sees, unless the site's own settings say so.
    if (defaultConfig.imageFields.includes(key) && code?.mentions(key) === false) return [];
    const written = node.value.trim();
    // An address that is written with escapes or over several lines has no one place that could be changed.
    const at = written === '' ? -1 : slice(post.text, node.span).indexOf(written);
    if (at === -1) return [];
    const start = node.span.start + at;
    const addressSpan = { start, end: start + written.length };
    const isRelative = RELATIVE.test(written);
    const isRooted = isRelative && code?.rootsAddress(key, homeOf(site).endsInSlash);
    // Shown in lists only, it is relative to these.
    if (isRelative && !isRooted && site && code?.mentions(key) && !code.mentionsIn(key, viewsOf(post, site)))
      return [];
    const address = isRooted ? `/${written}` : written;
    return [
      { kind: 'image' as const, syntax: 'front-matter' as const, span: node.span, address, addressSpan },
    ];
  });
}

/** The files whose code may show a field on a post's own page. */
function viewsOf(post: Post, site: Site): readonly SitePath[] {
  const chains = placementOf(post, site).layouts.map(({ chain }) => chain);
  const code = ['config.php', 'helpers.php'] as SitePath[];
  return [...code, ...chains.flatMap(({ reached }) => reached.map(({ path }) => path))];
}
