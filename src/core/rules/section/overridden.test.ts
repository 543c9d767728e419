import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn, withFrontMatter } from '../../../../test/rule-site.ts';

test('sections in the text of a Blade post', async () => {
  const cases: readonly (readonly [body: string, at: string | undefined])[] = [
    ['Lit.\n\n@section("body") late @endsection', 'body'],
    ["@section('content') twice @endsection", 'content'],
    ["@section('notes') a note @endsection", undefined],
    ['Lit.', undefined],
    ["@@section('body')", undefined],
  ];
  for (const [body, at] of cases) {
    const found = (await problemsIn({ 'source/_posts/lamp.blade.md': withFrontMatter(body) })).filter(
      ({ effect }) => effect === 'post-lost',
    );
    assert.deepEqual(
      found.map((each) => [each.rule, each.at]),
      at === undefined ? [] : [['section/overridden', at]],
      body,
    );
  }
});
