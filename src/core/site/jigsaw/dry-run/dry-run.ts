import { isBlade } from '../../../post/file-kind.ts';
import type { Span } from '../../../text/span.ts';
import { Unknown } from '../../unknown.ts';
import type { Bootstrap } from '../bootstrap.ts';
import { type Item, templatesOf } from '../item.ts';
import type { JigsawConfig } from '../model.ts';
import { is, parsePhp } from '../php/ast.ts';
import type { PhpFunction, Place } from '../php/php-value.ts';
import { truthOf, UNKNOWN } from './abstract-value.ts';
import { evaluate } from './expressions.ts';
import { FunctionObject } from './function-object.ts';
import { Programs, type ViewSource } from './host.ts';
import { Memory } from './memory.ts';
import { codeOf, Run, templateIn } from './run.ts';
import { sortFailure } from './sort.ts';
import { textIfKnown } from './text.ts';

/** What the build of a site would die of because of one post. */
export interface BuildError {
  /** PHP's words, without the views that Laravel puts after them. */
  readonly error: string;
  /** The code that stops. */
  readonly place: Place;
  /** The field of the post that is to blame; `filename` for its name; undefined where it is the code's own mistake. */
  readonly field: string | undefined;
  /** Whether it is the post's own page that can't be rendered, and not one that lists it. */
  readonly own: boolean;
}

/** What a dry run needs to know of a site. */
export interface DryRunSite extends ViewSource {
  readonly config: JigsawConfig;
  readonly bootstrap: Bootstrap;
  /** The pages outside the collections, Markdown and Blade, each with its text and where its body starts. */
  readonly pages: readonly SitePage[];
  /** The templates that the items of each collection use, by its name; a collection without items isn't there. */
  readonly templates: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many items a collection has: one alone is never compared. */
  sizeOf(collection: string): number;
}

export interface SitePage {
  readonly item: Item;
  readonly text: string;
  readonly body: Span;
}

/** One page that the build renders while the post at hand is part of the site. */
interface Root {
  /** Tells it from the others; empty for what is different with every post. */
  readonly name: string;
  readonly own: boolean;
  readonly run: (run: Run) => void;
}

/**
 * Runs a site's templates and helpers in the abstract for one post at a time, with its values as they are and all
 * that isn't known left unknown: the errors that it meets are those that a build would surely meet. Keeps what it
 * found for posts that look alike to the templates. Make a new one when a view, the config or the pages change.
 */
export class DryRun {
  readonly #site: DryRunSite;
  readonly #programs: Programs;
  readonly #roots: readonly Root[];
  readonly #memories = new Map<string, Memory>();

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
   * @param html what Markdown leaves of a plain item, if that is a template still.
   */
  errorsOf(item: Item, text: string, body: Span, html?: string): readonly BuildError[] {
    const { changesSite, changesPaths, changesFrontMatter } = this.#site.bootstrap;
    if (changesSite || changesPaths || changesFrontMatter || item.collection.map) return [];
    const sorting = sortFailure(item, this.#site.sizeOf(item.collection.name) > 1);
    if (sorting) return [sorting];
    if (item.collection.filter && this.isKept(item) !== true) return [];
    const errors: BuildError[] = [];
    for (const root of [...this.#ownRoots(item, templateOf(item, text, body, html)), ...this.#roots]) {
      const failure = this.#failureOf(root, item);
      if (failure) errors.push(failure);
    }
    return errors;
  }

  /** What the build would die of when it renders a page outside the collections, whatever the posts are. */
  errorOfPage(page: SitePage, html?: string): BuildError | undefined {
    const { changesSite, changesPaths, changesFrontMatter } = this.#site.bootstrap;
    if (changesSite || changesPaths || changesFrontMatter) return undefined;
    return this.#failureOf({ ...this.#pageRoot(page, true, html), name: '' }, page.item);
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

  /** What an expression of a layout gives as text for an item; undefined where that can't be known. */
  textOf(item: Item, code: string): string | undefined {
    const { changesSite, changesPaths, changesFrontMatter } = this.#site.bootstrap;
    if (changesSite || changesPaths || changesFrontMatter || item.collection.map) return undefined;
    const [statement] = parsePhp(`${code};`, 'eval').statements ?? [];
    if (!statement || !is(statement, 'expressionstatement')) return undefined;
    const run = new Run(this.#site, this.#programs, item, true);
    let text: string | undefined;
    run.guarded(() => {
      text = textIfKnown(evaluate(statement.expression, run.machine), run.machine);
    });
    return text;
  }

  #failureOf(root: Root, item: Item): BuildError | undefined {
    const key = `${item.collection.name} ${root.name}`;
    const memory = this.#memories.get(key) ?? new Memory(this.#programs);
    if (root.name !== '') this.#memories.set(key, memory);
    const known = memory.recall(item);
    if (known) return known.failure;
    const run = new Run(this.#site, this.#programs, item);
    run.own = root.own;
    const failure = run.guarded(() => root.run(run));
    memory.keep(run.trace(failure));
    return failure;
  }

  /** The item's own pages. A template of its own runs too, and nothing of that is kept. */
  #ownRoots(item: Item, template: string | undefined): readonly Root[] {
    const templates = templatesOf(item);
    if (templates instanceof Unknown) return [];
    return templates.map(({ name }) => ({
      name: template === undefined ? `own ${name}` : '',
      own: true,
      run: (run) => {
        if (template !== undefined) run.program(this.#programs.compile(item.path, template));
        if (!item.bladeExtends) run.layout(name, item);
      },
    }));
  }

  #pageRoot({ item, text, body }: SitePage, own = false, html?: string): Root {
    const template = templateOf(item, text, body, html);
    const program = template === undefined ? undefined : this.#programs.compile(item.path, template);
    return {
      name: item.path,
      own,
      run: (run) => {
        run.page(item, own);
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
        own: false,
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
              own: false,
              run: (run: Run) => run.listener(node as PhpFunction['node']),
            },
          ]
        : [],
    );
  }
}

/** The template that an item's own text is, if it is one. */
function templateOf(item: Item, text: string, body: Span, html: string | undefined): string | undefined {
  return isBlade(item.path) ? templateIn(item.path, text, body) : html;
}
