import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCommonMark } from './parser.ts';

const md = makeCommonMark();

/** What League's extensions add to CommonMark. */
const table: readonly [what: string, text: string, html: string][] = [
  ['attributes behind a text are its block’s', 'a {.b #c}', '<p class="b" id="c">a</p>'],
  [
    'attributes behind an element are its own',
    '*a*{.b} [c](/d){target=_blank}',
    '<p><em class="b">a</em> <a target="_blank" href="/d">c</a></p>',
  ],
  ['attributes behind a word are nobody’s', 'a{.b} c', '<p>a c</p>'],
  ['attributes over a block are its own', '{.a}\n# b', '<h1 class="a">b</h1>'],
  [
    'attributes under a block are its own',
    '> a\n\n- b\n{.c}',
    '<blockquote>\n<p>a</p>\n</blockquote>\n<ul class="c">\n<li>b</li>\n</ul>',
  ],
  ['attributes in a tight item are the item’s', '- a {.b}', '<ul>\n<li class="b">a</li>\n</ul>'],
  ['attributes that run scripts are dropped', 'a {onclick=b .c}', '<p class="c">a</p>'],
  ['quotes are curly', `"a 'b' c" it's '90s`, '<p>“a ‘b’ c” it’s ’90s</p>'],
  ['a quote that an emphasis cuts off stays alone', '*a "b* c"', '<p><em>a “b</em> c“</p>'],
  ['a quote alone opens', 'a " b', '<p>a “ b</p>'],
  ['hyphens are dashes', 'a -- b --- c ---- d ----- e', '<p>a – b — c –– d —– e</p>'],
  ['dots are an ellipsis', 'a... b. . . c..', '<p>a… b… c..</p>'],
  ['an escape keeps them', '\\"a\\" b\\-\\-c', '<p>&quot;a&quot; b--c</p>'],
  ['tildes strike', '~a~ ~~b~~ ~~~c~~~ ~d~~', '<p><del>a</del> <del>b</del> ~~~c~~~ ~d~~</p>'],
  ['a table needs a bar in its line of dashes', 'a | b\n- | -\n', '<p>a | b</p>\n<ul>\n<li>| -</li>\n</ul>'],
  [
    'rows of a table are cut and filled',
    'a | b\n:-|-:\nc\n# d | e | f\n',
    '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n' +
      '<tr>\n<td align="left">c</td>\n<td align="right"></td>\n</tr>\n' +
      '<tr>\n<td align="left"># d</td>\n<td align="right">e</td>\n</tr>\n</tbody>\n</table>',
  ],
  ['addresses are percent-encoded once', '[a](</b c%20ü>)', '<p><a href="/b%20c%20%C3%BC">a</a></p>'],
  ['code goes on at the start of its next line', '`a\n  b`', '<p><code>a b</code></p>'],
  ['what follows a definition is no code', '[a]: /b\n    c', '<p>c</p>'],
];

for (const [what, text, html] of table) {
  test(`CommonMark: ${what}`, () => assert.equal(md.render(text), `${html}\n`));
}
