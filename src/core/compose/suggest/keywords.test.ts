import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeywordSource, keywordsOf } from './keywords.ts';

const none = { posts: 0, counts: new Map<string, number>() };

const cases: readonly {
  readonly what: string;
  readonly given: Partial<KeywordSource>;
  readonly expected: readonly string[];
}[] = [
  {
    what: 'what stands there often, without stop words, numbers and short words',
    given: { texts: ['The tide and the lamp. The tide of 1999 at 10 ft. The tide, the lamp: the door.'] },
    expected: ['tide', 'lamp', 'door'],
  },
  {
    what: 'of a plural and its singular only the commoner',
    given: { texts: ['voters and voters, the voter; emails, an email, an email', 'ballot ballot'] },
    expected: ['voters', 'email', 'ballot'],
  },
  {
    what: 'words that keep together are one term',
    given: { texts: ['Herring slip. Herring slip? Herring slip! The slip, the slip.'] },
    expected: ['herring slip', 'slip'],
  },
  {
    what: 'no phrase reaches over punctuation',
    given: { texts: ['lamp, tide; lamp, tide; lamp, tide'] },
    expected: ['lamp', 'tide'],
  },
  {
    what: 'the title counts more',
    given: { title: 'The tide', texts: ['lamp lamp tide tide'] },
    expected: ['tide', 'lamp'],
  },
  {
    what: 'what other posts have as well counts less',
    given: {
      texts: ['harbour harbour harbour crab crab'],
      others: { posts: 20, counts: new Map([['harbour', 20]]) },
    },
    expected: ['crab', 'harbour'],
  },
  {
    what: 'the site’s own keywords win, as the site writes them',
    given: { texts: ['lamp lamp lamp at the Fish Quay'], known: new Map([['Fish quay', 4]]) },
    expected: ['Fish quay', 'lamp'],
  },
  {
    what: 'German, by its own stop words',
    given: { texts: ['Der Hafen ist nicht der Hafen, und das Boot ist nicht im Hafen. Das Boot ist weg.'] },
    expected: ['Hafen', 'Boot'],
  },
  {
    what: 'names keep their capitals where the site’s keywords have them',
    given: {
      texts: ['Der Hafen von Kiel. Der Hafen ist nicht Kiel.'],
      known: new Map([
        ['Ostsee', 2],
        ['Fischerei', 2],
      ]),
    },
    expected: ['Hafen', 'Kiel'],
  },
  {
    what: 'Japanese, which puts no spaces between words',
    given: { texts: ['東京の灯台は東京の港にある。灯台の光。'] },
    expected: ['東京', '灯台'],
  },
  {
    what: 'a compound of a script without spaces has none either',
    given: { texts: ['防災訓練の日。防災訓練と、防災訓練。'] },
    expected: ['防災訓練'],
  },
  {
    what: 'words that never stand alone are a phrase sooner',
    given: { texts: ['The fish quay, a boat, the fish quay, a boat, a boat.'] },
    expected: ['boat', 'fish quay'],
  },
  { what: 'an initialism isn’t cut', given: { texts: ['U.S. U.S. lamp lamp'] }, expected: ['lamp'] },
  { what: 'nothing of nothing', given: { texts: [] }, expected: [] },
];

for (const { what, given, expected } of cases) {
  test(what, () => {
    const source = { title: '', texts: [], known: new Map(), others: none, ...given };
    assert.deepEqual(keywordsOf(source, 6).slice(0, expected.length), expected);
  });
}
