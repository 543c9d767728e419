import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placed } from './margin.ts';

type Drawn = readonly [top: number, height: number, marks: string];

const tables: readonly (readonly [string, readonly Drawn[], readonly Drawn[]])[] = [
  ['one', [[40, 100, 'a']], [[40, 100, 'a']]],
  [
    'a block within another one',
    [
      [10, 900, 'a'],
      [300, 40, 'b'],
    ],
    [
      [10, 290, 'a'],
      [300, 40, 'b'],
    ],
  ],
  [
    'two of one block',
    [
      [40, 100, 'a'],
      [40, 100, 'b'],
    ],
    [[40, 100, 'ab']],
  ],
  [
    'signs that would cover each other',
    [
      [40, 10, 'a'],
      [52, 30, 'b'],
      [60, 30, 'c'],
    ],
    [
      [40, 20, 'ab'],
      [60, 30, 'c'],
    ],
  ],
  [
    'in whatever order they come',
    [
      [500, 20, 'b'],
      [40, 600, 'a'],
    ],
    [
      [40, 460, 'a'],
      [500, 20, 'b'],
    ],
  ],
];

for (const [name, boxes, expected] of tables) {
  test(`marks in the margin: ${name}`, () => {
    const drawn = placed(boxes.map(([top, height, mark]) => ({ top, height, marks: [mark] })));
    assert.deepEqual(
      drawn.map(({ top, height, marks }) => [top, height, marks.join('')]),
      expected,
    );
  });
}
