import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Float } from '../../post/value.ts';
import { english } from '../../text/message.ts';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { readJigsawConfig } from './config.ts';
import type { Collection, JigsawConfig } from './model.ts';

function read(config: string, environment?: string, helpers?: string): JigsawConfig {
  const source = (path: string, text: string | undefined) =>
    text === undefined ? undefined : { path: path as SitePath, text };
  return readJigsawConfig({
    env: 'local',
    config: source('config.php', config),
    helpers: source('helpers.php', helpers),
    environment: source('config.local.php', environment),
  });
}

function collectionsOf(config: string, environment?: string): readonly Collection[] {
  const { collections } = read(config, environment);
  assert.ok(!(collections instanceof Unknown));
  return collections;
}

/** What a default is, `?` standing for unknown. */
function shown(config: JigsawConfig, key: string): unknown {
  const value = config.defaults.get(key);
  return value instanceof Unknown ? '?' : value;
}

test('a site without a config has the folders that Jigsaw takes', () => {
  const config = readJigsawConfig({ env: 'staging', config: undefined });
  assert.equal(config.source, 'source');
  assert.equal(config.views, 'source');
  assert.equal(config.destination, 'build_staging');
  assert.deepEqual(config.collections, []);
  assert.equal(config.commonmark, false);
  assert.equal(config.pretty, true);
  assert.ok(config.complete);
});

test('literals are read as PHP reads them', () => {
  const config = read(`<?php
    use Illuminate\\Support\\Str;
    $base = 'https://' . "harbour.example";
    const YEAR = 2024;
    $more = ['x' => 1];
    $more['y'] = [1, 2];
    return [
      'url' => $base . '/', 'year' => YEAR + 1, 'float' => 1.50, 'hex' => 0x1F, 'octal' => 017, 'neg' => -3,
      'yes' => true, 'none' => null, 'list' => ['a', 'b'], 'map' => ['a' => 1, 'b' => ['c' => 2]], 'more' => $more,
      'picked' => $more['y'][1], 'ternary' => YEAR > 2000 ? 'new' : 'old', 'known' => true ? 'yes' : 'no',
      'elvis' => '' ?: 'fallback', 'coalesced' => null ?? 'there', 'class' => Str::class, 'full' => \\App\\Listener::class, 'dir' => __DIR__ . '/assets',
      'heredoc' => <<<TEXT
        one
          two
        TEXT, ...['spread' => 1], 'merged' => array_merge(['a' => 1, 5], ['a' => 2, 6]), 'cast' => (string) 12,
    ];`);
  const expected: Record<string, unknown> = {
    url: 'https://harbour.example/',
    year: 2025,
    float: new Float(1.5),
    hex: 31,
    octal: 15,
    neg: -3,
    yes: true,
    list: ['a', 'b'],
    map: new Map<string, unknown>([
      ['a', 1],
      ['b', new Map([['c', 2]])],
    ]),
    more: new Map<string, unknown>([
      ['x', 1],
      ['y', [1, 2]],
    ]),
    picked: 2,
    ternary: '?',
    known: 'yes',
    elvis: 'fallback',
    coalesced: 'there',
    class: '?',
    full: 'App\\Listener',
    dir: '/assets',
    heredoc: 'one\n  two',
    spread: 1,
    merged: new Map<string, unknown>([
      ['a', 2],
      ['0', 5],
      ['1', 6],
    ]),
    cast: '12',
  };
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(shown(config, key), value, key);
  assert.ok(!config.defaults.has('none'), 'an item that is null is dropped');
});

test('what PHP computes is unknown, and says where', () => {
  const config = read(`<?php return [
    'a' => env('APP_NAME'), 'b' => fn ($page) => 1, 'c' => function () { return 2; }, 'd' => ['x' => getenv('X')],
    'e' => $nowhere, 'f' => new DateTime(), 'g' => match (true) { default => 1 }, 'h' => date('Y'), 'i' => 'known',
  ];`);
  for (const key of 'abcdefgh') assert.equal(shown(config, key), '?', key);
  assert.equal(shown(config, 'i'), 'known');
  assert.deepEqual([...config.helpers.keys()], ['b', 'c']);
  const reason = config.defaults.get('a');
  assert.ok(reason instanceof Unknown);
  assert.match(english(reason.reason), /env\('APP_NAME'\).*config\.php/);
});

test('collections come as a list, as a map and with closures inside', () => {
  assert.deepEqual(
    collectionsOf("<?php return ['collections' => ['posts', 'pages' => ['path' => 'p']]];").map(
      ({ name, path }) => [name, path],
    ),
    [
      ['posts', undefined],
      ['pages', 'p'],
    ],
  );
  const [posts] = collectionsOf(`<?php return ['collections' => ['posts' => [
    'path' => fn ($page) => 'x', 'sort' => '-date', 'filter' => fn ($item) => $item->published, 'author' => 'Desk',
    'extends' => '_layouts.post', 'transliterate' => false, 'output_markdown' => ['title_as_h1' => false],
    'isNew' => function ($page) { return true; },
  ]]];`);
  assert.ok(posts?.path instanceof Unknown);
  assert.equal(posts.folder, 'source/_posts');
  assert.equal(posts.filter, true);
  assert.equal(posts.map, false);
  assert.equal(posts.transliterate, false);
  assert.equal(posts.outputMarkdown, true);
  assert.deepEqual([...posts.defaults.keys()], ['author', 'extends', 'isNew']);
  assert.deepEqual([...posts.helpers.keys()], ['path', 'filter', 'isNew']);
});

test('collections that a function gives are unknown', () => {
  assert.ok(read("<?php return ['collections' => fn () => ['posts']];").collections instanceof Unknown);
  assert.ok(read("<?php return ['collections' => loadCollections()];").collections instanceof Unknown);
  assert.ok(read("<?php return array_merge(require 'base.php', ['a' => 1]);").collections instanceof Unknown);
  const [posts] = collectionsOf("<?php return ['collections' => ['posts' => postSettings()]];");
  assert.ok(posts?.path instanceof Unknown);
  assert.equal(posts.complete, false);
  assert.equal(posts.filter, true);
});

test('a path may be a map of patterns', () => {
  const [posts] = collectionsOf(
    "<?php return ['collections' => ['posts' => ['path' => ['web' => 'a', 'amp' => fn () => 1]]]];",
  );
  assert.ok(posts?.path instanceof Map);
  assert.equal(posts.path.get('web'), 'a');
  assert.ok(posts.path.get('amp') instanceof Unknown);
});

test('the environment replaces items of the top level only', () => {
  const base =
    "<?php return ['title' => 'A', 'seo' => ['x' => 1], 'collections' => ['posts' => ['path' => 'a'], 'pages']];";
  const config = read(
    base,
    "<?php return ['title' => 'B', 'seo' => ['y' => 2], 'collections' => ['posts' => ['extends' => 'l']]];",
  );
  assert.equal(shown(config, 'title'), 'B');
  assert.deepEqual(shown(config, 'seo'), new Map([['y', 2]]));
  assert.ok(!(config.collections instanceof Unknown));
  assert.deepEqual(
    config.collections.map(({ name, path }) => [name, path]),
    [['posts', undefined]],
  );
  const merged = collectionsOf(
    base,
    "<?php return ['merge_collection_configs' => true, 'collections' => ['posts' => ['extends' => 'l']]];",
  );
  assert.deepEqual(
    merged.map(({ name, path }) => [name, path]),
    [['posts', 'a']],
  );
  assert.deepEqual(collectionsOf(base, "<?php return ['collections' => null];"), []);
});

test('helpers.php lies over config.php', () => {
  const config = read(
    "<?php return ['a' => 1, 'b' => 2];",
    undefined,
    "<?php return ['b' => 3, 'c' => fn () => 1];",
  );
  assert.equal(shown(config, 'b'), 3);
  assert.deepEqual([...config.helpers.keys()], ['c']);
});

test('build paths move the folders', () => {
  const config = read(
    "<?php return ['build' => ['source' => './content/', 'destination' => 'public_{env}', 'views' => 'views']];",
  );
  assert.deepEqual([config.source, config.views, config.destination], ['content', 'views', 'public_local']);
  assert.ok(read("<?php return ['build' => ['destination' => '../out']];").destination instanceof Unknown);
  assert.ok(read("<?php return ['build' => ['destination' => env('OUT')]];").destination instanceof Unknown);
});

test('view hints are read', () => {
  const { viewHints } = read(
    "<?php return ['viewHintPaths' => ['theme' => 'theme/views', 'x' => ['a', 'b']]];",
  );
  assert.deepEqual(
    viewHints,
    new Map([
      ['theme', ['theme/views']],
      ['x', ['a', 'b']],
    ]),
  );
});

test('a syntax error is a problem at its place, and everything is unknown', () => {
  const text = "<?php return [\n  'baseUrl' => '' 'x',\n];";
  const config = read(text);
  assert.equal(config.problems.length, 1);
  assert.equal(text.slice(config.problems[0]?.span.start).startsWith("'x'"), true);
  assert.ok(config.collections instanceof Unknown);
  assert.equal(config.complete, false);
});

test('what is returned from a branch is not guessed', () => {
  const config = read("<?php if (getenv('CI')) { return ['a' => 1]; } return ['a' => 2];");
  assert.equal(config.complete, false);
  const later = read("<?php $c = ['a' => 1]; if (getenv('CI')) { $c['a'] = 2; } return $c;");
  assert.equal(later.complete, false);
});

test('a change of one array does not reach its copy', () => {
  const config = read(
    "<?php $a = ['x' => ['y' => 1]]; $b = $a; $b['x']['y'] = 2; return ['a' => $a, 'b' => $b];",
  );
  assert.deepEqual(shown(config, 'a'), new Map([['x', new Map([['y', 1]])]]));
  assert.deepEqual(shown(config, 'b'), new Map([['x', new Map([['y', 2]])]]));
});

test('absurd configs end quickly and quietly', () => {
  const deep = read(`<?php return ${'['.repeat(50_000)}${']'.repeat(50_000)};`);
  assert.deepEqual([deep.problems, deep.complete], [[], false]);
  assert.ok(read(`<?php return ['a' => ${Array(50_000).fill("'x'").join('.')}];`));
  const large = read(`<?php return ['a' => '${'x'.repeat(3_000_000)}'];`);
  assert.deepEqual([large.problems, large.complete], [[], false]);
  for (const text of [
    '',
    '<?php',
    'no php at all',
    '<?php return 5;',
    '<?php return fn () => 1;',
    '\0',
    '<?php return [,];',
  ]) {
    assert.ok(read(text));
  }
});

test('any text is read without an exception', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<?php ',
          'return ',
          '[',
          ']',
          "'a'",
          '=>',
          ',',
          ';',
          'fn',
          '(',
          ')',
          '$x',
          '=',
          '...',
          '"',
          '\\',
          'if',
          '{',
          '}',
          'é',
        ),
      ),
      (parts) => {
        read(parts.join(''), parts.toReversed().join(''));
      },
    ),
  );
});
