import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { parsePost } from '../core/post/parse-post.ts';
import type { Post } from '../core/post/post.ts';
import { PostContext } from '../core/rules/context.ts';
import { lint, lintPost } from '../core/rules/lint.ts';
import { lintSite } from '../core/rules/lint-site.ts';
import { ruleIds } from '../core/rules/registry.ts';
import type { Problem } from '../core/rules/rule.ts';
import type { SitePath } from '../core/site/files.ts';
import { isLonePost } from '../core/site/posts.ts';
import { SiteStore } from '../core/site/site-store.ts';
import { LineMap } from '../core/text/line-map.ts';
import { english } from '../core/text/message.ts';
import { NodeFiles } from './node-files.ts';
import type { Remote, RemoteReport } from './remote.ts';
import { targetsOf } from './targets.ts';

/** A place in a file as people count: line and column from 1, columns in UTF-16 units. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A problem as `check --format json` prints it. */
export interface CheckedProblem {
  /** Relative to the working folder, with slashes. */
  readonly file: string;
  readonly start: Place;
  readonly end: Place;
  readonly rule: string;
  readonly severity: Problem['severity'];
  readonly effect: Problem['effect'];
  readonly message: string;
  /** Whether an edit of the file itself mends it. */
  readonly fixable: boolean;
}

export interface CheckResult {
  readonly version: 1;
  /** How many texts were checked: posts, and the other items of collections and pages that a writer writes. */
  readonly posts: number;
  /** How many of them each collection has, by its name; those of none under an empty name. */
  readonly collections: Readonly<Record<string, number>>;
  /** Whether a site had a `config.<env>.php` for the environment that was asked for. */
  readonly knowsEnv: boolean;
  readonly problems: readonly CheckedProblem[];
  /** Only when other servers were asked. */
  readonly remote?: RemoteReport;
}

/**
 * Checks the posts that these paths name: those of a site or a part of it, of the sites below a folder, or lone ones.
 * @param env the environment that is built; `config.<env>.php` counts.
 * @param remote who asks other servers; undefined where nobody does.
 * @throws NotThere when nothing is at a path.
 */
export async function check(paths: readonly string[], env: string, remote?: Remote): Promise<CheckResult> {
  const now = Date.now();
  const checked = new Map<string, readonly CheckedProblem[]>();
  const besides = new Map<string, readonly CheckedProblem[]>();
  const stores = new Map<string, SiteStore>();
  const counts = new Map<string, number>();
  const count = (name = '') => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const path of paths) {
    for (const target of await targetsOf(path)) {
      if (target.kind === 'file') {
        const post = parsePost(target.path as SitePath, await readFile(target.path, 'utf8'));
        if (isLonePost(post) && !checked.has(target.path)) {
          count();
          checked.set(target.path, report(target.path, post.text, lintPost(post, undefined, now)));
        }
        continue;
      }
      const { root, generator } = target;
      const store = stores.get(root) ?? (await SiteStore.open(new NodeFiles(root), generator, ruleIds, env));
      stores.set(root, store);
      const posts = [...store.site.posts.values()].filter(({ path }) => target.includes(path));
      if (remote) await askFor(posts, store, remote);
      for (const { path: file, text, problems } of lintSite(store.site)) {
        if (target.includes(file))
          besides.set(resolve(root, file), report(resolve(root, file), text, problems));
      }
      const unseen = new Map<SitePath, readonly Post[]>();
      for (const post of posts) {
        const file = resolve(root, post.path);
        if (checked.has(file)) continue;
        count(store.site.jigsaw?.collectionNameOf(post.path));
        const context = new PostContext(post, store.site, now);
        checked.set(file, report(file, post.text, lint(context)));
        for (const image of context.unseenImages) unseen.set(image, [...(unseen.get(image) ?? []), post]);
      }
      // What their files say is known only now: those few posts are judged again.
      const seen = await store.lookAtImages(unseen.keys());
      for (const post of new Set(seen.flatMap((image) => unseen.get(image) ?? []))) {
        const file = resolve(root, post.path);
        checked.set(file, report(file, post.text, lintPost(post, store.site, now)));
      }
    }
  }
  const knowsEnv = [...stores.values()].some(
    ({ site }) => site.jigsaw?.textOf(`config.${env}.php` as SitePath) !== undefined,
  );
  return {
    version: 1,
    posts: checked.size,
    collections: Object.fromEntries(counts),
    knowsEnv,
    problems: [...besides.values(), ...checked.values()].flat(),
    ...(remote && { remote: remote.report }),
  };
}

/** Brings into the site's snapshot what other servers say of the addresses in these posts. */
async function askFor(posts: readonly Post[], store: SiteStore, remote: Remote): Promise<void> {
  const known = store.site.remote ?? new Map();
  store.setRemote(known);
  const questions = posts.flatMap((post) => [...new PostContext(post, store.site, 0).remoteQuestions]);
  store.setRemote(new Map([...known, ...(await remote.answersTo(questions))]));
}

/** Problems of one file as they are printed. */
export function report(file: string, text: string, problems: readonly Problem[]): readonly CheckedProblem[] {
  if (problems.length === 0) return [];
  const lines = new LineMap(text);
  const place = (offset: number): Place => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  const name = relative('', file).split(sep).join('/');
  return problems.map(({ span, rule, severity, effect, message, fixes }) => ({
    file: name,
    start: place(span.start),
    end: place(span.end),
    rule,
    severity,
    effect,
    message: english(message),
    // Worked out when it is printed: it takes time, and the text for people doesn't tell.
    get fixable() {
      return fixes?.().some(({ edits }) => edits.length > 0) ?? false;
    },
  }));
}
