import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { excerptOf } from './excerpt.ts';

const long = '\n\nMore of it. '.repeat(500);

for (const [what, body, expected] of [
  ['emphasis and its full stop', 'Stop! It *is* **here**.', 'Stop! It is here.'],
  ['marks that are text', '2 \\* 3 is C#, isn’t it?', '2 * 3 is C#, isn’t it?'],
  ['code within a line', 'Run `npm start` now.', 'Run npm start now.'],
  ['paragraphs and items', 'One.\n\nTwo.\n\n* three\n* four', 'One. Two. three four'],
  ['headings and code', '## Why\n\nSo.\n\n~~~\nlet x;\n~~~\n\nYes.', 'So. Yes.'],
  ['a footnote', 'One.[^1] Two[^note].\n\n[^1]: Not me.\n[^note]: Nor me.', 'One. Two.'],
  ['a link', 'Look [here](/x), or [there][a].\n\n[a]: /y', 'Look here, or there.'],
  ['what is behind a “more”', 'One.[^1]\n\n<!-- more -->\n\nTwo.\n\n[^1]: A note.', 'One.'],
] as const) {
  test(`the first words of a post: ${what}`, () => assert.equal(excerpt(body), expected));
}

test('what is defined far below counts, and long texts end with a word', () => {
  const text = excerpt(`One.[^1] See [there][a].${long}\n\n[^1]: A note.\n[a]: /x`);
  assert.match(text, /^One\. See there\. More of it\. .*(?:More|of|it\.)…$/);
  assert.ok(text.length <= 301);
});

test('a post in HTML has first words too', () => {
  const html = 'title: x\n---\n<h1>A</h1><p>One<br>two, <em>three</em>.</p><p>Four &amp; five.';
  assert.equal(
    excerptOf(parsePost('p.html' as SitePath, `---\n${html}`), undefined),
    'One two, three. Four & five.',
  );
});

function excerpt(body: string): string {
  return excerptOf(parsePost('p.md' as SitePath, `---\ntitle: x\n---\n${body}\n`), undefined);
}
