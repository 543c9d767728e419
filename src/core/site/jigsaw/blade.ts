import { message } from '../../text/message.ts';
import { type Span, slice, span } from '../../text/span.ts';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { listItems, literal, splitArguments } from './blade/arguments.ts';
import { IFS, PHP_BLOCKS } from './blade/blocks.ts';
import { type BladeToken, scanBlade } from './blade/scan.ts';
import { type ComponentTag, componentTags } from './components.ts';
import type { BladeName, BladeStep, BladeView } from './model.ts';
import { engineOf } from './views.ts';

/** Reads what a view says of its place among the others. Total; the spans are offsets of `text`. */
export function readBladeView(path: SitePath, text: string): BladeView {
  const engine = engineOf(path);
  const reader = new Reader(text);
  if (engine === 'blade' || engine === 'blade-markdown')
    for (const token of scanBlade(text)) reader.read(token);
  else if (engine === 'php') {
    for (const token of scanBlade(text)) if (token.kind === 'php') reader.read(token);
  }
  return reader.view(path);
}

/** Directives whose block a page may pass by, or go through more than once. */
const CONDITIONS: ReadonlySet<string> = new Set([...IFS, ...PHP_BLOCKS, 'empty', 'forelse', 'pushif']);

/** Directives that begin a component, and what its end is looked for by: no tag has such a name. */
const COMPONENTS: ReadonlySet<string> = new Set(['component', 'componentfirst']);
const DIRECTIVE = '@component';

const LOOPS: ReadonlySet<string> = new Set(['foreach', 'forelse']);

const STOPS = new Map<string, Extract<BladeStep, { kind: 'stop' }>['how']>([
  ['endsection', 'stop'],
  ['stop', 'stop'],
  ['show', 'show'],
  ['append', 'append'],
  ['overwrite', 'overwrite'],
]);

class Reader {
  readonly #text: string;
  /** In order; nothing where a component began that is rendered at its end. */
  readonly #steps: (BladeStep | undefined)[] = [];
  readonly #parents: (readonly BladeName[])[] = [];
  readonly #open: string[] = [];
  /** Components whose end hasn't come: what stands in them runs before they are rendered. */
  readonly #components: { readonly name: string; readonly at: number }[] = [];
  /** What each component tag is, by where it starts; made when the first one comes. */
  #tags: ReadonlyMap<number, ComponentTag['kind']> | undefined;
  /** Variables that hold one item of a list after the other. */
  readonly #items = new Set<string>();
  #computed: Unknown | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  view(path: SitePath): BladeView {
    const steps = this.#steps.filter((step) => step !== undefined);
    const ends = endings(steps);
    const [first] = this.#parents;
    return {
      path,
      extends: first?.[0],
      parents: this.#parents,
      includes: steps.flatMap((step) =>
        step.kind === 'include'
          ? step.names.map((name) => ({ ...name, optional: step.need !== 'always' }))
          : [],
      ),
      yields: steps.flatMap((step, at) => {
        if (step.kind === 'yield') return [step.name];
        return step.kind === 'start' && ends.get(at) === 'show' ? [step.name] : [];
      }),
      sections: steps.flatMap((step, at) => {
        if (step.kind === 'inline') return [step.name];
        return step.kind === 'start' && ends.get(at) !== 'show' ? [step.name] : [];
      }),
      asks: steps.flatMap((step) => (step.kind === 'open' && step.asks ? [step.asks.name] : [])),
      steps,
      computed: this.#computed !== undefined,
    };
  }

  read(token: BladeToken): void {
    if (token.kind === 'directive') this.#directive(token.name, token.args);
    else if (token.kind === 'component') this.#component(token.name, token.closing, token.span);
    else this.#code(token.span);
  }

  #directive(name: string, where: Span | undefined): void {
    const args = where ? splitArguments(this.#text, where) : [];
    if (name === 'extends') this.#parents.push([this.#name(args[0])]);
    else if (name === 'extendsfirst') this.#parents.push(this.#names(args[0]));
    else {
      const step = this.#stepOf(name, args);
      if (step) {
        if (COMPONENTS.has(name)) this.#components.push({ name: DIRECTIVE, at: this.#steps.length });
        this.#steps.push(step);
      } else {
        if (name === 'endcomponent' || name === 'endcomponentfirst') this.#endComponent(DIRECTIVE);
        if (LOOPS.has(name) && where) this.#loop(where);
        this.#condition(name, where);
        if (where) this.#code(where);
      }
    }
  }

  #stepOf(name: string, args: readonly Span[]): BladeStep | undefined {
    const how = STOPS.get(name);
    if (how) return { kind: 'stop', how };
    const [first, second] = args;
    switch (name) {
      case 'yield':
        return { kind: 'yield', name: this.#name(first) };
      case 'section':
        return { kind: second ? 'inline' : 'start', name: this.#name(first) };
      case 'parent':
        return { kind: 'parent' };
      case 'include':
      case 'component':
        return { kind: 'include', names: [this.#name(first)], need: 'always' };
      case 'includeif':
        return { kind: 'include', names: [this.#name(first)], need: 'if-there' };
      case 'includefirst':
      case 'componentfirst':
        return { kind: 'include', names: this.#names(first), need: 'first' };
      case 'includewhen':
      case 'includeunless':
        return { kind: 'include', names: [this.#name(second)], need: 'maybe' };
      case 'each': {
        // The fourth argument is the view for an empty list.
        const views = [first, args[3]].filter((where) => where !== undefined);
        return { kind: 'include', names: views.map((where) => this.#name(where)), need: 'maybe' };
      }
      case 'hassection':
      case 'sectionmissing':
        this.#open.push('if');
        return { kind: 'open', asks: { name: this.#name(first), missing: name === 'sectionmissing' } };
      default:
        return undefined;
    }
  }

  /** `@if … @endif` and everything else between which something may not happen, or happen often. */
  #condition(name: string, args: Span | undefined): void {
    // `@empty` without arguments is the other branch of `@forelse`.
    const opens = CONDITIONS.has(name) && !(name === 'empty' && !args);
    if (opens) {
      this.#open.push(name);
      this.#steps.push({ kind: 'open', asks: undefined });
    } else if (name === 'else' || name === 'elseif') {
      this.#steps.push({ kind: 'else' });
    } else if (name.startsWith('end')) {
      const at = this.#open.lastIndexOf(name.slice('end'.length));
      if (at < 0) return;
      for (let open = this.#open.length; open > at; open--) this.#steps.push({ kind: 'close' });
      this.#open.length = at;
    }
  }

  #component(name: string, closing: boolean, where: Span): void {
    if (name === 'slot' || name.startsWith('slot:')) return;
    if (closing) {
      this.#endComponent(name);
      return;
    }
    if (name === 'dynamic-component') {
      this.#computed ??= new Unknown(message('The name of a component is computed.'));
      return;
    }
    const view = (last: string): BladeName => ({ name: `_components.${name}${last}`, span: where });
    this.#tags ??= new Map(componentTags(this.#text).map(({ span: { start }, kind }) => [start, kind]));
    if (this.#tags.get(where.start) !== 'whole') this.#components.push({ name, at: this.#steps.length });
    this.#steps.push({ kind: 'include', names: [view(''), view('.index')], need: 'component' });
  }

  /** A component is rendered where it ends (Laravel: `ManagesComponents::renderComponent`). */
  #endComponent(name: string): void {
    const open = this.#components.findLastIndex((each) => each.name === name);
    const [ended] = open < 0 ? [] : this.#components.splice(open);
    if (!ended) return;
    const step = this.#steps[ended.at];
    this.#steps[ended.at] = undefined;
    this.#steps.push(step);
  }

  /** `$posts as $key => $post` */
  #loop(where: Span): void {
    const [, items = ''] = slice(this.#text, where).split(/\sas\s/);
    for (const [variable] of items.matchAll(/\$\w+/g)) this.#items.add(variable);
  }

  /** PHP that prints a section or the post itself without a directive. */
  #code({ start, end }: Span): void {
    const code = this.#text.slice(start, end);
    for (const match of code.matchAll(/\$__env->yieldContent\(\s*(?:(['"])([^'"$\\]*)\1)?/g)) {
      const at = start + match.index + match[0].length - 1 - (match[2]?.length ?? 0);
      const where = span(at, at + (match[2]?.length ?? 0));
      this.#steps.push({ kind: 'yield', name: { name: match[2] ?? this.#unknown(where), span: where } });
    }
    if (/\$__env->(?!yieldContent\b)/.test(code)) this.#unknown(span(start, end));
    // A view may get the page under another name: `@include('_partials.text', ['post' => $page])`.
    const contents = Array.from(
      code.matchAll(/(\$\w+)\s*->\s*getContent\s*\(/g),
      ([, variable = '']) => variable,
    );
    if (contents.some((variable) => !this.#items.has(variable)) || /^\s*\$page\s*$/.test(code)) {
      this.#steps.push({ kind: 'content', span: span(start, end) });
    }
  }

  #name(where: Span | undefined): BladeName {
    const found = where && literal(this.#text, where);
    if (found) return { name: found.value, span: found.span };
    const missing = where ?? span(0, 0);
    return { name: this.#unknown(missing), span: missing };
  }

  #names(where: Span | undefined): readonly BladeName[] {
    const items = where && listItems(this.#text, where);
    return items ? items.map((item) => this.#name(item)) : [this.#name(where)];
  }

  #unknown(where: Span): Unknown {
    const source = slice(this.#text, where).replace(/\s+/g, ' ').slice(0, 60);
    const unknown = new Unknown(message('`{0}` is computed when the site is built.', source));
    this.#computed ??= unknown;
    return unknown;
  }
}

/** How each `@section` ends, by the index of its step. */
function endings(steps: readonly BladeStep[]): ReadonlyMap<number, string> {
  const open: number[] = [];
  const found = new Map<number, string>();
  steps.forEach((step, at) => {
    if (step.kind === 'start') open.push(at);
    else if (step.kind === 'stop') {
      const start = open.pop();
      if (start !== undefined) found.set(start, step.how);
    }
  });
  return found;
}
