import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Pace } from './pace.ts';

/** A pace of 50 ms under a clock of our own, and how often it ran. */
function setUp() {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  const ran = { times: 0 };
  const pace = new Pace(() => {
    ran.times += 1;
  }, 50);
  return { pace, ran };
}

test('the first is done at once, what follows at the end of the interval, once', () => {
  const { pace, ran } = setUp();
  pace.ask();
  assert.equal(ran.times, 1);
  pace.ask();
  pace.ask();
  assert.equal(ran.times, 1);
  mock.timers.tick(50);
  assert.equal(ran.times, 2);
  mock.timers.tick(500);
  assert.equal(ran.times, 2);
});

test('after a rest, the next is done at once again', () => {
  const { pace, ran } = setUp();
  pace.ask();
  mock.timers.tick(50);
  pace.ask();
  assert.equal(ran.times, 2);
});

test('disposed, nothing is done any more', () => {
  const { pace, ran } = setUp();
  pace.ask();
  pace.ask();
  pace.dispose();
  mock.timers.tick(500);
  pace.ask();
  assert.equal(ran.times, 1);
});
