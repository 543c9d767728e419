import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'htmlparser2';
import { Addresses } from './addresses.ts';
import { styleFor } from './style-sheets.ts';

const files: Readonly<Record<string, string>> = {
  'css/more.css': 'i{background:url(../img/i.png)}',
  'css/round.css': '@import "round.css";b{color:red}',
};

const cases: readonly (readonly [css: string, expected: string])[] = [
  ['a{color:red}', 'a{color:red}'],
  ['a{background:url(/img/a.png)}', 'a{background:url("view:img/a.png")}'],
  ['a{background:url( "../img/a b.png" )}', 'a{background:url( "view:img/a b.png" )}'],
  [`a{background:URL('a.svg#x')}`, 'a{background:URL("view:css/a.svg#x")}'],
  [
    '@font-face{src:url(/f.woff2?v=3) format("woff2")}',
    '@font-face{src:url("view:f.woff2") format("woff2")}',
  ],
  [
    'a{background:image-set("/a.png" 1x, url(/b.png) 2x)}',
    'a{background:image-set("view:a.png" 1x, url("view:b.png") 2x)}',
  ],
  ['a{background:url(https://away.example/a.png)}', 'a{background:url("about:invalid")}'],
  ['a{background:url(//away.example/a.png)}', 'a{background:url("about:invalid")}'],
  ['a{background:\\75 rl(https://away.example/a.png)}', 'a{background:url("about:invalid")}'],
  ['a{background:url(javascript:alert)}', 'a{background:url("about:invalid")}'],
  ['a{background:url(data:image/png;base64,AA==)}', 'a{background:url("data:image/png;base64,AA==")}'],
  ['a{mask:url(#m)}', 'a{mask:url("#m")}'],
  ['a::after{content:"url(https://away.example)"}', 'a::after{content:"url(https://away.example)"}'],
  ['/* url(https://away.example) */', '/* url(https://away.example) */'],
  ['@import "more.css";', 'i{background:url("view:img/i.png")}'],
  ['@import url("more.css") screen;', '@media screen{i{background:url("view:img/i.png")}}'],
  [
    '@import url(more.css) layer(base) supports(display: grid) print;',
    '@layer base{@supports (display: grid){@media print{i{background:url("view:img/i.png")}}}}',
  ],
  ['@import "gone.css";p{}', 'p{}'],
  ['@import "https://fonts.example/css";p{}', 'p{}'],
  ['@import url(//fonts.example/css);p{}', 'p{}'],
  ['a{background:url("', 'a{background:url("view:css"'],
];

for (const [css, expected] of cases) {
  test(`a style sheet in the preview: ${css}`, async () => {
    const { style } = await read(css);
    if (css.endsWith('"')) assert.doesNotMatch(style, /https?:/);
    else assert.equal(style, expected);
  });
}

test('sheets that import each other come to an end', async () => {
  const { style } = await read('@import "round.css";');
  assert.match(style, /^(?:b\{color:red\})+$/);
});

test('the style sheets of other websites are told of', async () => {
  const { remote } = await read('@import "https://fonts.example/a";@import url(//fonts.example/b);p{}');
  assert.deepEqual(remote, ['https://fonts.example/a', '//fonts.example/b']);
});

async function read(css: string): Promise<{ style: string; remote: readonly string[] }> {
  const addresses = new Addresses('blog/post/index.html', parseDocument(''));
  const remote: string[] = [];
  const style = await styleFor(css, 'css/site.css', {
    lead: (address, from) => addresses.lead(address, from),
    read: async (path) => files[path],
    addressOf: (path) => `view:${path}`,
    onRemote: (address) => remote.push(address),
  });
  return { style, remote };
}
