import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slice } from '../text/span.ts';
import { cssUrls, replaceCssUrls } from './css-urls.ts';

for (const [css, ...addresses] of [
  ['background: url(/a.png)', '/a.png'],
  ['background: URL(\t/a.png\n) red, url("/b c.png"), url( \'/d.png\' )', '/a.png', '/b c.png', '/d.png'],
  ['content: "😀"; background: url(/ä.png)', '/ä.png'],
  ['background: url()', ''],
  ['/* url(/a.png) */ content: "url(/b.png)"'],
  ['background: url(/a b.png)'],
  ['background: url("/a.png"'],
  ['background: url(/a.png'],
  ['background: src("/a.png")'],
] as const) {
  test(`the addresses of ${css}`, () => {
    assert.deepEqual(
      cssUrls(css).map(({ addressSpan }) => slice(css, addressSpan)),
      addresses,
    );
  });
}

test('other addresses in their place leave the rest as it is', () => {
  const css = 'a: url( /a ) 1px; b: URL("/b"); c: url(/c)';
  const replaced = replaceCssUrls(css, (address) => (address === '/b' ? undefined : `${address}.png`));
  assert.equal(replaced, 'a: url("/a.png") 1px; b: URL("/b"); c: url("/c.png")');
});

test('CSS that is written to do harm comes to an end', () => {
  for (const css of [`url(${'\t'.repeat(500_000)}"`, 'url('.repeat(100_000), 'url("'.repeat(100_000)])
    assert.deepEqual(cssUrls(css), []);
});
