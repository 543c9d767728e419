import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Float, type Value } from '../../post/value.ts';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { readJigsawConfig } from './config.ts';
import { fieldOf, itemOf, templatesOf } from './item.ts';
import { type Outputs, outputsOf } from './output.ts';
import { findView } from './views.ts';

const LAYOUTS = new Set([
  'source/_layouts/post.blade.php',
  'source/_layouts/feed.blade.xml',
  'source/_layouts/md.blade.md',
]);

interface Case {
  readonly path?: string;
  readonly settings?: string;
  readonly config?: string;
  readonly file?: string;
  readonly data?: Readonly<Record<string, Value>>;
  readonly text?: string;
}

function itemFor({ path, settings = '', config = '', file = 'storm.md', data = {}, text = '' }: Case) {
  const pattern = path === undefined ? '' : `'path' => ${path},`;
  const php = `<?php return ['collections' => ['posts' => [${pattern} ${settings}]], ${config}];`;
  const read = readJigsawConfig({ env: 'local', config: { path: 'config.php' as SitePath, text: php } });
  assert.ok(!(read.collections instanceof Unknown));
  const [collection] = read.collections;
  assert.ok(collection);
  const fields = new Map<string, Value>(Object.entries({ extends: '_layouts.post', ...data }));
  return itemOf(`source/_posts/${file}` as SitePath, fields, text, collection, read);
}

function outputs(given: Case): Outputs | Unknown {
  const item = itemFor(given);
  return outputsOf(item, (name) => findView(name, item.config, (view) => LAYOUTS.has(view)));
}

/** The files that are written, or the error, or `?`. */
function written(given: Case): string {
  const found = outputs(given);
  if (found instanceof Unknown) return '?';
  return found.error ?? found.outputs.map(({ path }) => path).join(' ');
}

test('patterns', () => {
  const date = 1714521600;
  const cases: readonly (readonly [Case, string])[] = [
    [{}, 'posts/storm/index.html'],
    [{ path: "'blog'" }, 'blog/storm/index.html'],
    [{ path: "'/blog/ '" }, 'blog/storm/index.html'],
    [{ path: "'blog/{filename}'", file: '2024/Big Storm.md' }, 'blog/Big Storm/index.html'],
    [{ path: "'blog/{-filename}'", file: 'Big_Storm.v2.md' }, 'blog/big-storm.v2/index.html'],
    [{ path: "'blog/{_title}'", data: { title: 'A-b c' } }, 'blog/a_b_c/index.html'],
    [{ path: "'{date|Y/m}/{filename}'", data: { date } }, '2024/05/storm/index.html'],
    [{ path: "'{date|jS \\o\\f F}'", data: { date } }, '1st of May/index.html'],
    [{ path: "'{date|Y}/{-title}'", data: { date: new Float(date + 0.5), title: 'X' } }, '2024/x/index.html'],
    [{ path: "'{date|Y}'", data: { date: 'May 1, 2023' } }, '2023/index.html'],
    [{ path: "'{date|Y}/{filename}'", data: { date: 'sometime' } }, 'storm/index.html'],
    [{ path: "'{date|Y}/{filename}'", data: { date: 'tomorrow' } }, '?'],
    [{ path: "'{collection}/{relativePath}/{filename}'", file: 'a/b.md' }, 'posts/a/b/index.html'],
    [{ path: "'{seo.slug}'", data: { seo: new Map([['slug', 'deep']]) } }, 'deep/index.html'],
    [{ path: "'{tags.1}'", data: { tags: ['a', 'b'] } }, 'b/index.html'],
    [
      { path: "'{kind}/{area}/{filename}'", settings: "'kind' => 'news'", config: "'area' => 'port'" },
      'news/port/storm/index.html',
    ],
    [{ path: "'{kind}'", settings: "'kind' => env('X')" }, '?'],
    [{ path: "'{filename}'", data: { filename: 'other' } }, 'other/index.html'],
    [{ path: "'{-title}'", data: { title: 0 } }, 'index.html'],
    [{ path: "'{-title}'", data: { title: true } }, '1/index.html'],
    [{ path: "'{-title}'", data: { title: 'İstanbul, Ōsaka & Łódź' } }, 'istanbul-osaka-lodz/index.html'],
    [{ path: "'{title}'", data: { title: 'a|b ½' } }, 'ab/index.html'],
    [
      { path: "'blog/{-title}'", settings: "'transliterate' => false", data: { title: 'Été' } },
      'blog/été/index.html',
    ],
    [{ path: "'blog/{filename}'", data: { path: 'own/{-title}', title: 'T' } }, 'own/t/index.html'],
    [{ path: "'blog/{filename}'", data: { path: null } }, 'posts/storm/index.html'],
    [{ path: "'blog/{filename}'", data: { path: 2024 } }, 'posts/storm/index.html'],
    [{ path: "fn ($page) => 'x'" }, '?'],
    [{ path: "fn ($page) => 'x'", data: { path: 'own' } }, 'own/storm/index.html'],
    [{ config: "'pretty' => false" }, 'posts/storm.html'],
    [{ file: 'index.md', path: "'blog/{filename}'" }, 'blog/index.html'],
    [{ file: '50%25+.md', path: "'{filename}'" }, '50% /index.html'],
  ];
  for (const [given, expected] of cases) assert.equal(written(given), expected, JSON.stringify(given));
});

test('templates', () => {
  const both = new Map([
    ['web', '_layouts.post'],
    ['feed', '_layouts.feed'],
  ]);
  const cases: readonly (readonly [Case, string])[] = [
    [{ data: { extends: null } }, ''],
    [{ data: { extends: [] } }, ''],
    [{ data: { extends: '_layouts.feed' } }, 'posts/storm.xml'],
    [{ data: { extends: '_layouts.md' } }, 'posts/storm.md'],
    [{ data: { extends: both } }, 'posts/storm/web/index.html posts/storm/feed.xml'],
    [
      { data: { extends: ['_layouts.post', '_layouts.post'] } },
      'posts/storm/1/index.html posts/storm/1/index.html',
    ],
    [{ path: "['web' => 'w/{filename}']", data: { extends: both } }, 'w/storm/index.html .xml'],
    [{ path: "['web' => 'w/{filename}']" }, 'posts/storm/index.html'],
    [{ path: "['web' => fn () => 'x']", data: { extends: both } }, '?'],
    [
      { settings: "'output_markdown' => true", path: "'blog/{filename}'" },
      'blog/storm/index.html blog/storm.md',
    ],
    [
      { file: 'storm.blade.php', text: "@extends('_layouts.post')", data: { extends: null } },
      'posts/storm/index.html',
    ],
    [{ file: 'storm.blade.xml', text: "@extends('_layouts.feed')" }, 'posts/storm.xml'],
    [{ file: 'storm.blade.php', data: { extends: null }, settings: "'extends' => '_layouts.post'" }, ''],
  ];
  for (const [given, expected] of cases) assert.equal(written(given), expected, JSON.stringify(given));
});

test('permalinks change the file and not the address', () => {
  const found = outputs({ path: "'blog/{filename}'", data: { permalink: '/a/../b//c.html' } });
  assert.ok(!(found instanceof Unknown));
  assert.deepEqual(found.outputs, [{ path: 'b/c.html', url: '/blog/storm' }]);
  assert.equal(written({ data: { permalink: '' } }), 'posts/storm/index.html');
  assert.equal(written({ data: { permalink: 2024 } }), '2024');
});

test('a slash at the end of addresses', () => {
  const found = outputs({ config: "'trailing_slash' => true" });
  assert.ok(!(found instanceof Unknown));
  assert.equal(found.outputs[0]?.url, '/posts/storm/');
});

test('errors are those of PHP', () => {
  const cases: readonly (readonly [Case, RegExp])[] = [
    [{ data: { extends: '_layouts.gone' } }, /^View \[_layouts\.gone\] not found\.$/],
    [{ data: { extends: true } }, /^View \[1\] not found\.$/],
    [{ path: "'{date|Y}'", data: { date: null } }, /^Error: The key 'date' does not exist\.$/],
    [{ path: "'{date|Y}'", data: { date: ['x'] } }, /^date\(\): .*\?int, array given$/],
    [{ path: "'{-title}'", data: { title: ['x'] } }, /^mb_strtolower\(\): .*array given$/],
    [{ path: "'{title}'", data: { title: ['x'] } }, /^str_replace\(\): .*is a string$/],
    [{ path: "'{}'" }, /^Uninitialized string offset 0$/],
    [{ data: { permalink: ['x'] } }, /^urldecode\(\): .*array given$/],
    [{ path: "'{filename}'", file: 'a\\b.md' }, /Failed to open stream/],
    [{ path: "'{-title}'", data: { title: 'x'.repeat(300) } }, /File name too long/],
  ];
  for (const [given, expected] of cases) assert.match(written(given), expected, JSON.stringify(given));
});

test('fields come from the post, the collection, Jigsaw and the config, in this order', () => {
  const value = (given: Case, key: string) => {
    const field = fieldOf(itemFor(given), key);
    return field instanceof Unknown ? '?' : `${String(field.value)} (${field.from})`;
  };
  const all = {
    settings: "'section' => 'c', 'a' => 'c'",
    config: "'section' => 'g', 'a' => 'g', 'b' => 'g'",
  };
  assert.equal(value({ ...all, data: { section: 'p' } }, 'section'), 'p (post)');
  assert.equal(value({ ...all, data: { section: null } }, 'section'), 'null (post)');
  assert.equal(value(all, 'section'), 'c (collection)');
  assert.equal(value({ config: "'section' => 'g'" }, 'section'), 'content (jigsaw)');
  assert.equal(value(all, 'a'), 'c (collection)');
  assert.equal(value(all, 'b'), 'g (config)');
  assert.equal(value(all, 'c'), 'undefined (nowhere)');
  assert.equal(value({ config: '...more()' }, 'c'), '?');
  assert.equal(value({ settings: '...more()' }, 'section'), '?');
});

test('a computed extends is unknown', () => {
  const item = itemFor({ settings: "'extends' => layout()" });
  const bare = { ...item, data: new Map<string, Value>() };
  assert.ok(templatesOf(bare) instanceof Unknown);
});

test('no path or value makes it throw', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom<Value>(
      null,
      true,
      false,
      0,
      12,
      2n ** 60n,
      new Float(Number.NaN),
      ['a'],
      new Map([['a', 'b']]),
    ),
  );
  const pattern = fc.array(
    fc.constantFrom('{', '}', '-', '|', 'title', 'date', 'Y', '/', '.', '..', '\\', 'é', ' ', '%', '+'),
  );
  fc.assert(
    fc.property(
      pattern,
      value,
      value,
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (parts, title, date, name) => {
        outputs({
          data: { path: parts.join(''), title, date },
          file: `${name.replaceAll('/', '')}.md`,
        });
      },
    ),
  );
});
