import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MarkdownDialect } from './dialect.ts';
import { renderBody } from './render.ts';

const dialects: readonly MarkdownDialect[] = ['markdown-extra', 'commonmark'];

function extra(body: string): string {
  return renderBody(body, 'markdown-extra').trim();
}

test('a plain post shows what Blade would run', () => {
  const body = 'Write to desk@quay.example, {{ $page->title }} or {!! $x !!}.\n\n`@if`\n';
  assert.equal(
    extra(body),
    '<p>Write to desk@quay.example, {{ $page->title }} or {!! $x !!}.</p>\n\n<p><code>@if</code></p>',
  );
});

test("Jigsaw's escapes take part in the reading of Markdown", () => {
  assert.equal(extra('<desk@quay.example>'), '<p>&lt;desk@quay.example></p>');
  assert.equal(extra('Open {{x'), '<p>Open @{{x</p>');
  assert.equal(extra('{{-- gone --}}'), '<p>@</p>');
  assert.match(renderBody('![a](/b@2x.png)', 'commonmark'), /src="\/b%7B%7B'@'%7D%7D2x\.png"/);
});

test('a Blade post shows echoes as they are written, and nothing of what directives do', () => {
  const body =
    '@php\n$a = 1;\n@endphp\n\nCosts **{{ $a["x"] }}** a *{!! $b !!}*{{-- really --}}.\n\n@if ($a > (1))\nIt is @@cheap, a@b.example.\n@endif\n';
  const html = renderBody(body, 'markdown-extra', { blade: true, firstLine: 10 });
  assert.equal(
    html.replace(/ data-line-end="\d+"/g, '').trim(),
    '<p data-line="14">Costs <strong>{{ $a[&quot;x&quot;] }}</strong> a <em>{!! $b !!}</em>.</p>\n\n' +
      '<p data-line="17">It is @cheap, a@b.example.</p>',
  );
});

test('what a Blade post puts into another section is no part of its body', () => {
  const body = "Body.\n\n@section('aside')\nAside.\n@endsection\n\n@section('title', 'T')\nMore.\n";
  const html = renderBody(body, 'markdown-extra', { blade: true });
  assert.equal(html.trim(), '<p>Body.</p>\n\n<p>More.</p>');
});

test('elements say in which line of the file they start', () => {
  const body = '# A\n\nb\nc\n\n- d\n- e\n\n> f\n\n<figure>\n<img src="/g.png">\n</figure>\n\n```\nh\n```\n';
  for (const dialect of dialects) {
    const html = renderBody(body, dialect, { firstLine: 5 });
    const lines = [...html.matchAll(/<(\w+)[^>]* data-line="(\d+)"/g)].map(
      ([, tag, line]) => `${tag} ${line}`,
    );
    const quote = ['blockquote 13', 'p 13'];
    assert.deepEqual(lines, [
      'h1 5',
      'p 7',
      'ul 10',
      'li 10',
      'li 11',
      ...quote,
      'figure 15',
      'img 16',
      'code 19',
    ]);
  }
});

test('without a line given there are no marks', () => {
  for (const dialect of dialects) assert.ok(!renderBody('# A\n\n- b\n', dialect).includes('data-line'));
});

test('whatever the text, something is rendered', () => {
  const parts =
    '**|_|[a|](|)|![|<div>|</div>|<p markdown="1">|`|```\n|~~|> |- |1. |    |\n|\n\n|: |[^1]|[^1]: |*[A]: b|\\|{.a}|{{|}}|@if(|<!--|-->'.split(
      '|',
    );
  const text = fc.array(
    fc.oneof(fc.constantFrom(...parts, '|'), fc.string({ unit: 'binary', maxLength: 3 })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(text, fc.boolean(), (pieces, blade) => {
      for (const dialect of dialects)
        assert.equal(typeof renderBody(pieces.join(''), dialect, { blade, firstLine: 0 }), 'string');
    }),
    { numRuns: 500 },
  );
});
