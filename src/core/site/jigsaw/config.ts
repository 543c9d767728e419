import { message } from '../../text/message.ts';
import { type SitePath, sitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import { readCollections } from './collections.ts';
import type { ConfigProblem, JigsawConfig } from './model.ts';
import { includeFile, type PhpSource } from './php/file.ts';
import { closures, get, plainItems } from './php/items.ts';
import { PhpArray, PhpClosure, type PhpValue, toText, truthy } from './php/php-value.ts';

/** The texts that make a Jigsaw config; each is undefined when there is no such file. */
export interface ConfigSources {
  /** The environment that is built, such as `local` or `production`. */
  readonly env: string;
  readonly config: PhpSource | undefined;
  /** `helpers.php`, which Jigsaw merges over `config.php`. */
  readonly helpers?: PhpSource | undefined;
  /** `config.<env>.php`. */
  readonly environment?: PhpSource | undefined;
}

/**
 * Reads a site's config without running it. Total: what PHP would have to compute is unknown, and a file with a
 * syntax error leaves everything unknown.
 *
 * Follows Jigsaw's `Container::loadConfiguration` and `BuildCommand::includeEnvironmentConfig`.
 */
export function readJigsawConfig({ env, config, helpers, environment }: ConfigSources): JigsawConfig {
  const problems: ConfigProblem[] = [];
  const load = (source: PhpSource | undefined): PhpArray => {
    if (!source) return new PhpArray();
    const { value, problem } = includeFile(source);
    if (problem) problems.push(problem);
    return itemsOf(value, source.path);
  };
  const base = new PhpArray();
  base.append(load(config));
  base.append(load(helpers));
  const overlay = load(environment);
  const all = new PhpArray();
  all.append(base);
  all.append(overlay);
  for (const [key, value] of all.items) if (value === null) all.items.delete(key);
  const build = all.items.get('build');
  const source = folder(build, 'source', 'source', env);
  const merging = truthy(get(all, 'merge_collection_configs')) !== false;
  const collections = readCollections({
    source,
    declared: all.items.get('collections'),
    inherited: merging && overlay.items.has('collections') ? base.items.get('collections') : undefined,
    open: all.open,
  });
  return {
    source,
    views: folder(build, 'views', source, env),
    destination: destination(build, all.open, env),
    commonmark: flag(all, 'commonmark'),
    pretty: isFalse(get(all, 'pretty')),
    trailingSlash: flag(all, 'trailing_slash'),
    viewHints: viewHints(get(all, 'viewHintPaths')),
    collections,
    defaults: plainItems(all, new Set(['collections', 'build'])),
    helpers: closures(all),
    complete: all.open === undefined,
    problems,
  };
}

/** The `baseUrl` that a config file sets by itself. */
export function readBaseUrl(source: PhpSource): Known<string> | undefined {
  const value = itemsOf(includeFile(source).value, source.path).items.get('baseUrl');
  if (value === undefined || typeof value === 'string') return value;
  return value instanceof Unknown
    ? value
    : new Unknown(message('`{0}` is computed when the site is built.', 'baseUrl'));
}

/** The items of what a config file returned. A file that returns no array adds nothing that a page could use. */
function itemsOf(value: PhpValue, path: SitePath): PhpArray {
  if (value instanceof PhpArray) return value;
  const empty = new PhpArray();
  if (value instanceof Unknown) empty.open = value;
  if (value instanceof PhpClosure) empty.open = new Unknown(message('{0} returns a function.', path));
  return empty;
}

function flag(all: PhpArray, key: string): Known<boolean> {
  return truthy(get(all, key));
}

/** Only a literal `false` turns pretty addresses off. */
function isFalse(value: PhpValue): Known<boolean> {
  return value instanceof Unknown ? value : value !== false;
}

/** `build.source` or `build.views`; where it can't be read, the default is the best that can be shown. */
function folder(build: PhpValue | undefined, key: string, fallback: string, env: string): SitePath {
  const known = buildPath(build, key, env);
  return sitePath(typeof known === 'string' ? known : fallback) ?? ('source' as SitePath);
}

function destination(build: PhpValue | undefined, open: Unknown | undefined, env: string): Known<SitePath> {
  const known = buildPath(build, 'destination', env) ?? (build === undefined ? open : undefined);
  if (known instanceof Unknown) return known;
  const path = sitePath(known ?? `build_${env}`);
  return path ?? new Unknown(message('The build folder lies outside the site.'));
}

function buildPath(build: PhpValue | undefined, key: string, env: string): Known<string> | undefined {
  if (build instanceof Unknown) return build;
  const value = build instanceof PhpArray ? get(build, key) : null;
  if (value instanceof Unknown) return value;
  const text = toText(value);
  return text ? text.replaceAll('{env}', env) : undefined;
}

/** `['ns' => 'folder']` or `['ns' => ['folder', …]]`. */
function viewHints(value: PhpValue): Known<ReadonlyMap<string, readonly string[]>> {
  if (value instanceof Unknown) return value;
  if (!(value instanceof PhpArray)) return new Map();
  if (value.open) return value.open;
  const hints = new Map<string, readonly string[]>();
  for (const [namespace, item] of value.items) {
    const folders: string[] = [];
    for (const each of item instanceof PhpArray ? item.items.values() : [item]) {
      const text = toText(each);
      if (text === undefined)
        return each instanceof Unknown ? each : new Unknown(message('A view folder isn’t given as text.'));
      folders.push(text);
    }
    hints.set(namespace, folders);
  }
  return hints;
}
