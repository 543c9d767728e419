import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slice } from '../text/span.ts';
import { cssImports, cssUrls, replaceCssUrls } from './css-urls.ts';

for (const [css, ...addresses] of [
  ['background: url(/a.png)', '/a.png'],
  ['background: URL(\t/a.png\n) red, url("/b c.png"), url( \'/d.png\' )', '/a.png', '/b c.png', '/d.png'],
  ['content: "😀"; background: url(/ä.png)', '/ä.png'],
  ['background: url()', ''],
  ['/* url(/a.png) */ content: "url(/b.png)"'],
  ['background: url(/a b.png)'],
  ['background: url("/a.png"', '/a.png'],
  ['background: url(/a.png', '/a.png'],
  ['background: url("/a.png', '/a.png'],
  ['background: src("/a.png")', '/a.png'],
  [
    'background: image-set("/a.png" type("image/png"), url(/b.png) 2x, ("/c.png")); content: "/d.png"',
    '/a.png',
    '/b.png',
  ],
  ['a { background: image-set(; content: "/a.png" }'],
] as const) {
  test(`the addresses of ${css}`, () => {
    assert.deepEqual(
      cssUrls(css).map(({ addressSpan }) => slice(css, addressSpan)),
      addresses,
    );
  });
}

test('an address is what its escapes stand for', () => {
  const [url] = cssUrls('background: \\75 rl(/a\\ b\\(1\\).png)');
  assert.equal(url?.address, '/a b(1).png');
});

test('imports', () => {
  const css =
    '@import "a.css"; @IMPORT url( "b.css" ) screen;p{}@\\69mport url(c.css) layer(x) supports(a: b) ';
  assert.deepEqual(
    cssImports(css).map(({ span, address, conditions }) => [slice(css, span), address, conditions]),
    [
      ['@import "a.css";', 'a.css', ''],
      ['@IMPORT url( "b.css" ) screen;', 'b.css', 'screen'],
      ['@\\69mport url(c.css) layer(x) supports(a: b) ', 'c.css', 'layer(x) supports(a: b)'],
    ],
  );
});

test('other addresses in their place leave the rest as it is', () => {
  const css = 'a: url( /a ) 1px; b: URL("/b"); c: url(/c)';
  const replaced = replaceCssUrls(css, (address) => (address === '/b' ? undefined : `${address}.png`));
  assert.equal(replaced, 'a: url("/a.png") 1px; b: URL("/b"); c: url("/c.png")');
});

test('CSS that is written to do harm comes to an end', () => {
  for (const css of [
    `url(${'\t'.repeat(500_000)}"`,
    ...['url(', 'url("', 'url("a"', 'src("', '@import;', '@import ', '@import "a" '].map((text) =>
      text.repeat(100_000),
    ),
  ]) {
    cssUrls(css);
    cssImports(css);
  }
});
