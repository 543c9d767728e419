import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkdownDialect } from '../render/dialect.ts';
import { slice, span } from '../text/span.ts';
import { scanReferences } from './references.ts';

const dialects: readonly MarkdownDialect[] = ['markdown-extra', 'commonmark'];

/** References of a whole text as short lines: kind, address, the address as written, the whole construct. */
function scan(text: string, dialect: MarkdownDialect): string[] {
  return scanReferences(text, span(0, text.length), dialect).map((reference) =>
    [
      reference.kind,
      reference.address ?? '(none)',
      reference.addressSpan ? slice(text, reference.addressSpan) : '(none)',
      slice(text, reference.span),
    ].join(' | '),
  );
}

const table: readonly [what: string, text: string, ...expected: string[]][] = [
  ['an image', 'x ![a](/b.png) y', 'image | /b.png | /b.png | ![a](/b.png)'],
  ['a title', '![a](/b.png "t (x)")', 'image | /b.png | /b.png | ![a](/b.png "t (x)")'],
  ['angle brackets', '[a](</b c.png>)', 'link | /b c.png | /b c.png | [a](</b c.png>)'],
  ['an escape', '![a](/b\\_c.png)', 'image | /b_c.png | /b\\_c.png | ![a](/b\\_c.png)'],
  ['an entity', '[a](/?a=1&amp;b=2)', 'link | /?a=1&b=2 | /?a=1&amp;b=2 | [a](/?a=1&amp;b=2)'],
  [
    'an image in a link',
    '[![a](/i.png)](/p)',
    'link | /p | /p | [![a](/i.png)](/p)',
    'image | /i.png | /i.png | ![a](/i.png)',
  ],
  ['a definition', '![a][r]\n\n[r]: </x y.png> "T"', 'image | /x y.png | /x y.png | ![a][r]'],
  ['an unused definition', '[r]: /x.png\n', 'definition | /x.png | /x.png | [r]: /x.png'],
  [
    'an autolink',
    '<https://example.org/a?b>',
    'link | https://example.org/a?b | https://example.org/a?b | <https://example.org/a?b>',
  ],
  ['a quote in a list', '- > a\n  > ![x](/y.png)\n', 'image | /y.png | /y.png | ![x](/y.png)'],
  [
    'carriage returns and emoji',
    '🚋\r\n\r\n> 🚋 a\r\n> ![x](/y.png)\r\n',
    'image | /y.png | /y.png | ![x](/y.png)',
  ],
  ['a heading', '## a ![x](#) ##\n', 'image | # | # | ![x](#)'],
  ['cells', 'a | b\n---|---\n[x](/1) | [x](/1)\n', 'link | /1 | /1 | [x](/1)', 'link | /1 | /1 | [x](/1)'],
  ['code', '`![a](/b)`\n\n    ![a](/b)\n\n```php\n![a](/b)\n```\n'],
  ['a comment', '<!-- ![a](/b) <img src="/c"> -->\n'],
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
];

for (const dialect of dialects) {
  for (const [what, text, ...expected] of table) {
    test(`${dialect}: ${what}`, () => assert.deepEqual(scan(text, dialect), expected));
  }
}
