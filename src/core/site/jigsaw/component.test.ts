import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { readBootstrap } from './bootstrap.ts';
import { componentError } from './component.ts';
import { findView } from './views.ts';

function said(name: string, bootstrap = '<?php'): string {
  const files = new Set([
    'source/_components/card.blade.php',
    'source/_components/menu/index.blade.php',
    'app/View/PostCard.php',
  ]);
  const places = { views: 'source' as SitePath, viewHints: new Map() };
  const error = componentError(name, {
    bootstrap: readBootstrap({ path: 'bootstrap.php' as SitePath, text: bootstrap }),
    find: (view) => findView(view, places, (path) => files.has(path)),
    hasFile: (file) => [...files].some((path) => path.endsWith(`/${file}`)),
  });
  return error instanceof Unknown ? '?' : (error ?? '');
}

test('components are views, or perhaps classes', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['card', ''],
    ['menu', ''],
    ['slot', ''],
    ['slot:title', ''],
    ['dynamic-component', ''],
    ['post-card', '?'],
    ['ui::card', '?'],
    ['alert', 'Unable to locate a class or view for component [alert].'],
    ['Card', 'Unable to locate a class or view for component [Card].'],
    ['menu.index', ''],
  ];
  for (const [name, expected] of cases) assert.equal(said(name), expected, name);
  assert.equal(said('alert', "<?php $bladeCompiler->component('x', 'alert');"), '?');
});
