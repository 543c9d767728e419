import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentSecurityPolicy, type PageParts, pageHtml } from './page-html.ts';

const parts: PageParts = {
  script: 'if (1 < 2) begin();',
  style: 'a { src: url("./fonts/a.woff2") } b { background: url(data:image/svg+xml,%3Csvg/%3E) }',
  siteStyle: 'c > d {}',
  addressOf: (file) => new URL(file, 'https://host/dist/').href,
  cspSource: 'https://host',
  nonce: 'abc',
  remoteImages: false,
  language: 'en-GB',
  title: 'Preview: <b> & "c"',
};

test('nothing is allowed but the page’s own script and style and the site’s own files', () => {
  assert.equal(
    contentSecurityPolicy(parts),
    "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; img-src https://host data:; " +
      "font-src https://host; media-src https://host; base-uri 'none'; form-action 'none'",
  );
});

test('remote images are pictures only', () => {
  const policy = contentSecurityPolicy({ ...parts, remoteImages: true });
  assert.match(policy, /img-src https:\/\/host data: https: http:;/);
  assert.equal(policy.match(/https: http:/g)?.length, 1);
});

test('script and styles stand in the page, with the nonce that allows them', () => {
  const html = pageHtml(parts);
  assert.match(html, /<title>Preview: &#60;b&#62; &#38; &#34;c&#34;<\/title>/);
  assert.match(html, /<script nonce="abc">if \(1 < 2\) begin\(\);<\/script>/);
  assert.match(html, /<style class="copydesk" nonce="abc" media="not all">c > d \{\}<\/style>/);
  assert.equal(html.match(/nonce="abc"/g)?.length, 3);
});

test('what a style sheet names is asked for at its webview address', () => {
  const html = pageHtml(parts);
  assert.match(html, /url\("https:\/\/host\/dist\/fonts\/a\.woff2"\)/);
  assert.match(html, /url\(data:image\/svg\+xml,%3Csvg\/%3E\)/);
});
