import { message } from '../../text/message.ts';
import { type Known, Unknown } from '../unknown.ts';
import type { Bootstrap } from './bootstrap.ts';
import type { ViewLookup } from './views.ts';

/** What a site has for components. */
export interface ComponentSource {
  readonly bootstrap: Bootstrap;
  find(name: string): Known<ViewLookup>;
  /** Whether any file of the site has this name. */
  hasFile(name: string): boolean;
}

/**
 * What the build says of a tag such as `<x-alert>` whose component isn't there: Jigsaw looks for a class, then for
 * `_components.alert` and `_components.alert.index` (`View/ComponentTagCompiler`).
 * @param name what follows `x-`.
 * @returns undefined when it is there; unknown when a class may stand for it.
 */
export function componentError(
  name: string,
  { bootstrap, find, hasFile }: ComponentSource,
): Known<string | undefined> {
  if (name === 'dynamic-component' || name === 'slot' || /^slot[:[]/.test(name)) return undefined;
  for (const view of [`_components.${name}`, `_components.${name}.index`]) {
    const found = find(view);
    if (found instanceof Unknown || found.path !== undefined) return undefined;
  }
  const className = `${studly(name.split('.').at(-1) ?? '')}.php`;
  if (bootstrap.addsComponents || bootstrap.problem || name.includes('::') || hasFile(className)) {
    return new Unknown(message('A class may stand for the component `{0}`.', name));
  }
  return `Unable to locate a class or view for component [${name}].`;
}

/** `post-card` as a class is called: `PostCard`. */
function studly(name: string): string {
  return name.replace(/(?:^|[-_]+)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
