import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onTwoLines } from './two-lines.ts';

const cases: readonly (readonly [what: string, label: string, detail?: string])[] = [
  ['a short text stays on one line', 'By eight, most of the flasks were gone.'],
  [
    'a line goes on while a word fits',
    'By eight, most of the flasks were gone and the gulls had found out about the',
    'sandwiches.',
  ],
  [
    'quotes stay with their words',
    'At seven in the morning the town was divided into thirty squares, called the',
    '“boxes” by those who counted.',
  ],
  [
    'a long text takes the halves of what there is',
    'At seven in the morning the town was divided into thirty squares, and each square was',
    'given two people, a clipboard, a flask, and no reason at all to be there before eight.',
  ],
  [
    'where there are no blanks, words are told by their meaning',
    '朝の七時に町は三十の区画に分けられ、それぞれの区画に二人の人間と筆記板と',
    '魔法瓶が与えられ、八時には魔法瓶は空になった。',
  ],
];

for (const [what, label, detail] of cases) {
  test(what, () => {
    const text = [label, detail].join(label.includes(' ') && detail ? ' ' : '');
    assert.deepEqual(onTwoLines(text), detail === undefined ? { label } : { label, detail });
  });
}
