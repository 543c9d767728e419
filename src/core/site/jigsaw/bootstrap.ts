import { message } from '../../text/message.ts';
import type { SitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import type { ConfigProblem } from './model.ts';
import { children, is, type Node, parsePhp } from './php/ast.ts';
import { includeFile, type PhpSource } from './php/file.ts';
import { PhpArray } from './php/php-value.ts';

/** What a `bootstrap.php` changes of how Jigsaw builds, as far as its text shows. */
export interface Bootstrap {
  /** Why the config, the collections or their items may differ from what the files say, if they may. */
  readonly changesSite: Unknown | undefined;
  /** Why front matter may be read by another parser than Symfony's. */
  readonly changesFrontMatter: Unknown | undefined;
  /** Why Markdown may be rendered otherwise. */
  readonly changesMarkdown: Unknown | undefined;
  /** Why pages may be written elsewhere, or views found elsewhere. */
  readonly changesPaths: Unknown | undefined;
  /** Whether it gives variables to views that they don't have otherwise. */
  readonly sharesVariables: boolean;
  /** Whether it names components that Jigsaw wouldn't find otherwise. */
  readonly addsComponents: boolean;
  /** Blade directives that it adds: `$bladeCompiler->directive('name', …)`. */
  readonly directives: ReadonlySet<string>;
  /** What runs after the build, such as a listener that writes a sitemap or a search index. */
  readonly afterBuild: readonly Node[];
  readonly problem: ConfigProblem | undefined;
}

const NOTHING: Bootstrap = {
  changesSite: undefined,
  changesFrontMatter: undefined,
  changesMarkdown: undefined,
  changesPaths: undefined,
  sharesVariables: false,
  addsComponents: false,
  directives: new Set(),
  afterBuild: [],
  problem: undefined,
};

/** Which part of Jigsaw a class or a container key that is bound anew stands for. */
const BOUND: readonly (readonly [
  RegExp,
  'changesFrontMatter' | 'changesMarkdown' | 'changesPaths' | 'changesSite',
])[] = [
  [/FrontMatterParser$|YAMLParser$|FrontYAML\\Parser$/, 'changesFrontMatter'],
  [/Markdown/i, 'changesMarkdown'],
  [
    /PathResolver$|^view(?:\.|$)|ViewRenderer$|FileViewFinder$|Handler$|Filesystem$|SiteBuilder$/,
    'changesPaths',
  ],
  [/Loader$|^config$|^buildPath$|Jigsaw\\Jigsaw$/, 'changesSite'],
];

/** Methods of Jigsaw's container, events and Blade compiler that matter here. */
const BINDS = new Set(['bind', 'singleton', 'instance', 'extend', 'scoped', 'rebinding']);
/** Methods of Laravel's view factory that give variables to views. */
const SHARES = new Set(['share', 'composer', 'composers', 'creator']);
/** Methods of the Blade compiler that name components. */
const NAMES_COMPONENTS = new Set([
  ...['component', 'components', 'aliasComponent', 'componentNamespace'],
  ...['anonymousComponentPath', 'anonymousComponentNamespace'],
]);
/** What a listener may call on `$jigsaw` without changing what is built. */
const READS = new Set([
  ...[
    'getConfig',
    'getCollection',
    'getCollections',
    'getEnvironment',
    'getSourcePath',
    'getDestinationPath',
  ],
  ...[
    'getFilesystem',
    'getOutputPaths',
    'getPages',
    'getSiteData',
    'readSourceFile',
    'readOutputFile',
    'writeOutputFile',
  ],
]);

/** Reads a `bootstrap.php` without running it. Total: what can't be followed counts as a change. */
export function readBootstrap(source: PhpSource | undefined): Bootstrap {
  if (!source) return NOTHING;
  const parsed = parsePhp(source.text);
  if (!parsed.statements) {
    const { isLimit, span, message: words } = parsed.problem;
    const why = isLimit
      ? new Unknown(message('Copydesk can’t read all of {0}.', source.path))
      : new Unknown(message('{0} has a syntax error.', source.path));
    const problem = isLimit ? undefined : { path: source.path, span, message: words };
    return {
      ...NOTHING,
      changesSite: why,
      changesFrontMatter: why,
      changesMarkdown: why,
      changesPaths: why,
      problem,
    };
  }
  const reader = new Reader(source.path);
  for (const statement of parsed.statements) reader.read(statement);
  return reader.bootstrap;
}

/** The directives that a `blade.php` adds; unknown where they are computed. */
export function readDirectives(source: PhpSource | undefined): Known<ReadonlySet<string>> {
  if (!source) return new Set();
  const { value } = includeFile(source);
  if (value instanceof Unknown) return value;
  if (!(value instanceof PhpArray)) return new Set();
  return value.open ?? new Set(value.items.keys());
}

class Reader {
  readonly #path: SitePath;
  readonly #found: { -readonly [K in keyof Bootstrap]: Bootstrap[K] } = { ...NOTHING };
  readonly #directives = new Set<string>();
  readonly #afterBuild: Node[] = [];

  constructor(path: SitePath) {
    this.#path = path;
  }

  get bootstrap(): Bootstrap {
    return { ...this.#found, directives: this.#directives, afterBuild: this.#afterBuild };
  }

  read(node: Node): void {
    if (is(node, 'call') && is(node.what, 'propertylookup') && is(node.what.offset, 'identifier')) {
      this.#call(node.what.offset.name, node.arguments);
    }
    for (const child of children(node)) this.read(child);
  }

  #call(method: string, [first]: readonly Node[]): void {
    const path = this.#path;
    if (method === 'afterBuild') this.#afterBuild.push(...(first ? [first] : []));
    else if (method === 'beforeBuild' || method === 'afterCollections') {
      if (isHarmless(first)) return;
      const why = message('{0} may change the site while it is built (`{1}`).', path, method);
      this.#found.changesSite ??= new Unknown(why);
    } else if (method === 'directive' && is(first, 'string')) this.#directives.add(first.value);
    else if (method === 'addLocation' || method === 'addNamespace' || method === 'prependLocation') {
      this.#found.changesPaths ??= new Unknown(message('{0} adds places of views (`{1}`).', path, method));
    } else if (SHARES.has(method)) this.#found.sharesVariables = true;
    else if (NAMES_COMPONENTS.has(method)) this.#found.addsComponents = true;
    else if (BINDS.has(method)) this.#bound(first);
  }

  #bound(what: Node | undefined): void {
    const name = boundName(what);
    if (name === undefined) return;
    const why = new Unknown(message('{0} replaces `{1}`.', this.#path, name));
    for (const [pattern, part] of BOUND) if (pattern.test(name)) this.#found[part] ??= why;
  }
}

/** `Foo::class`, `'key'`. */
function boundName(node: Node | undefined): string | undefined {
  if (is(node, 'string')) return node.value;
  return is(node, 'staticlookup') && is(node.what, 'name') ? node.what.name : undefined;
}

/** Whether a listener is a function that is written here and only reads. A class elsewhere can't be followed. */
function isHarmless(listener: Node | undefined): boolean {
  if (!is(listener, 'closure') && !is(listener, 'arrowfunc')) return false;
  const [parameter] = listener.arguments;
  if (!parameter) return true;
  const name =
    is(parameter, 'parameter') && is(parameter.name, 'identifier') ? parameter.name.name : undefined;
  return listener.body !== null && onlyReads(listener.body, name);
}

/** Whether `$jigsaw` is used for nothing but calls of its reading methods. */
function onlyReads(node: Node, name: string | undefined): boolean {
  if (is(node, 'call') && is(node.what, 'propertylookup') && is(node.what.what, 'variable')) {
    const { what, offset } = node.what;
    if (what.name === name) {
      if (!is(offset, 'identifier') || !READS.has(offset.name)) return false;
      return node.arguments.every((each) => onlyReads(each, name));
    }
  }
  if (is(node, 'variable') && node.name === name) return false;
  return children(node).every((child) => onlyReads(child, name));
}
