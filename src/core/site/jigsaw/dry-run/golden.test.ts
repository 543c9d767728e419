import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parsePost } from '../../../post/parse-post.ts';
import type { SitePath } from '../../files.ts';
import { Unknown } from '../../unknown.ts';
import { readBootstrap, readDirectives } from '../bootstrap.ts';
import { readJigsawConfig } from '../config.ts';
import { fateOf } from '../fate.ts';
import { type Item, itemOf, templatesOf } from '../item.ts';
import { outputsOf } from '../output.ts';
import { pageOf } from '../pages.ts';
import { findView } from '../views.ts';
import { type BuildError, DryRun, type SitePage } from './dry-run.ts';

/** A scenario of `test/golden/builds.json`: files over a base site, and what Jigsaw's build of them said. */
interface Scenario {
  readonly name: string;
  readonly base: string;
  readonly env?: string;
  readonly files: Readonly<Record<string, string | { readonly base64: string } | null>>;
  readonly outcome: { readonly build: 'ok' | 'fail'; readonly error?: string };
}

const GOLDEN = new URL('../../../../../test/golden/', import.meta.url);
const scenarios: readonly Scenario[] = JSON.parse(readFileSync(new URL('builds.json', GOLDEN), 'utf8'));

/** The texts of a folder by path. */
function textsIn(folder: URL): ReadonlyMap<string, string> {
  const root = fileURLToPath(folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
}

const bases = new Map(['blog', 'mini'].map((name) => [name, textsIn(new URL(`bases/${name}`, GOLDEN))]));

function filesOf({ base, files }: Scenario): Map<string, string> {
  const all = new Map(bases.get(base));
  for (const [path, content] of Object.entries(files)) {
    if (content === null) all.delete(path);
    else
      all.set(path, typeof content === 'string' ? content : Buffer.from(content.base64, 'base64').toString());
  }
  return all;
}

/** What the dry run says of all items of a scenario; undefined where the build dies before it renders anything. */
function dryRun(scenario: Scenario): readonly BuildError[] | undefined {
  return dryRunOf(filesOf(scenario), scenario.env ?? 'local');
}

function dryRunOf(files: ReadonlyMap<string, string>, env: string): readonly BuildError[] | undefined {
  const source = (path: string) => {
    const text = files.get(path);
    return text === undefined ? undefined : { path: path as SitePath, text };
  };
  const config = readJigsawConfig({
    env,
    config: source('config.php'),
    helpers: source('helpers.php'),
    environment: source(`config.${env}.php`),
  });
  if (config.problems.length > 0) return undefined;
  const find = (name: string) => findView(name, config, (path) => files.has(path));
  const items: { readonly item: Item; readonly text: string; readonly body: SitePage['body'] }[] = [];
  const pages: SitePage[] = [];
  const templates = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    const fate = fateOf(path as SitePath, config, (each) => files.has(each));
    if (fate instanceof Unknown || (fate.kind !== 'item' && fate.kind !== 'page' && fate.kind !== 'crash'))
      continue;
    const post = parsePost(path as SitePath, text);
    if (fate.kind === 'crash' || post.frontMatter?.problem || post.rendered.problem) return undefined;
    const data = post.frontMatter?.data;
    if (fate.kind === 'page') {
      pages.push({ item: pageOf(path as SitePath, data, text, config), text, body: post.body });
      continue;
    }
    const item = itemOf(path as SitePath, data, text, fate.collection, config);
    items.push({ item, text, body: post.body });
    const outputs = outputsOf(item, find);
    if (!(outputs instanceof Unknown) && outputs.error !== undefined) return undefined;
    const used = templatesOf(item);
    const names = templates.get(item.collection.name) ?? new Set();
    templates.set(item.collection.name, names);
    if (!(used instanceof Unknown)) for (const { name } of used) names.add(name);
  }
  const run = new DryRun({
    config,
    bootstrap: readBootstrap(source('bootstrap.php')),
    pages,
    templates,
    sizeOf: (name) => items.filter(({ item }) => item.collection.name === name).length,
    find,
    textOf: (path) => files.get(path),
    directives: readDirectives(source('blade.php')),
  });
  return items.flatMap(({ item, text, body }) => run.errorsOf(item, text, body));
}

/** What the dry run is not meant to see: what becomes of a body's Markdown, and what PHP does before it renders. */
const ELSEWHERE =
  /^(?:blade|commonmark|shadow\/private)|bootstrap-error|latin1|page\/md-non-map|blade-md\/component/;

test('no build that goes well is said to fail', () => {
  const wrong = scenarios
    .filter(({ outcome }) => outcome.build === 'ok')
    .map((scenario) => ({ name: scenario.name, errors: dryRun(scenario) }))
    .filter(({ errors }) => errors && errors.length > 0);
  assert.deepEqual(wrong, []);
});

test('builds that die of values and templates are said to fail', (t) => {
  const failing = scenarios.filter(({ name, outcome }) => outcome.build === 'fail' && !ELSEWHERE.test(name));
  const results = failing.map((scenario) => ({ scenario, errors: dryRun(scenario) }));
  const rendered = results.filter(({ errors }) => errors !== undefined);
  const missed = rendered.filter(({ errors }) => errors?.length === 0).map(({ scenario }) => scenario.name);
  const exact = rendered.filter(({ scenario, errors }) =>
    errors?.some(({ error }) => scenario.outcome.error?.startsWith(error)),
  );
  t.diagnostic(
    `dry run: ${rendered.length - missed.length} of ${rendered.length} failing builds seen, ${exact.length} with the very error`,
  );
  assert.deepEqual(missed, []);
});

test('the newsroom builds, and dies of the text where its code wants a list', () => {
  const fixtures = new URL('../fixtures/', GOLDEN);
  const newsroom = textsIn(new URL('newsroom', fixtures));
  assert.deepEqual(dryRunOf(newsroom, 'local'), []);
  const broken = textsIn(new URL('newsroom-broken', fixtures));
  const expected: readonly { readonly file: string; readonly jigsaw: { readonly error: string | null } }[] =
    JSON.parse(broken.get('expected.json') ?? '[]');
  for (const { file, jigsaw } of expected) {
    const errors = dryRunOf(new Map([...newsroom, [file, broken.get(file) ?? '']]), 'local');
    if (jigsaw.error === null) assert.deepEqual(errors, [], file);
    else if (errors)
      assert.ok(
        errors.some(({ error }) => jigsaw.error?.includes(error)),
        file,
      );
  }
});
