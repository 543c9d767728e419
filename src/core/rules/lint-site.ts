import { CONFIG_FILE } from '../config/copydesk-config.ts';
import type { SettingsFile, Site } from '../site/site.ts';
import type { Problem, RuleMeta } from './rule.ts';

/** PHP can't read a file that every build reads. */
const brokenConfig: RuleMeta = {
  id: 'site/broken-config',
  summary: 'PHP can’t read the site’s config.',
  severity: 'error',
  effect: 'build-fails',
};

/** A setting of `copydesk.json` that does nothing. */
const wrongSetting: RuleMeta = {
  id: 'site/wrong-setting',
  summary: 'A setting in copydesk.json does nothing.',
  severity: 'warning',
  effect: 'advice',
};

/** The rules about a site's own files: not about any one post, and so found once. */
export const siteRules: readonly RuleMeta[] = [brokenConfig, wrongSetting];

/** A file of the site with what is wrong in it. */
export interface FileProblems extends Pick<SettingsFile, 'path' | 'text'> {
  readonly problems: readonly Problem[];
}

/** What is wrong with the files that say how the site is built and checked. */
export function lintSite({ settings, config }: Pick<Site, 'settings' | 'config'>): readonly FileProblems[] {
  return settings.map(({ path, text, problems }) => {
    const { id, severity, effect } = path === CONFIG_FILE ? wrongSetting : brokenConfig;
    const level = config.rules[id] ?? severity;
    if (level === 'off') return { path, text, problems: [] };
    const found = problems.map(({ span, message }) => ({
      rule: id,
      severity: level,
      effect,
      span,
      message,
      fixes: undefined,
    }));
    return { path, text, problems: found };
  });
}
