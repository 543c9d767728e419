import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slice } from '../../text/span.ts';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { scanBlade } from './blade/scan.ts';
import { readBladeView } from './blade.ts';
import type { BladeName, BladeView } from './model.ts';

const PATH = 'source/_layouts/post.blade.php' as SitePath;

function read(text: string, path: SitePath = PATH): BladeView {
  return readBladeView(path, text);
}

/** Names as text, `?` for a computed one, each checked to be what stands at its span. */
function names(text: string, found: readonly BladeName[]): readonly string[] {
  return found.map(({ name, span }) => {
    if (name instanceof Unknown) return '?';
    assert.equal(slice(text, span).replaceAll("\\'", "'"), name);
    return name;
  });
}

test('directives of layouts are found with their names', () => {
  const text = `@extends('_layouts.main')
    @section("body") <b>@yield('content', 'none')</b> @include('_partials.a') @includeIf('_partials.b')
    @includeWhen($page->x, '_partials.c', ['a' => [1, ')']]) @includeUnless(f(1, 2), "_partials.d")
    @includeFirst(['_partials.e', '_partials.f']) @each('_partials.g', $items, 'item', '_partials.h') @endsection
    @section('title', 'Inline, with a comma') @section('side') x @show @hasSection('extra') @endif`;
  const view = read(text);
  assert.deepEqual(names(text, view.extends ? [view.extends] : []), ['_layouts.main']);
  assert.deepEqual(names(text, view.yields), ['content', 'side']);
  assert.deepEqual(names(text, view.sections), ['body', 'title']);
  assert.deepEqual(names(text, view.asks), ['extra']);
  assert.deepEqual(
    names(text, view.includes),
    'abcdefgh'.split('').map((letter) => `_partials.${letter}`),
  );
  assert.deepEqual(
    view.includes.map(({ optional }) => optional),
    [false, ...Array(7).fill(true)],
  );
  assert.equal(view.computed, false);
});

test('what Blade does not see is not there', () => {
  for (const text of [
    "{{-- @yield('a') --}}",
    "@verbatim @yield('a') @endverbatim",
    "@@yield('a')",
    '@php echo "@yield(\'a\')"; @endphp',
    '<?php echo "@yield(\'a\')"; ?>',
    "desk@yield('a')",
    "{{ '@yield' }}",
    "{{-- @php $__env->yieldContent('a') @endphp --}}",
    "@{{ $__env->yieldContent('a') }}",
  ]) {
    assert.deepEqual(read(text).yields, [], text);
    assert.equal(read(text).computed, false, text);
  }
});

test('letter case of a directive and space before its bracket do not matter', () => {
  assert.deepEqual(names("@Yield ('a')", read("@Yield ('a')").yields), ['a']);
  assert.deepEqual(names("@endSection @YIELD\t('b')", read("@endSection @YIELD\t('b')").yields), ['b']);
});

test('a computed name is unknown', () => {
  for (const text of [
    '@yield($name)',
    "@yield('a' . $b)",
    '@yield("a$b")',
    '@include($view)',
    '@extends($layout)',
    '@yield',
  ]) {
    assert.equal(read(text).computed, true, text);
  }
  assert.ok(read('@extends($layout)').extends?.name instanceof Unknown);
});

test('sections printed by PHP count', () => {
  for (const text of [
    "{!! $__env->yieldContent('a') !!}",
    "{{ $__env->yieldContent('a') }}",
    "<?= $__env->yieldContent('a') ?>",
    '<?php echo "<?xml?>"; ?> @yield(\'a\')',
    "@php echo $__env->yieldContent('a'); @endphp",
    "@if (trim($__env->yieldContent('a'))) @endif",
  ]) {
    assert.deepEqual(names(text, read(text).yields), ['a'], text);
  }
  assert.equal(read('{{ $__env->yieldContent($x) }}').computed, true);
  assert.equal(read("{{ $__env->make('x')->render() }}").computed, true);
});

test('a component is a view of its folder', () => {
  const text = '<x-card.wide :a="1"><x-slot name="b">c</x-slot></x-card.wide>';
  assert.deepEqual(
    read(text).includes.map(({ name }) => name),
    ['_components.card.wide', '_components.card.wide.index'],
  );
  assert.equal(read('<x-dynamic-component :component="$x" />').computed, true);
});

test('only the engine of the file counts', () => {
  assert.deepEqual(read("@yield('a')", 'source/a.php' as SitePath).yields, []);
  assert.deepEqual(read("@yield('a')", 'source/a.md' as SitePath).yields, []);
  assert.equal(read("<?php echo $__env->yieldContent('a') ?>", 'source/a.php' as SitePath).yields.length, 1);
  assert.equal(read("@yield('a')", 'source/a.blade.md' as SitePath).yields.length, 1);
});

test('brackets in strings do not end a directive', () => {
  const text = `@include('_a', ['x' => ')', "y" => "\\")"])@yield('b')`;
  assert.deepEqual(names(text, read(text).yields), ['b']);
  assert.deepEqual(names(text, read(text).includes), ['_a']);
});

test('any text is scanned without an exception, in order, within its bounds', () => {
  const piece = fc.constantFrom(
    ...[
      '@',
      '@@',
      '@if',
      '@endif',
      '@section',
      '@show',
      "('a')",
      '(',
      ')',
      '{{',
      '}}',
      '{!!',
      '!!}',
      '{{--',
      '--}}',
      '@php',
      '@endphp',
    ],
    ...[
      '@verbatim',
      '@endverbatim',
      '<?php',
      '?>',
      '<x-a',
      "'",
      '"',
      '\\',
      ' ',
      '\n',
      ',',
      '[',
      ']',
      'é',
      '/*',
      '@constructor',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { span } of scanBlade(text)) {
        assert.ok(last <= span.start && span.start <= span.end && span.end <= text.length);
        last = span.start;
      }
      readBladeView(PATH, text);
    }),
  );
});
