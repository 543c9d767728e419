import { type Span, span } from '../../text/span.ts';
import type { SitePath } from '../files.ts';
import { isKnown } from '../unknown.ts';
import type { JigsawSite } from './jigsaw-site.ts';

/** A tag of a Blade component, complete up to its `>`. */
export interface ComponentTag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'whole';
  /** Its start, up to the end of its name. */
  readonly span: Span;
}

/** As Blade's `ComponentTagCompiler` finds them, but for attributes of absurd length. */
const TAG = /<(\/?)x[-:]([\w\-:.]*)((?:"[^"]{0,500}"|'[^']{0,500}'|[^'"<>]){0,500}?)(\/?)>/g;

/** The component tags in a text, those in comments too. */
export function componentTags(text: string): readonly ComponentTag[] {
  return Array.from(text.matchAll(TAG), ({ index, 1: slash = '', 2: name = '', 4: end }) => ({
    name,
    kind: slash ? 'close' : end ? 'whole' : 'open',
    span: span(index, index + '<x-'.length + slash.length + name.length),
  }));
}

/** Names that Blade itself knows, or that it makes of an attribute. */
const OWN = /^(?:slot(?::.*)?|dynamic-component)$/;

/** Whether there is surely no component of this name. Follows `View/ComponentTagCompiler::componentClass`. */
export function isMissingComponent(name: string, jigsaw: JigsawSite): boolean {
  if (name === '' || OWN.test(name) || mayHaveClasses(jigsaw)) return false;
  const view = name.includes('::') ? name.replace('::', '::_components.') : `_components.${name}`;
  return [view, `${view}.index`].every((each) => {
    const found = jigsaw.find(each);
    return isKnown(found) && found.path === undefined;
  });
}

/** Whether components may be classes, which may be anywhere that Composer looks, or have other names. */
function mayHaveClasses(jigsaw: JigsawSite): boolean {
  const mentions = (path: string, what: RegExp) => what.test(jigsaw.textOf(path as SitePath) ?? '');
  if (mentions('composer.json', /"Components\\\\|"classmap"/)) return true;
  return ['bootstrap.php', 'blade.php', 'config.php', 'helpers.php'].some((path) =>
    mentions(path, /component/i),
  );
}
