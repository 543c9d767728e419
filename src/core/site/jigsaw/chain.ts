import { type Message, message } from '../../text/message.ts';
import type { SitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import type { BladeName, BladeView, LayoutChain, SectionPlace } from './model.ts';
import { renderSections } from './sections.ts';
import type { ViewLookup } from './views.ts';

/** Finds views by name and gives what they say; the caller keeps both in memory. */
export interface Views {
  find(name: string): Known<ViewLookup>;
  read(path: SitePath): BladeView | undefined;
}

/**
 * What a post that extends a view passes through, and where its sections come out. Total: a chain that is broken,
 * circular or computed says so.
 */
export function layoutChain(name: string, views: Views): LayoutChain {
  const walk = new Walk(views);
  const own = walk.view(name, undefined);
  const chain = walk.ancestors(own);
  walk.reach(chain);
  const reached = [...walk.reached.values()];
  const rendering = own && renderSections(own, undefined, views);
  const fillable = new Map<string, SectionPlace>();
  for (const section of namesOf(reached, ({ yields }) => yields).keys()) {
    const place = own && renderSections(own, section, views).printed;
    if (place) fillable.set(section, place);
  }
  const unknown = [...walk.unknown, ...(rendering?.unknown ?? [])];
  return {
    views: chain,
    reached,
    missing: walk.missing ?? rendering?.missing,
    circular: walk.circular || (rendering?.circular ?? false),
    fillable,
    printsContent: rendering?.printsContent,
    defined: namesOf(reached, ({ sections }) => sections),
    unknown,
  };
}

/** The first place of each name that the views have, of one sort. */
function namesOf(
  views: readonly BladeView[],
  select: (view: BladeView) => readonly BladeName[],
): ReadonlyMap<string, SectionPlace> {
  const found = new Map<string, SectionPlace>();
  for (const view of views) {
    for (const { name, span } of select(view)) {
      if (typeof name === 'string' && !found.has(name)) found.set(name, { view: view.path, span });
    }
  }
  return found;
}

/** Goes through parents and includes once, each view once. */
class Walk {
  readonly #views: Views;
  readonly reached = new Map<SitePath, BladeView>();
  readonly unknown: Message[] = [];
  missing: LayoutChain['missing'];
  circular = false;

  constructor(views: Views) {
    this.#views = views;
  }

  view(name: string, from: SitePath | undefined): BladeView | undefined {
    const found = this.#views.find(name);
    if (found instanceof Unknown) this.unknown.push(found.reason);
    else if (found.path === undefined) this.missing ??= { name, from, error: found.error };
    else return this.#views.read(found.path);
    return undefined;
  }

  ancestors(own: BladeView | undefined): readonly BladeView[] {
    const chain: BladeView[] = [];
    const seen = new Set<SitePath>();
    for (let view = own; view; view = this.#parent(view)) {
      if (seen.has(view.path)) {
        this.circular = true;
        break;
      }
      seen.add(view.path);
      chain.push(view);
    }
    return chain;
  }

  #parent(view: BladeView): BladeView | undefined {
    const [names = []] = view.parents;
    const known = names.map(({ name }) => name).filter((name) => typeof name === 'string');
    if (known.length < names.length)
      this.unknown.push(message('{0} extends a view whose name is computed.', view.path));
    const there = known.find((name) => isThere(name, this.#views)) ?? known[0];
    return there === undefined || known.length < names.length ? undefined : this.view(there, view.path);
  }

  /** Adds the views themselves and whatever they may include, at any depth. */
  reach(chain: readonly BladeView[]): void {
    const waiting = [...chain];
    for (let view = waiting.shift(); view; view = waiting.shift()) {
      if (this.reached.has(view.path)) continue;
      this.reached.set(view.path, view);
      if (view.computed) this.unknown.push(message('{0} uses a name that is computed.', view.path));
      for (const { name } of [...view.includes, ...view.parents.flat()]) {
        const found = typeof name === 'string' ? this.#views.find(name) : undefined;
        const next = found && !(found instanceof Unknown) && found.path && this.#views.read(found.path);
        if (next) waiting.push(next);
      }
    }
  }
}

function isThere(name: string, views: Views): boolean {
  const found = views.find(name);
  return found instanceof Unknown || found.path !== undefined;
}
