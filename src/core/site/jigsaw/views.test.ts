import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { engineOf, findView, viewNames } from './views.ts';

const FILES = [
  'source/_layouts/post.blade.php',
  'source/_layouts/both.blade.php',
  'source/_layouts/both.blade.md',
  'source/_layouts/plain.html',
  'source/_layouts/plain.blade.php',
  'source/_layouts/feed.blade.xml',
  'source/_layouts/v1.2.blade.php',
  'source/index.blade.php',
  'theme/views/card.blade.php',
];
const HINTS = new Map([
  ['theme', ['theme/views']],
  ['package', ['vendor/package/views']],
]);

function find(name: string): string | undefined {
  const files = new Set(FILES);
  const found = findView(name, { views: 'source' as SitePath, viewHints: HINTS }, (path) => files.has(path));
  return found instanceof Unknown ? 'unknown' : (found.path ?? found.error);
}

test('names lead to views as in Laravel', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['_layouts.post', 'source/_layouts/post.blade.php'],
    ['_layouts/post', 'source/_layouts/post.blade.php'],
    ['/_layouts/post', 'source/_layouts/post.blade.php'],
    [' _layouts.post\n', 'source/_layouts/post.blade.php'],
    ['_layouts..post', 'source/_layouts/post.blade.php'],
    ['_layouts.both', 'source/_layouts/both.blade.md'],
    ['_layouts.plain', 'source/_layouts/plain.html'],
    ['_layouts.feed', 'source/_layouts/feed.blade.xml'],
    ['index', 'source/index.blade.php'],
    ['_layouts.Post', 'View [_layouts.Post] not found.'],
    ['_layouts.post.blade.php', 'View [_layouts.post.blade.php] not found.'],
    ['_layouts.v1.2', 'View [_layouts.v1.2] not found.'],
    ['post', 'View [post] not found.'],
    ['', 'View [] not found.'],
    ['../config', 'View [../config] not found.'],
    ['theme::card', 'theme/views/card.blade.php'],
    ['theme::nothing', 'View [nothing] not found.'],
    ['package::card', 'unknown'],
    ['nowhere::card', 'No hint path defined for [nowhere].'],
    ['a::b::c', 'View [a::b::c] has an invalid name.'],
  ];
  for (const [name, expected] of cases) assert.equal(find(name), expected, name);
});

test('the order of the extensions is that of Jigsaw', () => {
  const tried: string[] = [];
  findView('a', { views: 'source' as SitePath, viewHints: HINTS }, (path) => {
    tried.push(path.slice('source/a.'.length));
    return false;
  });
  assert.deepEqual(tried.slice(0, 2), ['blade.html', 'html']);
  assert.deepEqual(tried.slice(-5), ['blade.md', 'md', 'blade.php', 'php', 'css']);
  assert.equal(new Set(tried).size, 29);
});

test('the extension says how a view runs', () => {
  const engines = [
    'a.blade.php',
    'a.blade.xml',
    'a.blade.md',
    'a.md',
    'a.php',
    'a.html',
    'a.css',
    'a.png',
    'a',
  ].map(engineOf);
  assert.deepEqual(engines, [
    'blade',
    'blade',
    'blade-markdown',
    'markdown',
    'php',
    'php',
    'raw',
    undefined,
    undefined,
  ]);
});

test('names of views are offered without those that no name reaches', () => {
  const names = viewNames(FILES as SitePath[], 'source');
  assert.deepEqual(names, ['_layouts.both', '_layouts.feed', '_layouts.plain', '_layouts.post', 'index']);
});
