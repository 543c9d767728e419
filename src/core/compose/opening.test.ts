import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { openingIn, openingOf } from './opening.ts';

const cases: readonly (readonly [text: string, title: string, body: string])[] = [
  ['# Low *Tide*\n\nAt noon.\n', 'Low Tide', 'At noon.'],
  ['\n## Low Tide ##\nAt noon.', 'Low Tide', 'At noon.'],
  ['Low Tide\n===\nAt noon.', 'Low Tide', 'At noon.'],
  ['At noon.\n\n### Low Tide\nMore.', 'Low Tide', 'At noon.\n\n### Low Tide\nMore.'],
  ['The tide was low. It stayed.', 'The tide was low', 'The tide was low. It stayed.'],
  [
    'one two three four five six seven eight nine',
    'one two three four five six seven eight',
    'one two three four five six seven eight nine',
  ],
  ['- a\n- b', '- a - b', '- a\n- b'],
  ['![](x.png)', '', '![](x.png)'],
];

for (const [text, title, body] of cases) {
  test(JSON.stringify(text), () => assert.deepEqual(openingOf(text), { title, body }));
}

const post = parsePost(
  'source/_posts/a.md' as SitePath,
  '---\ntitle: Low Tide\nkeywords: tide\n---\n# Noon\n\nThe boats lie.\n',
);
const selections: readonly (readonly [
  from: string,
  to: string,
  opening: readonly [title: string, body: string] | undefined,
])[] = [
  ['# Noon', '', ['Noon', 'The boats lie.']],
  ['The', ' lie', ['The boats', 'The boats']],
  ['keywords', '', ['Noon', 'The boats lie.']],
  ['---', '', ['Low Tide', '# Noon\n\nThe boats lie.']],
  ['title', '---\n#', undefined],
  ['title', '# Noon', undefined],
];

for (const [from, to, opening] of selections) {
  test(`what is selected from ${JSON.stringify(from)} to ${JSON.stringify(to)}`, () => {
    const { text } = post;
    const end = to === '' ? text.length : text.indexOf(to);
    const found = openingIn(post, { start: text.indexOf(from), end });
    assert.deepEqual(found && [found.title, found.body], opening);
  });
}
