import { readDate } from '../fields/date-reading.ts';
import { titleOf } from '../fields/title.ts';
import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import type { RuleContext } from '../rules/rule.ts';
import { resolveAddress } from '../site/address.ts';
import { anchorsOf } from '../site/anchors.ts';
import { buildIndexOf } from '../site/build-index.ts';
import { fileName, fold } from '../site/file-index.ts';
import { homeOf } from '../site/home.ts';
import { writeAddress } from '../site/percent-encoding.ts';
import { placeOf } from '../site/place.ts';
import { placementOf } from '../site/placement.ts';
import { answering, shownAddress } from '../site/served.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { span } from '../text/span.ts';
import type { Completion, Completions } from './completion.ts';
import type { LinkSlot } from './link-slot.ts';
import { type LinkStyle, linkStyleOf } from './link-style.ts';

/** How many pages are offered at a time: more than anybody reads, few enough to be shown at once. */
const MOST_LINKS = 100;

/** What is known of a page that a link may lead to, apart from its address. */
interface LinkTarget {
  readonly post: Post;
  readonly title: string;
  /** Title and file name, to be searched. */
  readonly words: string;
  /** Seconds since 1970; the oldest of all where there is none. */
  readonly date: number;
}

/** The posts and pages that a link may lead to: those whose titles have the written words, the latest first. */
export function completeLinks({ site, post, placement }: RuleContext, slot: LinkSlot): Completions {
  const at = slot.written.indexOf('#');
  if (site && at !== -1) return places(site, post, placement?.outputPath, slot, at);
  if (!site?.jigsaw || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(slot.written)) return NOTHING;
  const style = linkStyleOf(site);
  const found = best(site, post, slot.written, style);
  const items = found.map(({ target, address }) => toCompletion(target, address, slot, style, site));
  // What is written next is compared with all titles again, and not with those that are shown.
  return { items, isIncomplete: true };
}

const NOTHING: Completions = { items: [], isIncomplete: false };

/** The named places of the page that is written before `#`: headings with an `id`, anchors. */
function places(
  site: Site,
  post: Post,
  output: string | undefined,
  { word, written }: LinkSlot,
  at: number,
): Completions {
  const target = at === 0 ? undefined : resolveAddress(written.slice(0, at), output, homeOf(site));
  const place = target?.kind === 'local' ? placeOf(target, post.path, site, 'page') : undefined;
  const page = at === 0 ? post : place?.kind === 'there' ? site.posts.get(place.path) : undefined;
  const names = page ? [...anchorsOf(page, site)] : [];
  const replace = span(word.start + at + 1, word.end);
  return {
    items: names.map((name) => ({ label: name, kind: 'section', text: writeAddress(name), replace })),
    isIncomplete: false,
  };
}

interface Found {
  readonly target: LinkTarget;
  readonly address: string;
}

function best(site: Site, self: Post, written: string, style: LinkStyle): readonly Found[] {
  const wanted = fold(written.trim().replace(style.prefix, ''));
  const isAddress = /^[/.{]/.test(wanted);
  const words = wanted.split(/[\s/_-]+/).filter((word) => word !== '');
  const ranks: LinkTarget[][] = [[], [], []];
  const index = site.jigsaw && buildIndexOf(site, site.jigsaw);
  for (const post of linkable(site)) {
    if (post.path === self.path) continue;
    const target = targetOf(post);
    const [output] = isAddress ? (index?.possibleOf(post.path) ?? []) : [];
    const fits = output !== undefined && fold(shownAddress(output)).startsWith(wanted);
    const rank = isAddress ? (fits ? 0 : undefined) : rankOf(target, wanted, words);
    if (rank !== undefined) ranks[rank]?.push(target);
  }
  const found: Found[] = [];
  for (const rank of ranks) {
    rank.sort((a, b) => b.date - a.date);
    for (const target of rank) {
      if (found.length === MOST_LINKS) return found;
      const address = addressOf(target.post, site, style);
      if (address !== undefined) found.push({ target, address });
    }
  }
  return found;
}

/** How well a page fits, from 0; undefined where a written word is missing. */
function rankOf({ words: own }: LinkTarget, wanted: string, words: readonly string[]): number | undefined {
  if (own.startsWith(wanted)) return 0;
  if (own.includes(wanted)) return 1;
  return words.every((word) => own.includes(word)) ? 2 : undefined;
}

/** All posts, and the pages that are views. */
function* linkable(site: Site): Iterable<Post> {
  yield* site.posts.values();
  if (!site.jigsaw) return;
  for (const page of buildIndexOf(site, site.jigsaw).pages) if (!site.posts.has(page.path)) yield page;
}

const targets = new WeakMap<Post, LinkTarget>();

function targetOf(post: Post): LinkTarget {
  const target = targets.get(post) ?? readTarget(post);
  targets.set(post, target);
  return target;
}

function readTarget(post: Post): LinkTarget {
  const name = fileName(post.path).replace(/(?:\.blade)?\.\w+$/, '');
  const title = titleOf(post) ?? name;
  const node = fieldOf(post, 'date')?.node;
  const date = node ? readDate(node, post.text) : undefined;
  return {
    post,
    title,
    words: fold(`${title} ${name}`),
    date: date && 'seconds' in date ? date.seconds : Number.NEGATIVE_INFINITY,
  };
}

/** A page's address as this site's posts write one; undefined where it has none, or only the build knows it. */
function addressOf(post: Post, site: Site, { slash }: LinkStyle): string | undefined {
  const { outputs, collection } = placementOf(post, site);
  if (post.frontMatter?.problem || !isKnown(outputs) || !isKnown(collection) || collection?.map)
    return undefined;
  const [output] = outputs;
  if (!output) return undefined;
  // A permalink moves the file, and not what Jigsaw takes for its address.
  const isReached = answering(output.url.replace(/^\/|\/$/g, '')).includes(output.path);
  const address = isReached ? output.url : shownAddress(output.path);
  if (slash === undefined || /\.\w+$|^\/$/.test(address)) return address;
  return slash ? `${address.replace(/\/$/, '')}/` : address.replace(/\/$/, '');
}

function toCompletion(
  { post, title, date }: LinkTarget,
  address: string,
  { word, written }: LinkSlot,
  { prefix }: LinkStyle,
  site: Site,
): Completion {
  const day = Number.isFinite(date) ? new Date(date * 1000).toISOString().slice(0, 10) : undefined;
  const collection = site.jigsaw?.collectionOf(post.path)?.name;
  const description = fieldOf(post, 'description')?.node.value;
  return {
    label: title,
    kind: 'page',
    text: prefix + writeAddress(address),
    replace: word,
    // The editor compares letter by letter; the words are compared already.
    filter: `${written} ${title}`.trim(),
    detail: [day, collection ?? address].filter((each) => each !== undefined).join(' · '),
    documentation:
      typeof description === 'string' && description.trim() !== ''
        ? `${address}\n\n${description.trim()}`
        : address,
  };
}
