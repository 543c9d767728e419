import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { encodeAddress } from '../render/commonmark/urls.ts';
import type { MarkdownDialect } from '../render/dialect.ts';
import { parserOf } from '../render/parser.ts';
import { type Span, slice, span } from '../text/span.ts';
import { type Reference, scanHtmlReferences, scanReferences } from './references.ts';

const dialects: readonly MarkdownDialect[] = ['markdown-extra', 'commonmark'];

/** A reference as a short line: kind, address, the address as written, the whole construct. */
function line(text: string, reference: Reference): string {
  return [
    reference.kind,
    reference.address ?? '(none)',
    reference.addressSpan ? slice(text, reference.addressSpan) : '(none)',
    slice(text, reference.span),
  ].join(' | ');
}

function scan(text: string, dialect: MarkdownDialect): readonly Reference[] {
  return scanReferences(text, span(0, text.length), dialect);
}

/** Texts that both dialects read alike, and the references in them. */
const table: readonly [what: string, text: string, ...expected: string[]][] = [
  ['an image', 'x ![a](/b.png) y', 'image | /b.png | /b.png | ![a](/b.png)'],
  ['a title', '![a](/b.png "t (x)")', 'image | /b.png | /b.png | ![a](/b.png "t (x)")'],
  ['an address on the next line', '[a](\n/b)', 'link | /b | /b | [a](\n/b)'],
  ['an empty address', '[a]()', 'link |  |  | [a]()'],
  ['angle brackets', '[a](</b c.png>)', 'link | /b c.png | /b c.png | [a](</b c.png>)'],
  ['parentheses', '[a](/b_(c))', 'link | /b_(c) | /b_(c) | [a](/b_(c))'],
  ['an escape', '![a](/b\\_c.png)', 'image | /b_c.png | /b\\_c.png | ![a](/b\\_c.png)'],
  ['an entity', '[a](/?a=1&amp;b=2)', 'link | /?a=1&b=2 | /?a=1&amp;b=2 | [a](/?a=1&amp;b=2)'],
  [
    'an image in a link',
    '[![a](/i.png)](/p)',
    'link | /p | /p | [![a](/i.png)](/p)',
    'image | /i.png | /i.png | ![a](/i.png)',
  ],
  ['a definition', '![a][r]\n\n[r]: </x y.png> "T"', 'image | /x y.png | /x y.png | ![a][r]'],
  ['a label alone', '[r]\n\n[R]: /x', 'link | /x | /x | [r]'],
  ['an unused definition', '[r]: /x.png\n', 'definition | /x.png | /x.png | [r]: /x.png'],
  ['a definition over two lines', '[r]:\n/x.png\n', 'definition | /x.png | /x.png | [r]:\n/x.png'],
  [
    'an autolink',
    '<https://a.example/a?b>',
    'link | https://a.example/a?b | https://a.example/a?b | <https://a.example/a?b>',
  ],
  ['a list', '- a\n\n  ![x](/y.png)\n', 'image | /y.png | /y.png | ![x](/y.png)'],
  ['tabs', '-\ta\n\n\t![x](/y.png)\tb\n', 'image | /y.png | /y.png | ![x](/y.png)'],
  ['quotes in quotes', '> > a\n> > ![x](/y.png)\n', 'image | /y.png | /y.png | ![x](/y.png)'],
  [
    'a construct over two lines of a quote',
    '> ![a\n> b](/y.png)\n',
    'image | /y.png | /y.png | ![a\n> b](/y.png)',
  ],
  [
    'carriage returns and emoji',
    '🚋\r\n\r\n> 🚋 a\r\n> ![x](/y.png)\r\n',
    'image | /y.png | /y.png | ![x](/y.png)',
  ],
  ['a heading', '## a ![x](#) ##\n', 'image | # | # | ![x](#)'],
  ['cells', 'a | b\n---|---\n[x](/1) | [x](/1)\n', 'link | /1 | /1 | [x](/1)', 'link | /1 | /1 | [x](/1)'],
  ['code', '`![a](/b)`\n\n    ![a](/b)\n\n```php\n![a](/b) <img src="/c">\n```\n'],
  ['a comment', '<!-- ![a](/b) <img src="/c"> -->\n'],
  ['brackets that are no link', 'a [b] (c) \\[d](e)'],
  [
    'an echo',
    '![a]({{ $page->baseUrl }}/x.png)',
    'image | {{ $page->baseUrl }}/x.png | {{ $page->baseUrl }}/x.png | ![a]({{ $page->baseUrl }}/x.png)',
  ],
  [
    'inline HTML',
    'a <img src="/a&amp;b.png" alt> c',
    'image | /a&b.png | /a&amp;b.png | <img src="/a&amp;b.png" alt>',
  ],
  ['no source', 'x\n\n<figure><img alt="y"></figure>\n', 'image | (none) | (none) | <img alt="y">'],
  [
    'a tag over two lines of a quote',
    '> a <img\n> src="/x.png"> b',
    'image | /x.png | /x.png | <img\n> src="/x.png">',
  ],
];

for (const dialect of dialects) {
  for (const [what, text, ...expected] of table) {
    test(`${dialect}: ${what}`, () => {
      assert.deepEqual(
        scan(text, dialect).map((reference) => line(text, reference)),
        expected,
      );
    });
  }
}

test('MarkdownExtra: attributes belong to the construct, footnotes and lists are read', () => {
  const text = '![a](/b.png){.left}\n\nNote[^1]\n\n[^1]: See [this](/c).\n\nTerm\n:   ![d](/e.png)\n';
  assert.deepEqual(
    scan(text, 'markdown-extra').map((reference) => line(text, reference)),
    [
      'image | /b.png | /b.png | ![a](/b.png){.left}',
      'link | /c | /c | [this](/c)',
      'image | /e.png | /e.png | ![d](/e.png)',
    ],
  );
});

test('MarkdownExtra: Markdown in a block of HTML is read only where the block asks for it', () => {
  const text = '<div>\n![a](/b.png)\n</div>\n\n<div markdown="1">\n![c](/d.png)\n</div>\n';
  assert.deepEqual(
    scan(text, 'markdown-extra').map(({ address }) => address),
    ['/d.png'],
  );
});

test('an alternative text is known with its place', () => {
  const text = '![one *two*](/a) <img src="/b" alt="x &amp; y"> <img src="/c" alt=""> <img src="/d">';
  for (const dialect of dialects) {
    const found = scan(text, dialect);
    assert.deepEqual(
      found.map(({ alt }) => alt),
      ['one *two*', 'x & y', '', undefined],
    );
    assert.deepEqual(
      found.map(({ altSpan }) => altSpan && slice(text, altSpan)),
      ['one *two*', 'x &amp; y', '', undefined],
    );
  }
});

test('an image and a link that use a definition share its address', () => {
  const text = 'a ![i][r] and [l][r]\n\n[r]: /x.png\n';
  for (const dialect of dialects) {
    const found = scan(text, dialect);
    assert.deepEqual(
      found.map(({ kind, address }) => [kind, address]),
      [
        ['image', '/x.png'],
        ['link', '/x.png'],
      ],
    );
    assert.deepEqual(found[0]?.addressSpan, found[1]?.addressSpan);
    assert.equal(found[0]?.definition && slice(text, found[0].definition), '[r]: /x.png');
  }
});

test('code that opens PHP or an echo hides nothing behind it in a post without Blade', () => {
  const text = '```php\n<?php\n\n{{ a\n```\n\n![a](/b.png) `<?php`\n\n```\n?> }}\n```\n\n[c](/d)\n';
  const addresses = (isPlain: boolean) =>
    scanReferences(text, span(0, text.length), 'markdown-extra', isPlain).map(({ address }) => address);
  assert.deepEqual(addresses(true), ['/b.png', '/d']);
  assert.deepEqual(addresses(false), ['/d']);
});

/** HTML, and the references in it. */
const html: readonly [what: string, text: string, ...expected: string[]][] = [
  [
    'white space around an address',
    '<img src=" /a.png\n">',
    'image | /a.png | /a.png | <img src=" /a.png\n">',
  ],
  ['no quotes', '<a href=/x>', 'link | /x | /x | <a href=/x>'],
  ['capitals', "<IMG SRC='/a.png'>", "image | /a.png | /a.png | <IMG SRC='/a.png'>"],
  ['an empty source', '<img src="">', 'image |  |  | <img src="">'],
  [
    'candidates',
    '<img srcset="/a.png 1x, /b,c.png 2x" src="/d.png">',
    'image | /a.png | /a.png | <img srcset="/a.png 1x, /b,c.png 2x" src="/d.png">',
    'image | /b,c.png | /b,c.png | <img srcset="/a.png 1x, /b,c.png 2x" src="/d.png">',
    'image | /d.png | /d.png | <img srcset="/a.png 1x, /b,c.png 2x" src="/d.png">',
  ],
  [
    'a picture',
    '<picture><source srcset="/a.webp"></picture>',
    'image | /a.webp | /a.webp | <source srcset="/a.webp">',
  ],
  [
    'film',
    '<video src="/a.mp4" poster="/a.jpg"></video>',
    'media | /a.mp4 | /a.mp4 | <video src="/a.mp4" poster="/a.jpg">',
    'image | /a.jpg | /a.jpg | <video src="/a.mp4" poster="/a.jpg">',
  ],
  ['an object', '<object data="/a.svg"></object>', 'media | /a.svg | /a.svg | <object data="/a.svg">'],
  [
    'a style',
    `<p style="background: url('/a.png')">`,
    `style | /a.png | /a.png | <p style="background: url('/a.png')">`,
  ],
  [
    'a style with its quotes written out',
    '<p style="background: url(&quot;/a&amp;b.png&quot;), url(&#39;c.png&#39;), url(/d\\(1\\).png)">',
    'style | /a&b.png | /a&amp;b.png | <p style="background: url(&quot;/a&amp;b.png&quot;), url(&#39;c.png&#39;), url(/d\\(1\\).png)">',
    'style | c.png | c.png | <p style="background: url(&quot;/a&amp;b.png&quot;), url(&#39;c.png&#39;), url(/d\\(1\\).png)">',
    'style | /d(1).png | /d\\(1\\).png | <p style="background: url(&quot;/a&amp;b.png&quot;), url(&#39;c.png&#39;), url(/d\\(1\\).png)">',
  ],
  [
    'a style with an echo',
    '<p style="background: url(\'{{ $page->asset("a.png") }}\')">',
    'style | {{ $page->asset("a.png") }} | {{ $page->asset("a.png") }} | <p style="background: url(\'{{ $page->asset("a.png") }}\')">',
  ],
  [
    'a style sheet',
    '<style>p { background: url(/a.png) }</style>',
    'style | /a.png | /a.png | p { background: url(/a.png) }',
  ],
  [
    'an echo with quotes in it',
    '<img src="{{ $page->asset("a.png") }}" alt="b">',
    'image | {{ $page->asset("a.png") }} | {{ $page->asset("a.png") }} | <img src="{{ $page->asset("a.png") }}" alt="b">',
  ],
  [
    'PHP',
    '<a href="<?= $a ? "/b" : "/c" ?>">',
    'link | <?= $a ? "/b" : "/c" ?> | <?= $a ? "/b" : "/c" ?> | <a href="<?= $a ? "/b" : "/c" ?>">',
  ],
  ['comments', '<!-- <img src="/a"> -->{{-- <img src="/b"> --}}'],
  [
    'the first of two attributes of one name',
    '<a href="/a" href="/b">',
    'link | /a | /a | <a href="/a" href="/b">',
  ],
  ['a tag without an end', '<img src="/a.png"'],
];

for (const [what, text, ...expected] of html) {
  test(`HTML: ${what}`, () => {
    const shifted = `🚋\n${text}`;
    const found = scanHtmlReferences(shifted, span(3, shifted.length));
    assert.deepEqual(
      found.map((reference) => line(shifted, reference)),
      expected,
    );
  });
}

test('an image without a source says what else may give it one', () => {
  const text = '<img data-src="/a.png" :src="b" {{ $attributes }} class="c">';
  assert.deepEqual(scanHtmlReferences(text, span(0, text.length))[0]?.otherSources, [
    'data-src',
    ':src',
    '{{ $attributes }}',
  ]);
});

const fragments = (
  '![a](/b.png)|[l](/u "t")|[x][r]|![i][r]|[r]|[a](<b c>)|<http://e.example/x>|<img src="z">|<a href="/q">|</a>|\\_|`code`|' +
  '*em*|**|_|~|`|[|]|(|)|!|{.c}|&amp;|é|🚋|a b|"q"|  \n|\n|\n\n|\r\n|\t|    |- |1. |> |# |## |```\n|| a | b |\n|---|---|\n|' +
  '[r]: /r "T"\n|[^1]|[^1]: |: |<div>|</div>|<div markdown="1">\n|<p>x</p>|---\n|===\n'
).split('|');
const texts = fc.array(fc.constantFrom(...fragments, '|'), { maxLength: 30 }).map((parts) => parts.join(''));

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

test('whatever the text, every address stands in its construct or in its definition', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      for (const dialect of dialects) {
        for (const { span: whole, addressSpan, definition, altSpan } of scan(text, dialect)) {
          assert.ok(contains(span(0, text.length), whole));
          if (addressSpan) assert.ok(contains(definition ?? whole, addressSpan));
          if (altSpan) assert.ok(contains(whole, altSpan));
        }
      }
    }),
    { numRuns: 500 },
  );
});

/** The addresses of images and links on a page, but for those of notes. */
function addressesOf(page: string): string[] {
  type Node = ReturnType<typeof parseDocument>['children'][number];
  const addresses: string[] = [];
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!('children' in node)) continue;
      const { name, attribs = {} } = node as typeof node & {
        name?: string;
        attribs?: Record<string, string>;
      };
      const address = name === 'img' ? attribs['src'] : name === 'a' ? attribs['href'] : undefined;
      if (address !== undefined && !address.startsWith('#fn')) addresses.push(address.trim());
      visit(node.children);
    }
  };
  visit(parseDocument(page).children);
  return addresses.sort();
}

test('what is found in a text is what its page has', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const dialect of dialects) {
        const found = scan(text, dialect)
          .filter(({ kind, address }) => kind !== 'definition' && address !== undefined)
          .map(({ address = '', syntax }) => {
            return dialect === 'commonmark' && syntax === 'markdown' ? encodeAddress(address) : address;
          });
        assert.deepEqual(found.sort(), addressesOf(parserOf(dialect).render(text)));
      }
    }),
    { numRuns: 1000, seed: 7 },
  );
});

test('a body of 20 MB is read as far as a post can be long', () => {
  const text = `![a](/b.png)\n\n${'[a](b "<div <!-- ![ \n'.repeat(1_000_000)}![c](/d.png)`;
  for (const dialect of dialects) {
    const addresses = scan(text, dialect).map(({ address }) => address);
    assert.ok(addresses.includes('/b.png'));
    assert.ok(!addresses.includes('/d.png'));
  }
});
