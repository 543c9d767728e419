import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { parsePost } from '../core/post/parse-post.ts';
import { toJson } from '../core/post/value.ts';
import { renderBody } from '../core/render/render.ts';
import { PostContext } from '../core/rules/context.ts';
import { lintPost } from '../core/rules/lint.ts';
import { ruleIds } from '../core/rules/registry.ts';
import { builtOutputs } from '../core/site/built-outputs.ts';
import type { SitePath } from '../core/site/files.ts';
import { placementOf } from '../core/site/placement.ts';
import { markdownDialect } from '../core/site/site.ts';
import { SiteStore } from '../core/site/site-store.ts';
import { isKnown } from '../core/site/unknown.ts';
import { english } from '../core/text/message.ts';
import { slice } from '../core/text/span.ts';
import { type CheckedProblem, report } from './check.ts';
import { NodeFiles } from './node-files.ts';
import { NotThere, targetsOf } from './targets.ts';

/** Everything that Copydesk knows of one post, as `inspect` prints it. */
export interface Inspection {
  /** Relative to the working folder, with slashes; so is `site`. */
  readonly file: string;
  readonly site: string | null;
  readonly collection: string | null;
  /** The data as Jigsaw reads it; null without front matter, or when it can't be read. */
  readonly frontMatter: unknown;
  readonly extends: unknown;
  readonly section: string | null;
  /** The views that the post passes through, outermost last. */
  readonly layouts: readonly string[];
  /** What a post with this layout may fill. */
  readonly sections: readonly string[];
  readonly outputPath: string | null;
  readonly url: string | null;
  /** The text after the front matter. */
  readonly body: string;
  /** The body as rendered. */
  readonly html: string;
  /** What can't be known without running the site's code, as sentences. */
  readonly unknown: readonly string[];
  readonly problems: readonly CheckedProblem[];
}

/**
 * Looks at one file as a post.
 * @throws NotThere when there is no such file.
 */
export async function inspect(path: string, env: string): Promise<Inspection> {
  const [target] = await targetsOf(path);
  const file = resolve(path);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new NotThere(`${path} is no file that can be read.`);
  });
  const root = target?.kind === 'site' ? target.root : undefined;
  const store =
    target?.kind === 'site'
      ? await SiteStore.open(new NodeFiles(target.root), target.generator, ruleIds, env)
      : undefined;
  const site = store?.site;
  const sitePath = (root === undefined ? file : slashed(relative(root, file))) as SitePath;
  const post =
    site?.posts.get(sitePath) ??
    parsePost(sitePath, text, target?.kind === 'site' && target.generator === 'other' ? 'generic' : 'jigsaw');
  await store?.lookAtImages(new PostContext(post, site, Date.now()).unseenImages);
  const placement = site && placementOf(post, site);
  const dialect = markdownDialect(post.path, site);
  const body = slice(post.text, post.rendered.body);
  const outputs = site && placement && builtOutputs(post, placement, site);
  const [output] = outputs && isKnown(outputs) ? outputs : [];
  const layouts = placement?.layouts ?? [];
  return {
    file: slashed(relative('', file)),
    site: root === undefined ? null : slashed(relative('', root)) || '.',
    collection: placement?.collectionName ?? null,
    frontMatter: post.frontMatter?.data === undefined ? null : toJson(post.frontMatter.data),
    extends: layouts.length > 1 ? layouts.map(({ name }) => name) : (layouts[0]?.name ?? null),
    section: placement && isKnown(placement.section) ? placement.section : null,
    layouts: layouts.flatMap(({ chain }) => chain.views.map((view) => view.path)),
    sections: [...new Set(layouts.flatMap(({ chain }) => [...chain.fillable.keys()]))],
    outputPath: output?.path ?? null,
    url: output?.url ?? null,
    body: slice(post.text, post.body),
    html: dialect ? renderBody(body, dialect) : body,
    unknown: (placement?.unknown ?? []).map((reason) => english(reason)),
    problems: report(file, post.text, lintPost(post, store?.site, Date.now())),
  };
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
