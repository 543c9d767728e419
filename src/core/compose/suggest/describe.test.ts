import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describe, HOLE } from './describe.ts';

const lead = 'The harbour office has found a lamp that nobody had missed since the storm.';
const more = 'It hangs in the window now.';
const last = 'Anybody who knows the lamp may ask for it at the harbour office until Friday.';

test('the sentences that say most come first, and a short one goes with its neighbour', () => {
  const found = describe(
    { title: 'A lamp at the harbour office', texts: [`${lead} ${more}`, last], longest: 100 },
    3,
  );
  assert.deepEqual(found, [lead, last]);
  const [longer] = describe({ title: 'In the window', texts: [`${lead} ${more}`], longest: 160 }, 1);
  assert.equal(longer, `${lead} ${more}`);
});

test('a sentence that leans on another comes after those that stand alone', () => {
  const leaning = 'It has hung in the window of the harbour office ever since the storm, and shines.';
  const texts = [lead, 'So.', 'So.', 'So.', 'So.', leaning, last];
  assert.deepEqual(describe({ title: '', texts, longest: 100 }, 3), [lead, last, leaning]);
});

test('a sentence with something unknown in it is none', () => {
  const texts = [`${HOLE} of these lamps were found by the harbour office in the storm.`, last];
  assert.deepEqual(describe({ title: '', texts, longest: 100 }, 2), [last]);
});

test('an abbreviation ends no sentence', () => {
  const text = 'The U.S. Coast Guard and Dr. Marsh have found the lamp that went missing in the storm.';
  assert.deepEqual(describe({ title: '', texts: [text], longest: 160 }, 2), [text]);
});

test('a text of one endless sentence is cut at a word', () => {
  const [found = ''] = describe(
    { title: '', texts: [`${'lamp and door, '.repeat(40)}end.`], longest: 100 },
    1,
  );
  assert.match(found, /^lamp and door.*\w…$/);
  assert.ok(found.length <= 100);
});

test('whatever the text, a description fits and says nothing twice', () => {
  const words = fc.constantFrom(
    'lamp',
    'Door.',
    'U.S.',
    'und',
    '早上好。',
    '🫖',
    'a',
    'end!',
    '"Well?"',
    '…',
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { maxLength: 60 })),
      fc.integer({ min: 20, max: 200 }),
      (lines, longest) => {
        const texts = lines.map((line) => line.join(' '));
        const found = describe({ title: 'A lamp', texts, longest }, 3);
        for (const each of found) assert.ok(each.length <= longest);
        assert.ok(found.length <= 3);
      },
    ),
  );
});
