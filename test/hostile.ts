/** A text of a kind that makes naive parsers hang, overflow or fill the memory. */
export interface Hostile {
  readonly name: string;
  readonly text: string;
}

const many = (number: number, line: (index: number) => string, between = '\n') =>
  Array.from({ length: number }, (_, index) => line(index)).join(between);

const LAUGHS = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${many(20, (at) => `a${at + 1}: &a${at + 1} [${many(10, () => `*a${at}`, ', ')}]`)}`;

/** Front matters, without their dashes. */
export const HOSTILE_YAML: readonly Hostile[] = [
  { name: '1 MB of one value', text: `title: ${'a'.repeat(1_000_000)}` },
  { name: '1 MB of lines', text: `title: a\n${'  b\n'.repeat(250_000)}` },
  { name: '1,000 keys', text: many(1000, (at) => `key_${at}: value ${at}`) },
  { name: '30,000 keys', text: many(30_000, (at) => `key_${at}: value ${at}`) },
  { name: 'one key again and again', text: 'a: b\n'.repeat(6000) },
  { name: '100 levels', text: many(100, (at) => `${' '.repeat(at)}k${at}:`) },
  { name: '5,000 levels', text: many(1000, (at) => `${' '.repeat(at)}k${at}:`) },
  { name: '100 levels in brackets', text: `a: ${'['.repeat(100)}${']'.repeat(100)}` },
  { name: '20,000 brackets', text: `a: ${'['.repeat(20_000)}` },
  { name: '20,000 curly brackets', text: `a: ${'{a: '.repeat(20_000)}` },
  { name: 'dashes in dashes', text: '- '.repeat(20_000) },
  { name: 'billion laughs', text: LAUGHS },
  { name: 'anchors', text: many(3000, (at) => `a${at}: &a${at} x`) },
  { name: 'aliases', text: `a: &a x\n${many(4000, (at) => `b${at}: *a`)}` },
  { name: 'merges', text: `a: &a {b: c}\n${'x:\n  <<: *a\n'.repeat(3000)}` },
  { name: 'ampersands', text: `a: ${'&x '.repeat(15_000)}` },
  { name: 'exclamation marks', text: `a: ${'!x '.repeat(15_000)}` },
  { name: 'question marks', text: '? '.repeat(20_000) },
  { name: 'colons', text: `a${': b'.repeat(12_000)}` },
  { name: 'hashes', text: `a: b ${'# '.repeat(20_000)}` },
  { name: 'quotes', text: `a: ${'"'.repeat(20_000)}` },
  { name: 'escapes', text: `a: "${'\\n'.repeat(20_000)}"` },
  { name: 'bars', text: `a: ${'|\n'.repeat(20_000)}` },
  { name: 'blank lines', text: `a:${'\n'.repeat(100_000)}b: c` },
  { name: 'spaces', text: `a:${' '.repeat(100_000)}b` },
  { name: 'tabs', text: `a:\n${'\t\n'.repeat(20_000)}b: c` },
  { name: 'no breaks', text: '\u0000'.repeat(50_000) },
];

/** Bodies. */
export const HOSTILE_BODIES: readonly Hostile[] = [
  { name: 'titles in an address', text: `[x](${`(${' "'.repeat(250)})`.repeat(400)}z)\n` },
  ...[
    '<http://a',
    '<a@b',
    '<',
    '<a ',
    '<a b="',
    '<img src="',
    '<div>',
    '</div>',
    '<!--',
    '<![CDATA[',
    '<?',
    '[',
    '[a](',
    '[a](<',
    '[a]("',
    '![',
    '*a ',
    '**a',
    '*_',
    '_a',
    '`a',
    '\\',
    '|a',
    '&',
    '{#a',
    '{{',
    '{!!',
    '@if(',
    'a\n===',
    '~~~\n',
    '```a\n',
    '> a\n',
    '[^a]: b\n',
    '*[a]: b\n',
    ' ',
    '\n',
  ].map((part) => ({ name: `${JSON.stringify(part)} 5,000 times`, text: part.repeat(5000) })),
  ...['- ', '* ', '1. ', '> ', '> - '].map((part) => ({
    name: `${JSON.stringify(part)} in itself`,
    text: `${part.repeat(5000)}a`,
  })),
  ...[
    ['<p style="background:url(', '\t', 'x">a</p>'],
    ['<style>a{background:url(', '\t', '"}</style>'],
    ['<p style="', 'url(', '">a</p>'],
    ['', 'T\r["', '\n'],
    ['<a href=', '\t', 'x>'],
    ['[a](#b)\n\n# a', '\t', 'x\n'],
    ['[a](#b)\n\n# ', '#', 'x\n'],
    ['', "'[[", ']]('],
    ['', '[a', ']('],
    ['[a](', '\t', '('],
    ['[a](', '\t', ''],
    ['<img srcset="', ',\u0000', '">'],
    ['', '{{-- copydesk-', ''],
    ['', '[^[', ''],
    ['> ', '<pre>', ''],
    ['', '\n\n    \n', '\t'],
    ['', '<x-a ', ''],
  ].map(([before = '', part = '', behind = '']) => ({
    name: `${JSON.stringify(part)} between ${JSON.stringify(before)} and ${JSON.stringify(behind)}`,
    text: before + part.repeat(50_000 / part.length) + behind,
  })),
  { name: 'nested brackets', text: `${'[a'.repeat(5000)}${']'.repeat(5000)}` },
  { name: 'runs of backticks', text: many(300, (at) => '`'.repeat(at), ' ') },
  { name: 'divs with Markdown', text: '<div markdown="1">\n'.repeat(2000) },
  { name: 'terms', text: 'a\n: b\n'.repeat(5000) },
  { name: 'definitions', text: many(5000, (at) => `[a${at}]: /x`) },
  { name: 'a wide table', text: `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}\n` },
];

/** What a `config.php` returns, or layouts that are no better. */
export const HOSTILE_SITES: readonly {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
}[] = [
  { name: 'a syntax error', texts: { 'config.php': "<?php return ['a' => " } },
  { name: 'arrays in arrays', texts: { 'config.php': `<?php return ${'['.repeat(20_000)};` } },
  { name: 'calls in calls', texts: { 'config.php': `<?php return ${'a('.repeat(20_000)};` } },
  { name: 'sums', texts: { 'config.php': `<?php return ${'1 + '.repeat(20_000)}1;` } },
  {
    name: 'many sums',
    texts: { 'config.php': `<?php ${`$a = ${"'a' . ".repeat(4000)}1; `.repeat(20)} return [];` },
  },
  { name: 'closures in closures', texts: { 'config.php': `<?php return ${'fn () => '.repeat(10_000)}1;` } },
  { name: '1 MB', texts: { 'config.php': `<?php return [${"'a' => 'b', ".repeat(80_000)}];` } },
  {
    name: 'a layout that extends itself',
    texts: { 'source/_layouts/post.blade.php': "@extends('_layouts.post')" },
  },
  {
    name: 'layouts in a circle',
    texts: {
      'source/_layouts/post.blade.php': "@extends('_layouts.main')",
      'source/_layouts/main.blade.php': "@extends('_layouts.post')",
    },
  },
  {
    name: 'includes in a circle',
    texts: {
      'source/_layouts/post.blade.php': "@include('_partials.a') @yield('content')",
      'source/_partials/a.blade.php': "@include('_partials.b')",
      'source/_partials/b.blade.php': "@include('_partials.a')",
    },
  },
  {
    name: 'conditions in conditions',
    texts: { 'source/_layouts/post.blade.php': '@if(true) '.repeat(5000) },
  },
  { name: 'parentheses', texts: { 'source/_layouts/post.blade.php': `@if${'('.repeat(20_000)}` } },
  { name: 'echoes', texts: { 'source/_layouts/post.blade.php': '{{'.repeat(20_000) } },
  { name: 'components', texts: { 'source/_layouts/post.blade.php': '<x-a '.repeat(10_000) } },
  {
    name: 'a chain of 5,000 layouts',
    texts: Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [
        `source/_layouts/${at === 0 ? 'post' : `l${at}`}.blade.php`,
        `@extends('_layouts.l${at + 1}')`,
      ]),
    ),
  },
  { name: 'settings in settings', texts: { 'copydesk.json': '{"fields":'.repeat(20_000) } },
  {
    name: 'a pattern without end',
    texts: { 'copydesk.json': '{ "fields": { "title": { "pattern": "^(a+)+$" } } }' },
  },
  {
    name: 'a short pattern that is large',
    texts: {
      'copydesk.json': JSON.stringify({ fields: { title: { pattern: `${'(.?){999}'.repeat(100)}[yz]$` } } }),
    },
  },
  ...[
    ['.htaccess', 'RedirectMatch 301 ^/(a+)+$ /x\n'],
    ['.htaccess', `RewriteRule ^${'(.?){1000}'.repeat(40)}$ /x\n`.repeat(100)],
    ['_redirects', `/${'*a'.repeat(40)} /x 301\n`],
    ['netlify.toml', '\n'.repeat(200_000)],
    ['vercel.json', '{"redirects":'.repeat(20_000)],
  ].map(([name = '', text = '']) => ({
    name: `redirects in ${name}: ${JSON.stringify(text.slice(0, 40))}`,
    texts: { [`source/${name}`]: text },
  })),
  ...['**/*s*s*s*s*s*s*s*s*s*s*s*s*/**/z', '(s+)+$', '{a,b}'.repeat(2000), '('.repeat(5000)].map((glob) => ({
    name: `to be ignored: ${glob.slice(0, 40)}`,
    texts: { 'copydesk.json': JSON.stringify({ ignore: [glob] }) },
  })),
];
