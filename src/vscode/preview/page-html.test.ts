import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentSecurityPolicy, type Shell, shellHtml } from './shell.ts';

const shell: Shell = {
  script: 'https://host/dist/preview.js',
  style: 'https://host/dist/preview.css?a=1&b="2"',
  siteStyle: 'https://host/dist/site.css',
  cspSource: 'https://host',
  nonce: 'abc',
  remoteImages: false,
  language: 'en-GB',
  title: 'Preview: <b> & "c"',
};

test('nothing is allowed but the page’s own script and style and the site’s own files', () => {
  assert.equal(
    contentSecurityPolicy(shell),
    "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; img-src https://host data:; " +
      "font-src https://host; media-src https://host; base-uri 'none'; form-action 'none'",
  );
});

test('remote images are pictures only', () => {
  const policy = contentSecurityPolicy({ ...shell, remoteImages: true });
  assert.match(policy, /img-src https:\/\/host data: https: http:;/);
  assert.equal(policy.match(/https: http:/g)?.length, 1);
});

test('what goes into the page is escaped', () => {
  const html = shellHtml(shell);
  assert.match(html, /<title>Preview: &#60;b&#62; &#38; &#34;c&#34;<\/title>/);
  assert.match(html, /preview\.css\?a=1&#38;b=&#34;2&#34;"/);
  assert.equal(html.match(/nonce="abc"/g)?.length, 3);
});
