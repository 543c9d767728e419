import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SitePath } from '../files.ts';
import { readBootstrap } from './bootstrap.ts';

function changes(text: string): string {
  const read = readBootstrap({ path: 'bootstrap.php' as SitePath, text });
  const parts = {
    changesSite: 'site',
    changesFrontMatter: 'front matter',
    changesMarkdown: 'markdown',
    changesPaths: 'paths',
  };
  return Object.entries(parts)
    .filter(([key]) => read[key as keyof typeof parts] !== undefined)
    .map(([, name]) => name)
    .join(', ');
}

test('what a bootstrap changes', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<?php', ''],
    ['<?php /** @var $events */ $events->afterBuild(App\\Listeners\\GenerateSitemap::class);', ''],
    ['<?php $events->beforeBuild(App\\Listeners\\Fetch::class);', 'site'],
    ["<?php $events->beforeBuild(function ($jigsaw) { $jigsaw->setConfig('a', 1); });", 'site'],
    [
      "<?php $events->beforeBuild(function ($jigsaw) { file_put_contents('x', $jigsaw->getConfig('baseUrl')); });",
      '',
    ],
    ['<?php $events->beforeBuild(function ($jigsaw) { change($jigsaw); });', 'site'],
    ['<?php $events->beforeBuild(fn () => 1);', ''],
    ['<?php $events->afterCollections([A::class, B::class]);', 'site'],
    [
      '<?php $container->bind(TightenCo\\Jigsaw\\Parsers\\MarkdownParserContract::class, X::class);',
      'markdown',
    ],
    ['<?php $container->bind(FrontMatterParser::class, fn () => new Own);', 'front matter'],
    ["<?php $app->bind('outputPathResolver', fn () => new Own);", 'paths'],
    ['<?php $bladeCompiler->directive("x", fn () => 1);', ''],
    ['<?php if ($x) { $container->singleton(CollectionDataLoader::class, Y::class); }', 'site'],
    ['<?php $events->beforeBuild(', 'site, front matter, markdown, paths'],
  ];
  for (const [text, expected] of cases) assert.equal(changes(text), expected, text);
  assert.equal(readBootstrap(undefined).changesSite, undefined);
});

test('directives and listeners are kept', () => {
  const text =
    "<?php $bladeCompiler->directive('datetime', fn ($e) => ''); $events->afterBuild(function ($jigsaw) {});";
  const read = readBootstrap({ path: 'bootstrap.php' as SitePath, text });
  assert.deepEqual([...read.directives], ['datetime']);
  assert.equal(read.afterBuild.length, 1);
});
