import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Element } from 'domhandler';
import fc from 'fast-check';
import { align, likeness } from './likeness.ts';
import type { Run } from './runs.ts';

const parent = new Element('p', {});

/** A run that counts how often its text is asked for. */
class CountedRun implements Run {
  readonly parent = parent;
  readonly from = 0;
  readonly to = 0;
  readonly #key: string;
  asked = 0;

  constructor(key: string) {
    this.#key = key;
  }

  get key(): string {
    this.asked += 1;
    return this.#key;
  }
}

const runs = (...keys: readonly string[]) => keys.map((key) => new CountedRun(key));

test('texts are as alike as their words', () => {
  assert.equal(likeness('the tide is low', 'the tide is low'), 1);
  assert.equal(likeness('the tide is low', 'the tide is high'), 0.75);
  assert.equal(likeness('the the tide', 'the tide'), 0.8);
  assert.equal(likeness('low tide', 'a harbour'), 0);
  assert.equal(likeness('', ''), 0);
});

test('each text goes with the one that is most alike, if one is', () => {
  const texts = runs('the tide is low in the harbour', 'nothing of it is anywhere else', 'short');
  const others = runs('the tide is high', 'the tide was low in the old harbour', 'the lamp', 'short');
  const found = Array.from(align(texts, others, 0.5), ([text, other]) => [text.key, other.key]);
  assert.deepEqual(found, [['the tide is low in the harbour', 'the tide was low in the old harbour']]);
});

test('what is left out for its length alone is never the most alike', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'lighthouse'), { maxLength: 12 });
  const text = words.map((each) => ['lighthouse keepers', ...each].join(' '));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 6 }), (one, others) => {
      const [pair] = align(runs(one), runs(...others), 0.5);
      const shares = others.map((other) => likeness(one, other));
      const best = Math.max(0, ...shares);
      const expected = one.length >= 20 && best >= 0.5 ? others[shares.indexOf(best)] : undefined;
      assert.equal(pair?.[1].key, expected);
    }),
  );
});

test('each text’s words are counted once, however many it is compared with', () => {
  const texts = runs(...Array.from({ length: 20 }, (_, index) => `the tide is low on day ${index}`));
  const others = runs(...Array.from({ length: 20 }, (_, index) => `the lamp is lit on day ${index}`));
  for (const _ of align(texts, others, 0.9));
  assert.ok([...texts, ...others].every(({ asked }) => asked <= 2));
});
