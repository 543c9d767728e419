import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { lengthOf } from './reading.ts';

const cases: readonly (readonly [what: string, body: string, words: number, minutes: number])[] = [
  ['nothing', '', 0, 0],
  ['words', 'Low tide, and **it’s** early.', 5, 1],
  ['no code', 'Run `npm start`:\n\n```sh\nnpm start now\n```\n', 1, 1],
  ['no markup', '<p class="a b">One <a href="/x y">two</a></p>\n\n[three](/four "five")', 3, 1],
  ['no pictures', 'One ![a lantern](/a.webp "T"){.wide} two ![red][r].', 2, 1],
  ['Chinese in words, not in sentences', '今天的潮水很低。', 4, 1],
  ['a long read', 'word '.repeat(2201), 2201, 11],
];

for (const [what, body, words, minutes] of cases) {
  test(`the length of ${what}`, () => {
    const post = parsePost('a.md' as SitePath, `---\ntitle: Not counted\n---\n${body}`);
    assert.deepEqual(lengthOf(post), { words, minutes });
  });
}
