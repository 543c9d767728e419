import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingOf } from './opening.ts';

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
