import { fieldOf } from '../post/fields.ts';
import type { BuildError } from '../site/jigsaw/dry-run/dry-run.ts';
import type { RuleContext } from './rule.ts';

/** What the site's code dies of because of one field of a post, if it surely does. */
export function buildErrorOf(
  { buildErrors }: Pick<RuleContext, 'buildErrors'>,
  key: string,
): BuildError | undefined {
  return buildErrors.find(({ field }) => field === key);
}

/** The build errors that a field of the post is to blame for, one for each field; `key` is its name. */
export function fieldErrors({
  buildErrors,
  post,
}: RuleContext): readonly (BuildError & { readonly key: string })[] {
  const found = new Map<string, BuildError & { readonly key: string }>();
  for (const error of buildErrors) {
    const { field: key } = error;
    if (key === undefined || key === 'filename' || found.has(key)) continue;
    // A helper that the config lacks is asked for by a name that the post doesn't have either: the code is to blame.
    if (error.error.startsWith('No function named') && !fieldOf(post, key)) continue;
    found.set(key, { ...error, key });
  }
  return [...found.values()];
}
