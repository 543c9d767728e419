import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsWith } from '../../../test/rule-site.ts';

const CONFIGS = [
  "<?php return ['collections' => read_collections()];",
  "<?php return ['collections' => function () { return ['posts' => []]; }];",
  "<?php return ['collections' => ['posts' => [",
];

const POST = '---\nextends: _layouts.post\ntitle: Storm\ndate: 2025-02-03\nkeywords: wind, sea\n---\nWind.\n';

/** The rules that speak of a post where no collection can be known. */
async function rulesFor(post: string): Promise<readonly string[]> {
  const found = [];
  for (const config of CONFIGS) found.push(await problemsWith(post, { 'config.php': config }));
  const [first = [], ...others] = found.map((problems) => problems.map(({ rule }) => rule));
  for (const other of others) assert.deepEqual(other, first);
  return first;
}

test('what a text itself says is checked where the collections can’t be known', async () => {
  for (const [post, rule] of [
    [POST.replace('Storm', 'Storm: the sea'), 'front-matter/syntax'],
    [`\n${POST}`, 'front-matter/not-seen'],
    [`\uFEFF${POST}`, 'front-matter/not-seen'],
    [POST.replace('---\nWind', 'Wind'), 'front-matter/unclosed'],
    [POST.replace('Storm', 'Storm #7'), 'front-matter/cut-by-comment'],
    [POST.replace('wind, sea', 'wind, sea, wind'), 'keywords/repeated'],
    [POST.replace('2025-02-03', '2025-02-30'), 'date/no-such-day'],
    [POST.replace('Wind.', '<img alt="">'), 'image/no-source'],
    [POST.replace('Wind.', '![The sea](/assets/img/no.jpg)'), 'image/not-found'],
  ] as const) {
    assert.deepEqual(await rulesFor(post), [rule], post);
  }
});

test('what the collection would decide is not', async () => {
  for (const post of [
    POST,
    POST.replace('title: Storm\n', ''),
    POST.replace('extends: _layouts.post\n', ''),
    POST.replace('_layouts.post', '_layouts.gone'),
    POST.replace('title', 'section: nowhere\ntitle'),
    POST.replace('Wind.', '![The sea](lamp.jpg)'),
  ]) {
    assert.deepEqual(await rulesFor(post), [], post);
  }
});
