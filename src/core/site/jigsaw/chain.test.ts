import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { SitePath } from '../files.ts';
import { readBladeView } from './blade.ts';
import { layoutChain, type Views } from './chain.ts';
import type { LayoutChain } from './model.ts';
import { findView } from './views.ts';

/** A site's views by name, with dots for slashes. */
function site(texts: Readonly<Record<string, string>>): Views {
  const files = new Map(
    Object.entries(texts).map(([name, text]) => [`source/${name.replaceAll('.', '/')}.blade.php`, text]),
  );
  const places = { views: 'source' as SitePath, viewHints: new Map() };
  return {
    find: (name) => findView(name, places, (path) => files.has(path)),
    read: (path) => readBladeView(path, files.get(path) ?? ''),
  };
}

function chain(texts: Readonly<Record<string, string>>, name = 'post'): LayoutChain {
  return layoutChain(name, site(texts));
}

function fillable(texts: Readonly<Record<string, string>>, name = 'post'): readonly string[] {
  return [...chain(texts, name).fillable.keys()].sort();
}

const MAIN = "<head>@yield('head')</head>@yield('body') @section('side') default @show @stack('scripts')";

test('every section that comes out can be filled, at any level', () => {
  const texts = { post: "@extends('main') @section('body') @yield('content') @endsection", main: MAIN };
  assert.deepEqual(fillable(texts), ['body', 'content', 'head', 'side']);
  const { views, defined } = chain(texts);
  assert.deepEqual(
    views.map(({ path }) => path),
    ['source/post.blade.php', 'source/main.blade.php'],
  );
  assert.deepEqual([...defined.keys()], ['body']);
});

test('the place of a section is where it is printed', () => {
  const texts = { post: "@extends('main') @section('body') @yield('content') @endsection", main: MAIN };
  const place = chain(texts).fillable.get('content');
  assert.equal(place?.view, 'source/post.blade.php');
  assert.equal(slice(texts.post, place.span), 'content');
});

test('where a section is lost', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['asked for only', { post: "@hasSection('content') yes @endif" }, []],
    ['a stack is no section', { post: "@stack('content')" }, []],
    [
      'in a section that nobody prints',
      { post: "@extends('main') @section('extra') @yield('content') @endsection", main: MAIN },
      ['body', 'head', 'side'],
    ],
    [
      'overwritten above',
      { post: "@extends('main')", main: "@section('content') fixed @overwrite @yield('content')" },
      [],
    ],
    [
      'defined again below its parent',
      {
        post: "@extends('mid') @section('body') own @endsection",
        mid: "@extends('main') @section('body') @yield('content') @endsection",
        main: MAIN,
      },
      ['body', 'head', 'side'],
    ],
    [
      'in a section behind the component that would print it',
      {
        post: "<x-page/> @section('main') @yield('content') @endsection </x-page>",
        '_components.page': "@yield('main')",
      },
      ['main'],
    ],
    ['behind a section that is missing', { post: "@hasSection('other') @yield('content') @endif" }, []],
    ['where it must not be there', { post: "@sectionMissing('content') @yield('content') @endif" }, []],
  ];
  for (const [name, texts, expected] of cases) assert.deepEqual(fillable(texts), expected, name);
});

test('where a section comes out', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'in an include of an include',
      { post: "@include('a')", a: "@include('b')", b: "@yield('content')" },
      ['content'],
    ],
    ['in a branch', { post: "@if ($page->x) @yield('content') @else none @endif" }, ['content']],
    [
      'in both branches',
      {
        post: "@extends('main') @if ($x) @section('body') a @endsection @else @section('body') @yield('content') @endsection @endif",
        main: MAIN,
      },
      ['body', 'content', 'head', 'side'],
    ],
    [
      'through @parent',
      {
        post: "@extends('main') @section('side') own @parent @endsection",
        main: "@section('side') @yield('content') @show",
      },
      ['content', 'side'],
    ],
    [
      'appended',
      {
        post: "@extends('main') @section('side') own @endsection",
        main: "@section('side') @yield('content') @append @yield('side')",
      },
      ['content', 'side'],
    ],
    ['outside any section of a child', { post: "@extends('main') @yield('content')", main: '' }, ['content']],
    ['asked for and printed', { post: "@hasSection('content') @yield('content') @endif" }, ['content']],
    [
      'by a parent that an include has',
      { post: "@include('a')", a: "@extends('b')", b: "@yield('content')" },
      ['content'],
    ],
    ['in a component', { post: '<x-card/>', '_components.card': "@yield('content')" }, ['content']],
    [
      'in a section that stands in a component, which is rendered at its end',
      {
        post: "<x-page :a=\"$b\"><x-card/> @section('main') @yield('content') @endsection <x-card></x-card></x-page>",
        '_components.page': "@yield('main')",
        '_components.card': 'Card',
      },
      ['content', 'main'],
    ],
    [
      'in a section that stands in a component of a directive',
      {
        post: "@component('page') @section('main') @yield('content') @endsection @endcomponent",
        page: "@yield('main')",
      },
      ['content', 'main'],
    ],
    [
      'with a condition',
      { post: "@includeWhen($x, 'a') @each('b', $list, 'x')", a: "@yield('one')", b: "@yield('two')" },
      ['one', 'two'],
    ],
    ['the first that exists', { post: "@includeFirst(['none', 'a'])", a: "@yield('content')" }, ['content']],
    [
      'the first parent that exists',
      { post: "@extendsFirst(['none', 'a'])", a: "@yield('content')" },
      ['content'],
    ],
  ];
  for (const [name, texts, expected] of cases) {
    const found = chain(texts);
    assert.deepEqual([...found.fillable.keys()].sort(), expected, name);
    assert.deepEqual(found.unknown.map(english), [], name);
    assert.equal(found.missing, undefined, name);
  }
});

test('a view that is missing is named with the view that asks for it', () => {
  const cases: readonly (readonly [
    Readonly<Record<string, string>>,
    string | undefined,
    string | undefined,
  ])[] = [
    [{}, 'View [post] not found.', undefined],
    [{ post: "@extends('main')" }, 'View [main] not found.', 'source/post.blade.php'],
    [{ post: "@include('gone')" }, 'View [gone] not found.', 'source/post.blade.php'],
    [
      { post: "@extends('main')", main: "@include('gone')" },
      'View [gone] not found.',
      'source/main.blade.php',
    ],
    [
      { post: "@includeFirst(['a', 'b'])" },
      'None of the views in the given array exist.',
      'source/post.blade.php',
    ],
    [{ post: "@includeIf('gone')" }, undefined, undefined],
    [{ post: "@if ($x) @include('gone') @endif" }, undefined, undefined],
    [{ post: "@foreach ($x as $y) @include('gone') @endforeach" }, undefined, undefined],
    [{ post: "@includeWhen($x, 'gone')" }, undefined, undefined],
    [{ post: '<x-gone/>' }, undefined, undefined],
  ];
  for (const [texts, error, from] of cases) {
    const { missing } = chain(texts);
    assert.equal(missing?.error, error, JSON.stringify(texts));
    assert.equal(missing?.from, from, JSON.stringify(texts));
  }
});

test('circles are seen and left', () => {
  assert.ok(chain({ post: "@extends('post')" }).circular);
  assert.ok(chain({ post: "@extends('a')", a: "@extends('post')" }).circular);
  assert.ok(chain({ post: "@include('post')" }).circular);
  assert.ok(chain({ post: "@include('a')", a: "@include('b')", b: "@include('a')" }).circular);
  assert.ok(!chain({ post: "@include('menu')", menu: "@if ($items) @include('menu') @endif" }).circular);
});

test('what is computed is said to be unknown', () => {
  for (const text of [
    "@include('a' . $x)",
    '@extends($x)',
    '@yield($x)',
    '<x-gone/>',
    "@include('package::view')",
  ]) {
    assert.ok(chain({ post: text }).unknown.length > 0 || chain({ post: text }).missing, text);
  }
});

test('the post printed without its section is seen', () => {
  assert.ok(chain({ post: '{!! $page->getContent() !!}' }).printsContent);
  assert.ok(chain({ post: '{{ $page }}' }).printsContent);
  assert.ok(chain({ post: "@include('a')", a: '@php echo $page->getContent(); @endphp' }).printsContent);
  assert.ok(
    chain({ post: "@include('a', ['post' => $page])", a: '{!! $post->getContent() !!}' }).printsContent,
  );
  assert.equal(chain({ post: '{{ $page->title }}' }).printsContent, undefined);
  assert.equal(
    chain({ post: '@foreach ($posts as $key => $post) {!! $post->getContent() !!} @endforeach' })
      .printsContent,
    undefined,
  );
});

test('includes that multiply end', () => {
  const texts: Record<string, string> = { post: "@include('v0')" };
  for (let level = 0; level < 40; level++) texts[`v${level}`] = `@include('v${level + 1}')`.repeat(2);
  texts['v40'] = "@yield('content')";
  assert.ok(chain(texts).unknown.length > 0);
  const long: Record<string, string> = { post: "@extends('p0')" };
  for (let level = 0; level < 500; level++) long[`p${level}`] = `@extends('p${level + 1}')`;
  long['p500'] = "@yield('content')";
  assert.deepEqual(fillable(long), ['content']);
});
