import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Float, type Value } from '../../../post/value.ts';
import { slice, span } from '../../../text/span.ts';
import type { SitePath } from '../../files.ts';
import { Unknown } from '../../unknown.ts';
import { readBootstrap } from '../bootstrap.ts';
import { readJigsawConfig } from '../config.ts';
import { itemOf } from '../item.ts';
import { pageOf } from '../pages.ts';
import { findView } from '../views.ts';
import { type BuildError, DryRun } from './dry-run.ts';

interface Given {
  /** The post's layout. */
  readonly layout?: string;
  /** `source/index.blade.php`. */
  readonly index?: string;
  /** Other views by path. */
  readonly views?: Readonly<Record<string, string>>;
  /** Settings of the collection, and other items of the config. */
  readonly settings?: string;
  readonly config?: string;
  readonly bootstrap?: string;
  readonly data?: Readonly<Record<string, Value>>;
  readonly file?: string;
  readonly body?: string;
  readonly directives?: readonly string[];
}

function errors(given: Given, others: readonly Given[] = []): readonly BuildError[] {
  const { layout = '', index, settings = '', config = '', data = {}, file = 'storm.md', body = '' } = given;
  const files: Record<string, string> = { 'source/_layouts/post.blade.php': layout, ...given.views };
  if (index !== undefined) files['source/index.blade.php'] = index;
  const text = `<?php return ['collections' => ['posts' => [${settings}], 'tags' => []], ${config}];`;
  const read = readJigsawConfig({ env: 'local', config: { path: 'config.php' as SitePath, text } });
  assert.ok(!(read.collections instanceof Unknown));
  const [collection] = read.collections;
  assert.ok(collection);
  const bootstrap = given.bootstrap && { path: 'bootstrap.php' as SitePath, text: given.bootstrap };
  const page = pageOf('source/index.blade.php' as SitePath, new Map(), index ?? '', read);
  const run = new DryRun({
    config: read,
    bootstrap: readBootstrap(bootstrap || undefined),
    pages: index === undefined ? [] : [{ item: page, text: index, body: span(0, index.length) }],
    templates: new Map([['posts', new Set(['_layouts.post'])]]),
    sizeOf: () => 2,
    find: (name) => findView(name, read, (path) => path in files),
    textOf: (path) => files[path],
    directives: new Set(given.directives),
  });
  const itemFor = (values: Given['data'], name: string) => {
    const fields = new Map<string, Value>(Object.entries({ extends: '_layouts.post', ...values }));
    return itemOf(`source/_posts/${name}` as SitePath, fields, body, collection, read);
  };
  for (const other of others) run.errorsOf(itemFor(other.data, other.file ?? 'other.md'), '', span(0, 0));
  const item = itemFor(data, file);
  const first = run.errorsOf(item, body, span(0, body.length));
  assert.deepEqual(run.errorsOf(item, body, span(0, body.length)), first, 'the second run says the same');
  return first;
}

/** The first error with the field to blame, or nothing. */
function said(given: Given): string {
  const [error] = errors(given);
  return error ? `${error.error}${error.field === undefined ? '' : ` <${error.field}>`}` : '';
}

const DATE = 1_714_521_600;

test('values that a function of PHP refuses, and those that it takes', () => {
  const date = 'date(): Argument #2 ($timestamp) must be of type ?int,';
  const cases: readonly (readonly [string, Value | undefined, string])[] = [
    ["{{ date('Y', $page->v) }}", DATE, ''],
    ["{{ date('Y', $page->v) }}", '1714521600', ''],
    ["{{ date('Y', $page->v) }}", undefined, ''],
    ["{{ date('Y', $page->v) }}", true, ''],
    ["{{ date('Y', $page->v) }}", new Float(DATE + 0.5), ''],
    ["{{ date('Y', $page->v) }}", new Float(1e30), `${date} float given <v>`],
    ["{{ date('Y', $page->v) }}", '2024-05-01', `${date} string given <v>`],
    ["{{ date('Y', $page->v) }}", '', `${date} string given <v>`],
    ["{{ date('Y', $page->v) }}", [DATE], `${date} array given <v>`],
    ["{{ date('Y', strtotime($page->v)) }}", '2024-05-01', ''],
    [
      "{{ date('Y', strtotime($page->v)) }}",
      ['x'],
      'strtotime(): Argument #1 ($datetime) must be of type string, array given <v>',
    ],
    [
      '{{ $page->v }}',
      ['a'],
      'htmlspecialchars(): Argument #1 ($string) must be of type string, array given <v>',
    ],
    ['{!! $page->v !!}', ['a'], 'Array to string conversion <v>'],
    ['{{ $page->v }}', undefined, ''],
    ['{{ $page->v }}', true, ''],
    ["{{ 'by ' . $page->v }}", ['a'], 'Array to string conversion <v>'],
    ['{{ "by $page->v" }}', ['a'], 'Array to string conversion <v>'],
    ['{{ strtoupper($page->v) }}', 5, ''],
    [
      '{{ strtoupper($page->v) }}',
      ['a'],
      'strtoupper(): Argument #1 ($string) must be of type string, array given <v>',
    ],
    ["{{ implode(', ', $page->v) }}", ['a', 'b'], ''],
    [
      "{{ implode(', ', $page->v) }}",
      'a, b',
      'implode(): Argument #2 ($array) must be of type ?array, string given <v>',
    ],
    [
      "{{ implode(', ', $page->v) }}",
      undefined,
      'implode(): Argument #1 ($array) must be of type array, string given <v>',
    ],
    ["{{ implode(', ', $page->v) }}", [['a']], 'Array to string conversion <v>'],
    [
      "{{ in_array('a', $page->v) }}",
      'a',
      'in_array(): Argument #2 ($haystack) must be of type array, string given <v>',
    ],
    ['@foreach ($page->v as $x) {{ $x }} @endforeach', ['a'], ''],
    [
      '@foreach ($page->v as $x) {{ $x }} @endforeach',
      'a',
      'foreach() argument must be of type array|object, string given <v>',
    ],
    [
      '@foreach ($page->v as $x) {{ $x }} @endforeach',
      undefined,
      'foreach() argument must be of type array|object, null given <v>',
    ],
    ['@foreach ($page->v ?? [] as $x) {{ $x }} @endforeach', undefined, ''],
    [
      '@foreach ($page->v as $x) {{ $x }} @endforeach',
      [['a']],
      'htmlspecialchars(): Argument #1 ($string) must be of type string, array given <v>',
    ],
    [
      '{{ count($page->v) }}',
      'a',
      'count(): Argument #1 ($value) must be of type Countable|array, string given <v>',
    ],
    ['{{ $page->v + 86400 }}', '2024-05-01', 'A non-numeric value encountered <v>'],
    ['{{ $page->v * 2 }}', 'soon', 'Unsupported operand types: string * int <v>'],
    ['{{ $page->v->x }}', undefined, 'Attempt to read property "x" on null <v>'],
    ['{{ $page->v->x }}', new Map([['x', 'y']]), 'Attempt to read property "x" on array <v>'],
    ["{{ $page->v['x'] }}", new Map([['x', 'y']]), ''],
    ["{{ $page->v['x'] }}", new Map([['z', 'y']]), 'Undefined array key "x" <v>'],
    ["{{ $page->v['x'] ?? '' }}", undefined, ''],
    ["{{ $page['v'] }}", null, "Error: The key 'v' does not exist. <v>"],
    ["{{ DateTime::createFromFormat('U', $page->v)->format('Y') }}", DATE, ''],
    [
      "{{ DateTime::createFromFormat('U', $page->v)->format('Y') }}",
      new Float(DATE + 0.5),
      'Call to a member function format() on bool <v>',
    ],
    [
      "{{ DateTime::createFromFormat('U', $page->v)->format('Y') }}",
      null,
      'Call to a member function format() on bool <v>',
    ],
    [
      "{{ Datetime::createfromformat('U', $page->v)->format('Y') }}",
      null,
      'Call to a member function format() on bool <v>',
    ],
    ["{{ (new DateTime('@' . $page->v))->format('Y') }}", DATE, ''],
    ["{{ (new DateTime($page->v))->format('Y') }}", 'sometime', 'Failed to parse time string (sometime) <v>'],
  ];
  for (const [layout, value, expected] of cases) {
    const data: Record<string, Value> = value === undefined ? {} : { v: value };
    assert.equal(said({ layout, data }), expected, `${layout} with ${JSON.stringify(value)}`);
  }
});

test('a guard takes the demand away', () => {
  const cases = [
    '@if (is_int($page->v)) {{ date("Y", $page->v) }} @endif',
    '@if (! is_string($page->v)) {{ date("Y", $page->v) }} @endif',
    '{{ is_string($page->v) ? $page->v : implode(",", $page->v) }}',
    '@php $d = $page->v; if (is_string($d)) { $d = strtotime($d); } @endphp {{ date("Y", $d) }}',
    '{{ is_numeric($page->v) ? date("Y", $page->v) : $page->v }}',
    '@isset($nothing) {{ date("Y", $page->v) }} @endisset',
    '@unless ($page->v) {{ date("Y", $page->v) }} @endunless',
    '{{ @date("Y", $page->v) }}',
    '@php try { echo date("Y", $page->v); } catch (TypeError $e) {} @endphp',
    '@if (unknown()) {{ date("Y", $page->v) }} @endif',
    '@while (unknown()) {{ date("Y", $page->v) }} @endwhile',
    '@switch (unknown()) @case (1) {{ date("Y", $page->v) }} @break @endswitch',
    '{{-- date("Y", $page->v) --}} @verbatim {{ date("Y", $page->v) }} @endverbatim @{{ date("Y", $page->v) }}',
    '{{ date("Y", unknown($page->v)) }}',
    '@php if (unknown()) { return; } @endphp {{ date("Y", $page->v) }}',
    '{{ match (true) { is_int($page->v) => date("Y", $page->v), default => "" } }}',
  ];
  for (const layout of cases) assert.equal(said({ layout, data: { v: 'next spring' } }), '', layout);
});

test('the place is that of the code', () => {
  const layout = "<p>\n{{ date('Y', $page->date) }}";
  const [error] = errors({ layout, data: { date: 'x' } });
  assert.equal(error?.place.path, 'source/_layouts/post.blade.php');
  assert.equal(slice(layout, error.place.span), "date('Y', $page->date)");
  assert.equal(error.own, true);
});

test('helpers of the config are followed', () => {
  const config = `'getDate' => function ($page) { return DateTime::createFromFormat('U', $page->date); },
    'year' => fn ($page, $add = 1) => date('Y', $page->date + $add),
    'safe' => fn ($page) => is_int($page->date) ? new DateTimeImmutable('@' . $page->date) : null`;
  const use = (layout: string, date: Value) => said({ layout, config, data: { date } });
  assert.equal(use("{{ $page->getDate()->format('Y') }}", DATE), '');
  assert.equal(use("{{ $page->getDate()->format('Y') }}", '2024'), '');
  assert.equal(
    use("{{ $page->getDate()->format('Y') }}", '2024-05-01'),
    'Call to a member function format() on bool <date>',
  );
  assert.equal(use('{{ $page->year() }}', DATE), '');
  assert.equal(use('{{ $page->year() }}', 'x'), 'Unsupported operand types: string + int <date>');
  assert.equal(use("{{ $page->safe()->format('Y') }}", 'x'), 'Call to a member function format() on null');
  assert.equal(use("{{ $page->safe()?->format('Y') }}", 'x'), '');
  assert.equal(use("{{ $page->safe()?->modify('+1 day')->format('Y') }}", 'x'), '');
  assert.equal(
    use('{{ $page->getUrl() }} {{ $page->getFilename() }} {{ $page->getCollectionName() }}', DATE),
    '',
  );
  const missing = (name: string) =>
    `No function named "${name}" for the collection "posts" was found in the file "config.php".`;
  assert.equal(use('{{ $page->getReadingTime() }}', DATE), missing('getReadingTime'));
  assert.equal(use('{{ $page->words() }}', DATE), missing('words'));
  assert.equal(
    said({ layout: '{{ $page->getDate() }}', config, data: { getDate: 'soon' } }),
    `${missing('getDate')} <getDate>`,
  );
});

test('pages that list the posts count too, where the post is surely among them', () => {
  const use = (index: string, data: Readonly<Record<string, Value>> = { date: 'x' }) => said({ index, data });
  const error = 'date(): Argument #2 ($timestamp) must be of type ?int, string given <date>';
  const print = "{{ date('Y', $post->date) }}";
  assert.equal(use(`@foreach ($posts as $post) ${print} @endforeach`), error);
  assert.equal(use(`@forelse ($posts as $post) ${print} @empty none @endforelse`), error);
  assert.equal(use(`@foreach ($posts->sortByDesc('date')->values() as $post) ${print} @endforeach`), error);
  assert.equal(
    use(`@foreach ($posts->chunk(2) as $row) @foreach ($row as $post) ${print} @endforeach @endforeach`),
    error,
  );
  assert.equal(use("{{ $posts->map(fn ($post) => date('Y', $post->date))->implode(',') }}"), error);
  assert.equal(use("@php $posts->each(function ($post) { echo date('Y', $post->date); }); @endphp"), error);
  assert.equal(use(`@foreach ($posts->where('featured', true) as $post) ${print} @endforeach`), '');
  assert.equal(
    use(`@foreach ($posts->where('featured', true) as $post) ${print} @endforeach`, {
      date: 'x',
      featured: true,
    }),
    error,
  );
  assert.equal(
    use(`@foreach ($posts->filter(fn ($post) => $post->featured) as $post) ${print} @endforeach`),
    '',
  );
  assert.equal(use(`@foreach ($posts->take(5) as $post) ${print} @endforeach`), '');
  assert.equal(use(`@foreach ($tags as $post) ${print} @endforeach`), '');
  assert.equal(use(`@foreach ($posts as $post) @break(unknown()) ${print} @endforeach`), '');
  assert.equal(
    use("@foreach ($posts->where('featured', true) as $post) x @endforeach", { featured: null }),
    "Error: The key 'featured' does not exist. <featured>",
  );
  assert.equal(use('@if ($posts->isNotEmpty()) {{ $posts->first()->date->format("Y") }} @endif'), '');
});

test('views are looked for under the names that the code makes', () => {
  const index =
    "@foreach ($posts as $post) @includeFirst(['_posts.' . $post->getFilename(), '_posts._tmp.' . $post->getFilename()]) @endforeach";
  const views = { 'source/_posts/storm.md': '', 'source/_types/news.blade.php': '{{ $post->kind }}' };
  assert.equal(said({ index, views }), '');
  assert.equal(
    said({ index, views, file: '2024/gale.md' }),
    'None of the views in the given array exist. <filename>',
  );
  const typed = "@foreach ($posts as $post) @include('_types.' . $post->kind) @endforeach";
  assert.equal(said({ index: typed, views, data: { kind: 'news' } }), '');
  assert.equal(
    said({ index: typed, views, data: { kind: 'views' } }),
    'View [_types.views] not found. <kind>',
  );
  assert.equal(said({ layout: "@include('_partials.none')" }), 'View [_partials.none] not found.');
  assert.equal(said({ layout: "@if ($page->x) @include('_partials.none') @endif" }), '');
});

test('variables that nobody sets', () => {
  assert.equal(said({ layout: '{{ $headline }}' }), 'Undefined variable $headline');
  assert.equal(said({ layout: '{{ $headline ?? $page->title }}' }), '');
  assert.equal(
    said({ layout: '@php $a = 1; @endphp {{ $a }} @foreach ([1] as $b) @endforeach {{ $b }}' }),
    '',
  );
  assert.equal(said({ layout: '@php extract(all()); @endphp {{ $a }}' }), '');
  assert.equal(said({ layout: '{{ $a }}', bootstrap: "<?php $container['view']->share('a', 1);" }), '');
  const views = { 'source/_a.blade.php': '{{ $given }}' };
  assert.equal(said({ layout: "@include('_a', ['given' => 1])", views }), '');
  assert.equal(said({ layout: "@include('_a', unknown())", views }), '');
  assert.equal(said({ layout: "@include('_a')", views }), 'Undefined variable $given');
  assert.equal(
    said({ layout: '{{ isset($page->title) ? $nothing : "" }}', data: { title: 'x' } }),
    '',
    'pages have no __isset',
  );
});

test('what can’t be followed is not guessed', () => {
  const layout = '{{ $page->title }}';
  const data = { title: ['a'] };
  assert.notEqual(said({ layout, data }), '');
  assert.equal(said({ layout, data, bootstrap: '<?php $events->beforeBuild(X::class);' }), '');
  assert.equal(said({ layout, data, settings: "'map' => fn ($item) => $item" }), '');
  assert.equal(said({ layout: `@own ${layout}`, data, directives: ['own'] }), '');
  assert.equal(said({ layout: '{{ $page->collections->posts->path }}' }), '');
  assert.equal(said({ layout: '{{ $page->seo->title }}', config: "'seo' => ['title' => 'x']" }), '');
  assert.equal(said({ layout: '{{ $page->helper() }}', config: '...more()' }), '');
});

test('a filter decides whether the post is there', () => {
  const settings = "'filter' => fn ($item) => $item->published";
  const given = { layout: '{{ $page->title }}', settings };
  assert.equal(said({ ...given, data: { title: ['a'] } }), '');
  assert.notEqual(said({ ...given, data: { title: ['a'], published: true } }), '');
  assert.equal(
    said({ ...given, settings: "'filter' => 'unknown'", data: { title: ['a'], published: true } }),
    '',
  );
});

test('sorting by a list, a section that is one', () => {
  assert.equal(
    said({ settings: "'sort' => '-tags'", data: { tags: ['a'] } }),
    'strtolower(): Argument #1 ($string) must be of type string, array given <tags>',
  );
  assert.equal(said({ data: { section: ['a'] } }), 'Array to string conversion <section>');
});

test('a post that is a template itself runs as one', () => {
  const run = (body: string) => said({ file: 'storm.blade.md', body });
  assert.equal(run('Hello {{ $page->title }}'), '');
  assert.equal(run('{{ $nothing }}'), 'Undefined variable $nothing');
  assert.equal(run('{{ 1 / 0 }}'), 'Division by zero');
  assert.equal(run("@include('_partials.none')"), 'View [_partials.none] not found.');
  assert.match(run('Use @include in prose'), /^syntax error/);
  assert.match(run('@if (true) never ends'), /^syntax error, unexpected end of file/);
  assert.match(run('@endif'), /^syntax error, unexpected token "endif"/);
  assert.equal(run('<?php echo $nothing; ?> and desk@example.org, @media'), '');
  assert.equal(said({ file: 'storm.md', body: '{{ $nothing }}' }), '');
});

test('functions that run after the build', () => {
  const bootstrap = `<?php $events->afterBuild(function ($jigsaw) {
    $jigsaw->getCollection('posts')->map(fn ($page) => strtoupper($page->title));
  });`;
  assert.equal(said({ bootstrap, data: { title: 'a' } }), '');
  assert.match(said({ bootstrap, data: { title: ['a'] } }), /^strtoupper/);
});

test('an error that has nothing to do with the post is known as such', () => {
  const [error] = errors({ index: '{{ $nothing }}' });
  assert.equal(error?.field, undefined);
  assert.equal(error?.own, false);
});

test('what was found for other posts is used only for those alike', () => {
  const index = `@foreach ($posts as $post)
    {{ date('Y', $post->date) }} {{ $post->kind === 'news' ? implode(',', $post->tags) : '' }}
    @includeFirst(['_posts.' . $post->getFilename()])
  @endforeach`;
  const views = { 'source/_posts/storm.md': '', 'source/_posts/gale.md': '' };
  const fine: Given = { data: { date: DATE }, file: 'gale.md' };
  const check = (given: Given) => {
    const alone = errors({ index, views, ...given });
    const others = [
      fine,
      given,
      { data: { date: 'x' } },
      { ...given, file: 'other.md' },
      { data: { date: DATE, kind: 'views' } },
    ];
    assert.deepEqual(errors({ index, views, ...given }, others), alone, JSON.stringify(given));
    return alone.map(({ field }) => field).join();
  };
  assert.equal(check({ data: { date: DATE } }), '');
  assert.equal(check({ data: { date: 'x' } }), 'date');
  assert.equal(check({ data: { date: DATE, kind: 'news' } }), 'tags');
  assert.equal(check({ data: { date: DATE, kind: 'news', tags: ['a'] } }), '');
  assert.equal(check({ data: { date: DATE }, file: 'a.b.md' }), 'filename');
  assert.equal(check({ data: { date: DATE, filename: 'nowhere' } }), '');
});

test('any template ends, without an exception', () => {
  const piece = fc.constantFrom(
    ...[
      '@if(',
      '@endif',
      '@foreach(',
      '$posts as $post)',
      '@endforeach',
      '{{ ',
      ' }}',
      '$page->date',
      '$post->tags',
      "['a']",
    ],
    ...[
      '->map(fn ($x) => $x)',
      '@include(',
      "'_layouts.post'",
      ')',
      '@php ',
      ' @endphp',
      '$a = ',
      '; ',
      ' ?? ',
      ' . ',
      'date(',
      ', ',
    ],
    ...[
      'while (true) {',
      '}',
      'function () { return 1; }',
      '[',
      ']',
      '@section(',
      '@empty',
      '@forelse(',
      '"$page->x"',
      '1',
      '@break',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      errors({ layout: pieces.join(''), index: pieces.toReversed().join(''), data: { tags: ['a'] } });
    }),
    { numRuns: 300 },
  );
  assert.equal(said({ layout: "@include('_layouts.post')" }), '');
  assert.equal(
    said({ layout: '@php function f() { return f(); } $f = fn ($f) => $f($f); $f($f); @endphp' }),
    '',
  );
});
