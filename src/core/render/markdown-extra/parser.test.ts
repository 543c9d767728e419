import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeMarkdownExtra } from './parser.ts';

const md = makeMarkdownExtra();

/** What MarkdownExtra does otherwise than CommonMark. */
const table: readonly [what: string, text: string, html: string][] = [
  ['a heading needs no space and no blank lines', 'a\n#b\nc', '<p>a</p>\n\n<h1>b</h1>\n\n<p>c</p>'],
  ['a heading has attributes', '## a ## {#b .c d=e}', '<h2 id="b" class="c" d="e">a</h2>'],
  ['an attribute list alone is a text', '## {.a}', '<h2>{.a}</h2>'],
  ['a list needs a blank line before it', 'a\n- b', '<p>a\n- b</p>'],
  ['a number starts a list only with a full stop', '1) a', '<p>1) a</p>'],
  ['markers of one kind make one list', '- a\n* b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  [
    'two spaces nest once only',
    '- a\n  - b\n    - c',
    '<ul>\n<li>a\n\n<ul>\n<li>b</li>\n<li>c</li>\n</ul></li>\n</ul>',
  ],
  [
    'a blank line makes its two neighbours paragraphs',
    '- a\n\n- b\n- c',
    '<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n<li>c</li>\n</ul>',
  ],
  ['a list without blank lines holds no quotes', '- > a', '<ul>\n<li>> a</li>\n</ul>'],
  ['a list starts at its number', '3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
  [
    'a fence needs no blank line',
    'a\n```php\nb\n```\nc',
    '<p>a</p>\n\n<pre><code class="language-php">b\n</code></pre>\n\n<p>c</p>',
  ],
  ['a fence that is not closed is text', '```\na', '<p>```\na</p>'],
  ['a fence has attributes', '~~~ {.a #b}\nc\n~~~', '<pre><code id="b" class="a">c\n</code></pre>'],
  ['blank lines at the start of a fence are kept', '```\n\na\n```', '<pre><code><br />a\n</code></pre>'],
  ['a quote ends a paragraph', 'a\n> b', '<p>a</p>\n\n<blockquote>\n  <p>b</p>\n</blockquote>'],
  [
    'a table may follow a text',
    'a\nb | c\n--|--\nd | e\n',
    '<p>a\n<table>\n<thead>\n<tr>\n  <th>b</th>\n  <th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n  <td>d</td>\n  <td>e</td>\n</tr>\n</tbody>\n</table></p>',
  ],
  ['a table ends at a blank line or is none', '|a|\n|-|\n|b|\nc', '<p>|a|\n|-|\n|b|\nc</p>'],
  [
    'terms have definitions',
    'A\n: b\n\nC\n\n: d',
    '<dl>\n<dt>A</dt>\n<dd>b</dd>\n\n<dt>C</dt>\n<dd>\n<p>d</p>\n</dd>\n</dl>',
  ],
  [
    'abbreviations are explained',
    'An ABC.\n\n*[ABC]: D & e',
    '<p>An <abbr title="D &amp; e">ABC</abbr>.</p>',
  ],
  [
    'HTML is left alone',
    '<div>\n*a*\n\n*b*\n</div>\n\n*c*',
    '<div>\n*a*\n\n*b*\n</div>\n\n<p><em>c</em></p>',
  ],
  ['HTML may ask for Markdown', '<div markdown="1">\n*a*\n</div>', '<div>\n\n<p><em>a</em></p>\n\n</div>'],
  ['an element without its end is text', '<div>\na', '<p>&lt;</p>\n\n<p>div>\na</p>'],
  ['underscores in words are no emphasis', 'a_b_c *d*e', '<p>a_b_c <em>d</em>e</p>'],
  ['three markers are both', '***a** b*', '<p><em><strong>a</strong> b</em></p>'],
  ['an emphasis that stays open is text', '*a **b', '<p>*a **b</p>'],
  [
    'links and images have attributes',
    '[a](/b){.c} ![d](/e "f"){#g}',
    '<p><a href="/b" class="c">a</a> <img src="/e" alt="d" title="f" id="g" /></p>',
  ],
  ['a label is found in any case', '[A B][]\n\n[a b]: /c "d"', '<p><a href="/c" title="d">A B</a></p>'],
  ['the last definition counts', '[a]\n\n[a]: /b\n[a]: /c', '<p><a href="/c">a</a></p>'],
  ['entities stay, bare characters are escaped', '&copy; a & b < c', '<p>&copy; a &amp; b &lt; c</p>'],
  [
    'an address of mail is a link',
    '<desk@quay.example>',
    '<p><a href="mailto:desk@quay.example">desk@quay.example</a></p>',
  ],
  ['tabs are four columns wide', 'a\tb\n\n\tc', '<p>a   b</p>\n\n<pre><code>c\n</code></pre>'],
];

for (const [what, text, html] of table) {
  test(`MarkdownExtra: ${what}`, () => assert.equal(md.render(text), `${html}\n`));
}

test('MarkdownExtra: notes are numbered as they are referred to, each with the way back', () => {
  const html = md.render('A[^b] c[^d] e[^b] f[^g].\n\n[^d]: D\n[^b]: B[^d]\n\n    more\n[^h]: unused');
  assert.match(html, /id="fnref:b".*>1<\/a>.*id="fnref:d".*>2<\/a>.*id="fnref2:b".*f\[\^g\]/);
  assert.match(
    html,
    /<li id="fn:b"[\s\S]*<p>more&#160;<a href="#fnref:b"[\s\S]*<a href="#fnref2:b"[\s\S]*<li id="fn:d"/,
  );
  assert.ok(!html.includes('unused'));
});
