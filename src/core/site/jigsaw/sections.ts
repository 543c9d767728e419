import { type Message, message } from '../../text/message.ts';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import type { Views } from './chain.ts';
import type { BladeName, BladeStep, BladeView, LayoutChain, SectionPlace } from './model.ts';

/** What became of a post's body when its layout was rendered. */
export interface Rendered {
  /** Where its section is printed on the page; undefined when it is lost. */
  readonly printed: SectionPlace | undefined;
  /** Where the body is printed without its section. */
  readonly printsContent: SectionPlace | undefined;
  readonly missing: LayoutChain['missing'];
  readonly circular: boolean;
  readonly unknown: readonly Message[];
}

/**
 * Renders a layout in the abstract: text is left out, and only the way of the section that the post fills is
 * followed. A branch that may or may not run is taken to run. Follows Laravel's `ManagesLayouts`.
 * @param section the section that holds the post's body, if any.
 * @param body the body itself where it is Blade: what it does to sections comes before all that the layout does.
 */
export function renderSections(
  layout: BladeView,
  section: string | undefined,
  views: Views,
  body?: BladeView,
): Rendered {
  const rendering = new Rendering(section, views);
  if (body) rendering.view({ ...body, parents: [] });
  rendering.view(layout);
  return rendering.result();
}

/** Text as far as it matters here. */
interface Content {
  /** Where the post's body came into it. */
  body: SectionPlace | undefined;
  /** Whether `@parent` stands in it, for the same section of the parent to come in. */
  parent: boolean;
  /** Whether the section may not be defined at all: it stands in a branch. */
  maybe: boolean;
}

function nothing(): Content {
  return { body: undefined, parent: false, maybe: false };
}

/** More steps than any real layout takes; only includes that multiply reach it. */
const MOST_STEPS = 20_000;

/** More views within one another than any real layout has: a stack has its end. */
const DEEPEST = 1000;

class Rendering {
  readonly #views: Views;
  readonly #sections = new Map<string, Content>();
  /** Sections that are being filled, the page itself at the bottom. */
  readonly #stack: { readonly place: BladeName | undefined; readonly content: Content }[];
  readonly #running: SitePath[] = [];
  /** How many branches the step at hand stands in that may not run. */
  #branches = 0;
  #steps = 0;
  #missing: LayoutChain['missing'];
  #circular = false;
  #content: SectionPlace | undefined;
  readonly #unknown: Message[] = [];
  readonly #filled: string | undefined;

  constructor(filled: string | undefined, views: Views) {
    this.#views = views;
    this.#filled = filled;
    this.#stack = [{ place: undefined, content: nothing() }];
  }

  result(): Rendered {
    return {
      printed: this.#stack[0]?.content.body,
      printsContent: this.#content,
      missing: this.#missing,
      circular: this.#circular,
      unknown: this.#unknown,
    };
  }

  view(view: BladeView): void {
    if (this.#running.includes(view.path)) {
      // In a branch it may end, as a menu does that includes itself for each submenu.
      if (this.#branches === 0) this.#circular = true;
      return;
    }
    if (this.#running.length >= DEEPEST) {
      this.#unknown.push(message('{0} includes too many views.', view.path));
      return;
    }
    this.#running.push(view.path);
    const open = this.#stack.length;
    this.#run(view);
    // What stands in it is printed or lost as PHP's buffers happen to lie.
    if (this.#stack.length > open)
      this.#unknown.push(message('{0} has a section that isn’t ended.', view.path));
    for (const names of view.parents.toReversed()) this.#include(view, names, 'first', this.#branches);
    this.#running.pop();
  }

  #run(view: BladeView): void {
    const opened: { readonly certain: boolean; readonly skipped: boolean }[] = [];
    const before = this.#branches;
    const skipping = () => opened.some(({ skipped }) => skipped);
    for (const step of view.steps) {
      if (++this.#steps > MOST_STEPS) {
        if (this.#steps === MOST_STEPS + 1)
          this.#unknown.push(message('{0} includes too many views.', view.path));
        break;
      }
      if (step.kind === 'open') {
        const answer = step.asks && this.#answer(step.asks);
        opened.push({ certain: answer !== undefined, skipped: answer === false });
        if (answer === undefined) this.#branches += 1;
      } else if (step.kind === 'close') {
        if (opened.pop()?.certain === false) this.#branches -= 1;
      } else if (step.kind === 'else') {
        const last = opened.pop();
        if (last) opened.push({ certain: last.certain, skipped: last.certain && !last.skipped });
      } else if (!skipping()) this.#step(step, view);
    }
    this.#branches = before;
  }

  /** What `@hasSection` says, if that is certain. */
  #answer({ name, missing }: { readonly name: BladeName; readonly missing: boolean }): boolean | undefined {
    if (typeof name.name !== 'string') return undefined;
    const there = name.name === this.#filled || this.#sections.has(name.name);
    if (there && this.#sections.get(name.name)?.maybe) return undefined;
    return there !== missing;
  }

  #step(step: Exclude<BladeStep, { kind: 'open' | 'else' | 'close' }>, view: BladeView): void {
    switch (step.kind) {
      case 'yield':
        this.#yield(step.name, view);
        break;
      case 'start':
        this.#stack.push({ place: step.name, content: nothing() });
        break;
      case 'inline':
        this.#extend(textOf(step.name), nothing());
        break;
      case 'parent':
        this.#top.parent = true;
        break;
      case 'content':
        this.#content ??= { view: view.path, span: step.span };
        break;
      case 'include':
        this.#include(view, step.names, step.need, this.#branches);
        break;
      case 'stop':
        this.#stop(step.how, view);
        break;
    }
  }

  get #top(): Content {
    return this.#stack.at(-1)?.content ?? nothing();
  }

  #yield({ name, span }: BladeName, view: BladeView): void {
    if (typeof name !== 'string') return;
    if (name === this.#filled && !this.#overwritten.has(name)) this.#top.body ??= { view: view.path, span };
    else this.#top.body ??= this.#sections.get(name)?.body;
  }

  /** The filled section once a view has overwritten it: its body is gone. */
  readonly #overwritten = new Set<string>();

  #stop(how: 'stop' | 'show' | 'append' | 'overwrite', view: BladeView): void {
    const ended = this.#stack.length > 1 ? this.#stack.pop() : undefined;
    const name = ended?.place && textOf(ended.place);
    if (!ended?.place || name === undefined) return;
    const { place, content } = ended;
    if (how === 'overwrite' && this.#branches === 0) {
      this.#sections.set(name, content);
      this.#overwritten.add(name);
    } else if (how === 'append') {
      const old = this.#sections.get(name);
      this.#sections.set(name, {
        ...content,
        body: old?.body ?? content.body,
        parent: old?.parent ?? content.parent,
      });
    } else this.#extend(name, content);
    if (how === 'show') this.#yield(place, view);
  }

  /** What is there already stays, but for its `@parent`. */
  #extend(name: string | undefined, added: Content): void {
    if (name === undefined || (name === this.#filled && !this.#overwritten.has(name))) return;
    const old = this.#sections.get(name);
    const maybe = this.#branches > 0;
    if (!old) this.#sections.set(name, { ...added, maybe });
    else if (old.parent || old.maybe || maybe) {
      this.#sections.set(name, {
        body: old.body ?? added.body,
        parent: (old.parent || old.maybe) && added.parent,
        maybe: old.maybe && maybe,
      });
    }
  }

  #include(
    from: BladeView,
    names: readonly BladeName[],
    need: Extract<BladeStep, { kind: 'include' }>['need'],
    branches: number,
  ): void {
    const known = names.map(({ name }) => name).filter((name) => typeof name === 'string');
    let error: { readonly name: string; readonly error: string } | undefined;
    for (const name of known) {
      const found = this.#views.find(name);
      if (found instanceof Unknown) {
        this.#unknown.push(found.reason);
        return;
      }
      const view = found.path && this.#views.read(found.path);
      if (view) {
        if (need === 'maybe') this.#branches += 1;
        this.view(view);
        this.#branches = branches;
        // `@each` has two views, each of which may come.
        if (need !== 'maybe') return;
      } else if (found.path === undefined) error ??= { name, error: found.error };
    }
    if (!error || known.length < names.length || branches > 0) return;
    if (need === 'component')
      this.#unknown.push(message('{0} uses a component that may be a class.', from.path));
    else if (need === 'first' && names.length > 1) {
      this.#missing ??= { ...error, from: from.path, error: 'None of the views in the given array exist.' };
    } else if (need === 'always' || need === 'first') this.#missing ??= { ...error, from: from.path };
  }
}

function textOf({ name }: BladeName): string | undefined {
  return typeof name === 'string' ? name : undefined;
}
