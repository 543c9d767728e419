import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WorkLoop } from './work-loop.ts';

/** A loop that takes one number off a list at each step. */
function counting(take: (number: number) => void = () => undefined) {
  const waiting: number[] = [];
  const done: number[] = [];
  const bugs: unknown[] = [];
  const loop = new WorkLoop({
    isLeft: () => waiting.length > 0,
    step: async () => {
      const [next = 0] = waiting;
      take(next);
      waiting.shift();
      done.push(next);
    },
    onBug: (error) => bugs.push(error),
  });
  return { waiting, done, bugs, loop };
}

test('all that waits is done, and what comes meanwhile', async () => {
  const { waiting, done, loop } = counting((number) => number < 3 && waiting.push(number + 1));
  waiting.push(1);
  loop.start();
  loop.start();
  await loop.finished();
  assert.deepEqual(done, [1, 2, 3]);
  assert.equal(loop.isRunning, false);
});

test('nothing is begun where nothing is left', async () => {
  const { done, loop } = counting();
  loop.start();
  assert.equal(loop.isRunning, false);
  await loop.finished();
  assert.deepEqual(done, []);
});

for (const late of [0, 1, 2, 3, 4, 5, 6, 7]) {
  test(`what comes ${late} microtasks after the last step is done too`, async () => {
    const { waiting, done, loop } = counting((number) => number === 1 && void comeLate());
    const comeLate = async () => {
      for (let passed = 0; passed < late; passed += 1) await undefined;
      waiting.push(2);
      loop.start();
    };
    waiting.push(1);
    loop.start();
    // Nobody waits for the end but the clock.
    for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(done, [1, 2]);
  });
}

test('a step that throws ends the work once, and the next start takes it up again', async () => {
  let isBroken = true;
  const { waiting, done, bugs, loop } = counting(() => {
    if (isBroken) throw new Error('broken');
  });
  waiting.push(1);
  await loop.finished();
  assert.equal(bugs.length, 1);
  assert.equal(loop.isRunning, false);
  assert.deepEqual(done, []);
  isBroken = false;
  await loop.finished();
  assert.deepEqual(done, [1]);
});
