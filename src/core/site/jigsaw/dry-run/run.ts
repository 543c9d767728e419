import { isMarkdown } from '../../../post/file-kind.ts';
import { isList, isMap } from '../../../post/value.ts';
import { type Span, span } from '../../../text/span.ts';
import type { SitePath } from '../../files.ts';
import { Unknown } from '../../unknown.ts';
import { fieldOf, type Item } from '../item.ts';
import type { Collection } from '../model.ts';
import { fileNameOf } from '../path-pattern.ts';
import type { PhpFunction } from '../php/php-value.ts';
import { type Abstract, FILE_NAME_FIELD, object, UNKNOWN } from './abstract-value.ts';
import { CollectionObject } from './collection-object.ts';
import type { BuildError, DryRunSite } from './dry-run.ts';
import { FunctionObject } from './function-object.ts';
import { type Program, type Programs, ViewHost } from './host.ts';
import { type Code, Machine, OutOfPatience } from './machine.ts';
import { fieldsOf, type Trace } from './memory.ts';
import { PageObject } from './page-object.ts';
import { PhpFailure } from './php-object.ts';

/** One page rendered for one post. */
export class Run {
  readonly item: Item;
  readonly machine: Machine;
  readonly post: Abstract;
  /** Whether the page that runs is the post's own. */
  own = false;
  readonly #site: DryRunSite;
  readonly #programs: Programs;
  readonly #host: ViewHost;
  readonly #reads = new Set<string>();
  readonly #looked = new Set<string>();
  readonly #variables = new Map<string, Abstract>();

  /** @param readsTexts whether it is asked what is printed, and not only what fails. */
  constructor(site: DryRunSite, programs: Programs, item: Item, readsTexts = false) {
    this.#site = site;
    this.#programs = programs;
    this.item = item;
    const looksInto = (field: string) => this.#looked.add(field);
    this.#host = new ViewHost(programs, fileNameOf(item.path), looksInto, readsTexts);
    const code: Code = { path: item.path, locate: () => undefined };
    this.machine = new Machine(this.#host, {
      code,
      variables: this.#variables,
      open: site.bootstrap.sharesVariables,
      mayHaveEnded: false,
      mayHaveLeft: false,
    });
    this.post = object(new PageObject(this.#kind(item.collection, true), item));
    this.#variables.set('page', this.post);
    const { collections } = site.config;
    if (collections instanceof Unknown) return;
    for (const collection of collections) this.#variables.set(collection.name, this.#collection(collection));
  }

  /** Does something; a failure for certain is given back. */
  guarded(action: () => void): BuildError | undefined {
    try {
      action();
    } catch (error) {
      if (error instanceof PhpFailure) {
        const field = error.field === FILE_NAME_FIELD ? 'filename' : error.field;
        return { error: error.message, place: error.place, field, own: this.own };
      }
      if (!(error instanceof OutOfPatience || error instanceof RangeError)) throw error;
    }
    return undefined;
  }

  /** What the run read, for posts that would make it go alike. */
  trace(failure: BuildError | undefined): Trace {
    return { fields: fieldsOf(this.item, this.#reads, this.#looked), lookups: this.#host.lookups, failure };
  }

  /** Makes `$page` a page that is known. */
  page(item: Item, own: boolean): void {
    this.#variables.set('page', object(new PageObject(this.#kind(undefined, own), item)));
    const pagination = item.data.get('pagination');
    const name = pagination instanceof Map ? pagination.get('collection') : undefined;
    if (name === undefined) return;
    const items = typeof name === 'string' ? (this.#variables.get(name) ?? UNKNOWN) : UNKNOWN;
    this.#variables.set(
      'pagination',
      object({
        className: 'TightenCo\\Jigsaw\\IterableObject',
        text: true,
        get: (key) => (key === 'items' ? items : UNKNOWN),
      }),
    );
  }

  /** Makes `$page` some item of a collection. */
  someItem(collection: Collection): void {
    this.#variables.set('page', object(new PageObject(this.#kind(collection, false), undefined)));
  }

  /** Runs a layout with the section that the item fills. */
  layout(name: string, item: Item | undefined): void {
    if (item === this.item) this.#looked.add('section');
    const section = item && fieldOf(item, 'section');
    if (section && !(section instanceof Unknown)) {
      if (typeof section.value === 'string') this.#host.fill(section.value);
      else if (section.from === 'post' && (isList(section.value) || isMap(section.value))) {
        throw new PhpFailure('Array to string conversion', { path: item.path, span: span(0, 0) }, 'section');
      }
    }
    const found = this.#programs.find(name);
    const program =
      found instanceof Unknown || found.path === undefined ? undefined : this.#programs.of(found.path);
    if (program) this.program(program);
  }

  program(program: Program): void {
    this.#host.run(program, new Map(this.#variables), this.machine.frame.open, this.machine);
  }

  /** Calls a listener with `$jigsaw`. */
  listener(node: PhpFunction['node']): void {
    const path = 'bootstrap.php' as SitePath;
    const jigsaw = object({
      className: 'TightenCo\\Jigsaw\\Jigsaw',
      text: false,
      call: (method, [first]) => {
        const name = first?.kind === 'scalar' && typeof first.value === 'string' ? first.value : '';
        return method === 'getCollection' ? (this.#variables.get(name) ?? UNKNOWN) : UNKNOWN;
      },
    });
    new FunctionObject(node, codeOf({ path })).invoke([jigsaw], this.machine);
  }

  /** The collection of the post has it for a member; another has somebody, if it has anybody. */
  #collection(collection: Collection): Abstract {
    if (collection.name === this.item.collection.name) return object(new CollectionObject(this.post, 'yes'));
    const someone = object(new PageObject(this.#kind(collection, false), undefined));
    const sure = this.#site.templates.has(collection.name) && !collection.filter && !collection.map;
    return object(new CollectionObject(someone, sure ? 'yes' : 'maybe'));
  }

  #kind(collection: Collection | undefined, own: boolean) {
    return {
      config: this.#site.config,
      collection,
      codeOf,
      reads: own ? (field: string) => this.#reads.add(field) : undefined,
    };
  }
}

/** What of a Blade file's text runs, every character at its place: not its front matter. */
export function templateIn(path: SitePath, text: string, body: Span): string {
  const own = ' '.repeat(body.start) + text.slice(body.start);
  // In Markdown, `<?php` is escaped before Blade sees it.
  return isMarkdown(path) ? own.replaceAll('<?php', '     ') : own;
}

export function codeOf({ path }: { readonly path: SitePath }): Code {
  return { path, locate: ({ start, end }) => span(start, end) };
}
