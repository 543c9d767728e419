import { Parser } from 'htmlparser2';
import { isBlade } from '../post/file-kind.ts';
import type { Post } from '../post/post.ts';
import { renderBody } from '../render/render.ts';
import { message } from '../text/message.ts';
import { slice } from '../text/span.ts';
import type { SitePath } from './files.ts';
import { generatedBy } from './jigsaw/generated.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import { placementOf } from './placement.ts';
import { markdownDialect, type Site } from './site.ts';
import { isKnown, type Known, Unknown } from './unknown.ts';

const own = new WeakMap<Post, ReadonlySet<string>>();

/** The places of a post's own text that a link can lead to: its `id`s, and the names of its `<a name>`. */
export function anchorsOf(post: Post, site: Site): ReadonlySet<string> {
  const known = own.get(post);
  if (known) return known;
  const body = slice(post.text, post.rendered.body);
  const dialect = markdownDialect(post.path, site);
  const html = dialect ? renderBody(body, dialect, { blade: isBlade(post.path) }) : body;
  const found = idsIn(html);
  own.set(post, found);
  return found;
}

function idsIn(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(tag, { id, name }) {
      if (id) found.add(id);
      if (tag === 'a' && name) found.add(name);
    },
  });
  parser.end(html);
  return found;
}

/**
 * All places of a post's page that a link can lead to, those of its layouts among them.
 * @returns unknown where a script, an echo or another Markdown parser may bring more.
 */
export function pageAnchors(post: Post, site: Site): Known<ReadonlySet<string>> {
  const { jigsaw } = site;
  if (!jigsaw) return uncertain();
  const layout = layoutAnchors(post, site, jigsaw);
  if (!isKnown(layout) || printsMore(post)) return uncertain();
  return new Set([...anchorsOf(post, site), ...layout]);
}

function uncertain(): Unknown {
  return new Unknown(message('Some of this page is known only when it is built.'));
}

/** Views, includes and scripts print what a text doesn't show. */
function printsMore(post: Post): boolean {
  const body = slice(post.text, post.rendered.body);
  if (/<script\b/i.test(body)) return true;
  if (!isBlade(post.path)) return false;
  return /@(?:include|component|each|yield|stack|livewire)|<x-|\{!!|\bid\s*=\s*["']?[^"'\s>]*\{\{/i.test(
    body,
  );
}

const layouts = new WeakMap<JigsawSite, Map<string, Known<ReadonlySet<string>>>>();

function layoutAnchors(post: Post, site: Site, jigsaw: JigsawSite): Known<ReadonlySet<string>> {
  const chains = placementOf(post, site).layouts.map(({ chain }) => chain);
  if (chains.length === 0 || chains.some(({ missing, unknown }) => missing || unknown.length > 0))
    return uncertain();
  const views = [...new Set(chains.flatMap(({ reached }) => reached.map(({ path }) => path)))].sort();
  const kept = layouts.get(jigsaw) ?? new Map<string, Known<ReadonlySet<string>>>();
  layouts.set(jigsaw, kept);
  const key = views.join('\n');
  const found = kept.get(key) ?? readLayouts(views, jigsaw);
  kept.set(key, found);
  return found;
}

/** What is printed as it is, and surely holds no `id`. */
const PLAIN_ECHO = /\{!!\s*\$\w+->(?:getContent|getExcerpt|excerpt|title|description)\b[^!]*!!\}/g;

function readLayouts(views: readonly SitePath[], jigsaw: JigsawSite): Known<ReadonlySet<string>> {
  const texts = views.map((path) => (jigsaw.textOf(path) ?? '').replace(/\{\{--[\s\S]*?--\}\}/g, ''));
  const all = texts.join('\n');
  const isComputed = /\{!!|\bid\s*=\s*["']?[^"'\s>]*\{\{|\bid\s*=\s*["'][^"']*<\?/i.test(
    all.replace(PLAIN_ECHO, ''),
  );
  const isChanged =
    jigsaw.hasOwnMarkdown || generatedBy(jigsaw.bootstrap, 'index.html') || jigsaw.bootstrap.changesPaths;
  if (isComputed || isChanged || !jigsaw.code.leavesIdsAlone(texts)) return uncertain();
  return idsIn(all);
}
