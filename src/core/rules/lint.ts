import type { Post } from '../post/post.ts';
import type { Placement } from '../site/placement.ts';
import { isIgnored, type Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { PostContext } from './context.ts';
import { rules } from './registry.ts';
import type { Problem, RuleMeta, Severity } from './rule.ts';

/**
 * Everything that the rules find in one post, in the order of the text.
 * @param site the site that the post belongs to; without it, only what the text itself says is checked.
 * @param now milliseconds since 1970; fixes that write a date use it.
 */
export function lintPost(post: Post, site: Site | undefined, now: number): readonly Problem[] {
  return lint(new PostContext(post, site, now));
}

/** The same for a context that the caller looks at afterwards. */
export function lint(context: PostContext): readonly Problem[] {
  const { post, site } = context;
  if (site && isIgnored(site, post.path)) return [];
  const standing = standingOf(context.placement);
  const problems: Problem[] = [];
  for (const rule of rules) {
    const level = levelOf(rule.meta, site);
    if (level === 'off' || (standing === 'no-post' && !rule.meta.aboutFile)) continue;
    // What is wrong with a draft does no harm yet.
    const isDraft = standing === 'draft' && !rule.meta.aboutFile;
    for (const finding of rule.check(context)) {
      if (context.silence.covers(rule.meta.id, finding.span)) continue;
      problems.push({
        rule: rule.meta.id,
        severity: isDraft ? 'information' : (level ?? finding.severity ?? rule.meta.severity),
        effect: isDraft ? 'advice' : (finding.effect ?? rule.meta.effect),
        span: finding.span,
        message: finding.message,
        fixes: finding.fixes,
      });
    }
  }
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What a build makes of a post's file: a page; nothing as yet, because of an underscore; nothing that reads its text. */
function standingOf(placement: Placement | undefined): 'built' | 'draft' | 'no-post' {
  const fate = placement?.fate;
  if (!fate || !isKnown(fate) || fate.kind === 'item' || fate.kind === 'page') return 'built';
  const isDraft = fate.kind === 'skipped' && fate.why === 'underscore-file';
  return isDraft ? 'draft' : 'no-post';
}

function levelOf({ id }: RuleMeta, site: Site | undefined): Severity | 'off' | undefined {
  return site?.config.rules[id];
}
