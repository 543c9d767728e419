import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn, withFrontMatter } from '../../../../test/rule-site.ts';

test('template code that the build stops at', async () => {
  const cases: readonly (readonly [body: string, at: string | undefined, says?: RegExp])[] = [
    ['{{ $nothing }}', '$nothing', /Undefined variable \$nothing/],
    ["@include('_partials.none')", "'_partials.none'", /View \[_partials\.none\] not found/],
    ['@if (true)\nx', '@if (true)', /unexpected end of file/],
    ['Use @include in prose.', '@include'],
    ['Use @yield in prose.', '@yield'],
    ['{{ $page title }}', ' $page title ', /syntax error/],
    ['{{ name }}', 'name', /Undefined constant/],
    ['All is well. @endsection', '@endsection'],
    ['Stop @break here.', '@break'],
    ['@foreach ([1] as $a) @break @endforeach', undefined],
    ["@section('notes') a @endsection", undefined],
    ['Title is {{ $page->title }}.', undefined],
    ['Write to keeper@lamp.example or @lamp, or @@if.', undefined],
    ['@if ($page->title) yes @endif', undefined],
  ];
  for (const [body, at, says] of cases) {
    const found = (await problemsIn({ 'source/_posts/lamp.blade.md': withFrontMatter(body) })).filter(
      ({ effect }) => effect === 'build-fails',
    );
    assert.deepEqual(
      found.map((each) => [each.rule, each.at]),
      at === undefined ? [] : [['template/breaks-build', at]],
      body,
    );
    if (says) assert.match(found[0]?.message ?? '', says);
  }
});
