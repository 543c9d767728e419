import type { Post } from '../post/post.ts';
import { isIgnored, type Site } from '../site/site.ts';
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
  const problems: Problem[] = [];
  for (const rule of rules) {
    const level = levelOf(rule.meta, site);
    if (level === 'off') continue;
    for (const finding of rule.check(context)) {
      problems.push({
        rule: rule.meta.id,
        severity: level ?? finding.severity ?? rule.meta.severity,
        effect: finding.effect ?? rule.meta.effect,
        span: finding.span,
        message: finding.message,
        fixes: finding.fixes,
      });
    }
  }
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function levelOf({ id }: RuleMeta, site: Site | undefined): Severity | 'off' | undefined {
  return site?.config.rules[id];
}
