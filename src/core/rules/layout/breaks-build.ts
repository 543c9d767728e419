import { fieldOf } from '../../post/fields.ts';
import { isBlade } from '../../post/file-kind.ts';
import type { SitePath } from '../../site/files.ts';
import { scanBlade } from '../../site/jigsaw/blade/scan.ts';
import { unreadableEcho } from '../../site/jigsaw/blade/unreadable.ts';
import { componentTags, isMissingComponent } from '../../site/jigsaw/components.ts';
import type { BuildError } from '../../site/jigsaw/dry-run/dry-run.ts';
import type { JigsawSite } from '../../site/jigsaw/jigsaw-site.ts';
import { message } from '../../text/message.ts';
import { codePlace } from '../code-place.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

/** A layout that can't be run for this post, whatever its fields say: a slip in its code, or no layout for posts. */
export const layoutBreaksBuild: Rule = {
  meta: {
    id: 'layout/breaks-build',
    summary: 'The layout’s own code stops the build.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post, site, placement } = context;
    // A layout that is missing is told by its own rule.
    if (!site || !placement || placement.layouts.some(({ chain }) => chain.missing || chain.circular)) return;
    const error = notCompiled(context) ?? context.buildErrors.find((each) => isLayouts(each, context));
    if (!error) return;
    yield {
      span: fieldOf(post, 'extends')?.node.span ?? headOf(post),
      message: message(
        'With the layout `{0}`, this post can’t be built: there is a mistake in {1}. Choose another layout, or ask whoever looks after the site’s code. (The build says: {2})',
        placement.layouts[0]?.name ?? '',
        codePlace(error.place, site),
        error.error,
      ),
    };
  },
};

function isLayouts({ own, field, error, place }: BuildError, { post }: RuleContext): boolean {
  if (!own || place.path === post.path) return false;
  // A helper that the config lacks is asked for by a name that the post doesn't have either.
  return field === undefined || (error.startsWith('No function named') && !fieldOf(post, field));
}

/** A mistake at which Blade or PHP stops before anything of a view runs. */
type Mistake = Pick<BuildError, 'error' | 'place'>;

function notCompiled({ site, placement }: RuleContext): Mistake | undefined {
  const jigsaw = site?.jigsaw;
  if (!jigsaw || !placement || jigsaw.bootstrap.changesSite || jigsaw.bootstrap.changesPaths)
    return undefined;
  for (const { chain } of placement.layouts) {
    for (const { path } of chain.views) {
      const mistake = mistakeIn(path, jigsaw);
      if (mistake) return mistake;
    }
  }
  return undefined;
}

const mistakes = new WeakMap<JigsawSite, Map<SitePath, Mistake | undefined>>();

/** What is wrong with a view, looked for once. */
function mistakeIn(path: SitePath, jigsaw: JigsawSite): Mistake | undefined {
  const known = mistakes.get(jigsaw) ?? new Map<SitePath, Mistake | undefined>();
  mistakes.set(jigsaw, known);
  if (!known.has(path)) known.set(path, findMistake(path, jigsaw));
  return known.get(path);
}

function findMistake(path: SitePath, jigsaw: JigsawSite): Mistake | undefined {
  const text = isBlade(path) ? jigsaw.textOf(path) : undefined;
  if (text === undefined) return undefined;
  const echo = unreadableEcho(text);
  if (echo) return { error: 'syntax error', place: { path, span: echo } };
  const seen = new Set(scanBlade(text).map(({ span }) => span.start));
  const missing = componentTags(text).find(
    ({ name, kind, span }) => kind !== 'close' && seen.has(span.start) && isMissingComponent(name, jigsaw),
  );
  if (!missing) return undefined;
  const error = `Unable to locate a class or view for component [${missing.name}].`;
  return { error, place: { path, span: missing.span } };
}
