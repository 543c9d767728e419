import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashHeadings } from './hash-headings.ts';

for (const [text, ...headings] of [
  ['# One\ntext\n###  Two words ## \r\n', '1 One', '3 Two words'],
  ['#One', '1 One'],
  ['####### Seven', '6 # Seven'],
  ['## C#', '2 C'],
  ['## #', '2 '],
  [' # indented\ntext # none'],
] as const) {
  test(`the headings of ${JSON.stringify(text)}`, () => {
    const found = Array.from(hashHeadings(text));
    assert.deepEqual(
      found.map(({ rank, words }) => `${rank} ${words}`),
      headings,
    );
    for (const { start, end } of found) assert.match(text.slice(start, end), /^#.*\S$/);
  });
}

test('hashes with words right behind them are told apart', () => {
  const found = Array.from(hashHeadings('#One\n# Two'), ({ isSpaced }) => isSpaced);
  assert.deepEqual(found, [false, true]);
});
