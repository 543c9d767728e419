import { toJson, type Value } from '../../../post/value.ts';
import { type Span, span } from '../../../text/span.ts';
import type { SitePath } from '../../files.ts';
import { Unknown } from '../../unknown.ts';
import type { Bootstrap } from '../bootstrap.ts';
import { fieldOf, type Item, isMarkdown, templatesOf } from '../item.ts';
import type { Collection, JigsawConfig } from '../model.ts';
import { fileNameOf } from '../path-pattern.ts';
import type { PhpFunction, Place } from '../php/php-value.ts';
import { type Abstract, object, signatureOf, truthOf, UNKNOWN } from './abstract-value.ts';
import { CollectionObject } from './collection-object.ts';
import { FunctionObject } from './function-object.ts';
import { type Program, Programs, ViewHost, type ViewSource } from './host.ts';
import { type Code, Machine, OutOfPatience } from './machine.ts';
import { PageObject } from './page-object.ts';
import { PhpFailure } from './php-object.ts';
import { sortFailure } from './sort.ts';

/** What the build of a site would die of because of one post. */
export interface BuildError {
  /** PHP's words, without the views that Laravel puts after them. */
  readonly error: string;
  /** The code that stops. */
  readonly place: Place;
  /** The field of the post that is to blame; `filename` for its name; undefined where it is the code's own mistake. */
  readonly field: string | undefined;
}

/** What a dry run needs to know of a site. */
export interface DryRunSite extends ViewSource {
  readonly config: JigsawConfig;
  readonly bootstrap: Bootstrap;
  /** The pages outside the collections, Markdown and Blade, each with its text and where its body starts. */
  readonly pages: readonly SitePage[];
  /** The templates that the items of each collection use, by its name; a collection without items isn't there. */
  readonly templates: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface SitePage {
  readonly item: Item;
  readonly text: string;
  readonly body: Span;
}

/** One page that the build renders while the post at hand is part of the site. */
interface Root {
  readonly name: string;
  readonly run: (run: Run) => void;
}

/** What one run was, and what decided it. */
interface Trace {
  readonly fields: readonly (readonly [name: string, signature: string, content: string | undefined])[];
  readonly failure: BuildError | undefined;
}

/** More traces of one page than these don't save time. */
const MOST_TRACES = 60;

/**
 * Runs a site's templates and helpers in the abstract for one post at a time, with its values as they are and all
 * that isn't known left unknown: the errors that it meets are those that a build would surely meet. Keeps what it
 * found for posts that look alike to the templates. Make a new one when a view, the config or the pages change.
 */
export class DryRun {
  readonly #site: DryRunSite;
  readonly #programs: Programs;
  readonly #roots: readonly Root[];
  readonly #traces = new Map<string, Trace[]>();

  constructor(site: DryRunSite) {
    this.#site = site;
    this.#programs = new Programs(site);
    this.#roots = [
      ...site.pages.map((page) => this.#pageRoot(page)),
      ...this.#collectionRoots(),
      ...this.#afterBuild(),
    ];
  }

  /**
   * What the build would die of because of an item, at most one error for each page; none where the site does what
   * can't be followed.
   * @param text the item's text, and where its body starts.
   */
  errorsOf(item: Item, text: string, body: Span): readonly BuildError[] {
    const { changesSite, changesPaths, changesFrontMatter } = this.#site.bootstrap;
    if (changesSite || changesPaths || changesFrontMatter || item.collection.map) return [];
    const sorting = sortFailure(item, this.#site.templates.has(item.collection.name));
    if (sorting) return [sorting];
    if (item.collection.filter && this.isKept(item) !== true) return [];
    const errors: BuildError[] = [];
    for (const root of [...this.#ownRoots(item, text, body), ...this.#roots]) {
      const failure = this.#failureOf(root, item);
      if (failure) errors.push(failure);
    }
    return errors;
  }

  /** Whether the collection's `filter` keeps an item; undefined where that can't be told. */
  isKept(item: Item): boolean | undefined {
    const { filter, helpers } = item.collection;
    const definition = helpers.get('filter');
    if (!filter) return true;
    if (!definition) return undefined;
    let kept: boolean | undefined;
    const run = new Run(this.#site, this.#programs, item);
    run.guarded(() => {
      const callback = new FunctionObject(definition.node, codeOf(definition));
      kept = truthOf(callback.invoke([run.post, UNKNOWN], run.machine));
    });
    return kept;
  }

  #failureOf(root: Root, item: Item): BuildError | undefined {
    const key = `${item.collection.name} ${root.name}`;
    const traces = this.#traces.get(key) ?? [];
    if (root.name !== '') this.#traces.set(key, traces);
    const known = traces.find(({ fields }) =>
      fields.every(([name, signature, content]) =>
        content === undefined ? signatureIn(item, name) === signature : contentIn(item, name) === content,
      ),
    );
    if (known) return known.failure;
    const run = new Run(this.#site, this.#programs, item);
    const failure = run.guarded(() => root.run(run));
    if (root.name !== '' && traces.length < MOST_TRACES) traces.push({ fields: run.trace(item), failure });
    return failure;
  }

  /** The item's own pages. A Blade item's text runs too, and nothing of that is kept. */
  #ownRoots(item: Item, text: string, body: Span): readonly Root[] {
    const templates = templatesOf(item);
    if (templates instanceof Unknown) return [];
    const blade = item.path.includes('.blade.');
    return templates.map(({ name }) => ({
      name: blade ? '' : `own ${name}`,
      run: (run) => {
        if (blade) run.text(item, text, body);
        if (!item.bladeExtends) run.layout(name, item);
      },
    }));
  }

  #pageRoot({ item, text, body }: SitePage): Root {
    const program = isMarkdown(item.path)
      ? undefined
      : this.#programs.compile(item.path, bodyOnly(text, body));
    return {
      name: item.path,
      run: (run) => {
        run.page(item);
        if (program) run.program(program);
        if (item.bladeExtends) return;
        const templates = templatesOf(item);
        if (!(templates instanceof Unknown)) for (const { name } of templates) run.layout(name, item);
      },
    };
  }

  /** The pages of the other collections: somebody's, whoever that is. */
  #collectionRoots(): readonly Root[] {
    const { collections } = this.#site.config;
    if (collections instanceof Unknown) return [];
    return collections.flatMap((collection) =>
      Array.from(this.#site.templates.get(collection.name) ?? [], (name) => ({
        name: `some ${collection.name} ${name}`,
        run: (run: Run) => {
          if (run.item.collection.name === collection.name) return;
          run.someItem(collection);
          run.layout(name, undefined);
        },
      })),
    );
  }

  /** Functions of `bootstrap.php` that run after the build. */
  #afterBuild(): readonly Root[] {
    return this.#site.bootstrap.afterBuild.flatMap((node) =>
      node.kind === 'closure' || node.kind === 'arrowfunc'
        ? [
            {
              name: `afterBuild ${node.loc?.start.offset ?? 0}`,
              run: (run: Run) => run.listener(node as PhpFunction['node']),
            },
          ]
        : [],
    );
  }
}

function signatureIn(item: Item, field: string): string {
  return field === 'filename' ? 'string text' : signatureOf(item.data.get(field));
}

function contentIn(item: Item, field: string): string {
  const value: Value | undefined = item.data.get(field);
  if (value === undefined && field === 'filename') return fileNameOf(item.path);
  return value === undefined ? 'missing' : JSON.stringify(toJson(value));
}

/** A template's text without its front matter, every character at its place. */
function bodyOnly(text: string, body: Span): string {
  return ' '.repeat(body.start) + text.slice(body.start);
}

function codeOf({ path }: { readonly path: SitePath }): Code {
  return { path, locate: ({ start, end }) => span(start, end) };
}

/** One page rendered for one post. */
class Run {
  readonly item: Item;
  readonly machine: Machine;
  readonly post: Abstract;
  readonly #site: DryRunSite;
  readonly #programs: Programs;
  readonly #host: ViewHost;
  readonly #reads = new Set<string>();
  readonly #looked = new Set<string>();
  readonly #variables = new Map<string, Abstract>();

  constructor(site: DryRunSite, programs: Programs, item: Item) {
    this.#site = site;
    this.#programs = programs;
    this.item = item;
    this.#host = new ViewHost(programs, (field) => this.#looked.add(field));
    const code: Code = { path: item.path, locate: () => undefined };
    this.machine = new Machine(this.#host, {
      code,
      variables: this.#variables,
      open: false,
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
      if (error instanceof PhpFailure)
        return { error: error.message, place: error.place, field: error.field };
      if (!(error instanceof OutOfPatience || error instanceof RangeError)) throw error;
    }
    return undefined;
  }

  trace(item: Item): Trace['fields'] {
    for (const field of this.#looked) this.#reads.add(field);
    return Array.from(this.#reads, (field) => [
      field,
      signatureIn(item, field),
      this.#looked.has(field) ? contentIn(item, field) : undefined,
    ]);
  }

  /** Makes `$page` a page that is known. */
  page(item: Item): void {
    this.#variables.set('page', object(new PageObject(this.#kind(undefined, false), item)));
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
    const section = item && fieldOf(item, 'section');
    if (section && !(section instanceof Unknown) && typeof section.value === 'string')
      this.#host.fill(section.value);
    const found = this.#programs.find(name);
    const program =
      found instanceof Unknown || found.path === undefined ? undefined : this.#programs.of(found.path);
    if (program) this.program(program);
  }

  program(program: Program): void {
    this.#host.run(program, new Map(this.#variables), this.machine.frame.open, this.machine);
  }

  /** Runs the text of a Blade item. */
  text(item: Item, text: string, body: Span): void {
    const own = bodyOnly(text, body);
    // In Markdown, `<?php` is escaped before Blade sees it.
    const readable = isMarkdown(item.path) ? own.replaceAll('<?php', '     ') : own;
    this.program(this.#programs.compile(item.path, readable));
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
      reads: (field: string) => {
        if (own) this.#reads.add(field);
      },
    };
  }
}
