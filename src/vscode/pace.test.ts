import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Pace } from './pace.ts';

/** A pace of 50 ms under a clock that is this test's own, and how often it ran. */
function setUp({ mock }: TestContext) {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const ran = { times: 0 };
  const pace = new Pace(() => {
    ran.times += 1;
  }, 50);
  return { pace, ran };
}

test('the first is done at once, what follows at the end of the interval, once', (t) => {
  const { pace, ran } = setUp(t);
  pace.ask();
  assert.equal(ran.times, 1);
  pace.ask();
  pace.ask();
  assert.equal(ran.times, 1);
  t.mock.timers.tick(50);
  assert.equal(ran.times, 2);
  t.mock.timers.tick(500);
  assert.equal(ran.times, 2);
});

test('after a rest, the next is done at once again', (t) => {
  const { pace, ran } = setUp(t);
  pace.ask();
  t.mock.timers.tick(50);
  pace.ask();
  assert.equal(ran.times, 2);
});

test('disposed, nothing is done any more', (t) => {
  const { pace, ran } = setUp(t);
  pace.ask();
  pace.ask();
  pace.dispose();
  t.mock.timers.tick(500);
  pace.ask();
  assert.equal(ran.times, 1);
});

/** How often a run of 30 ms, asked for again while it runs, has been done this long after its end. */
function runsAfter({ mock }: TestContext, wait: number, interval: number, mostOfTime?: number): number {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  let ran = 0;
  const pace = new Pace(
    () => {
      ran += 1;
      mock.timers.setTime(Date.now() + 30);
    },
    interval,
    mostOfTime,
  );
  pace.ask();
  pace.ask();
  mock.timers.tick(wait);
  return ran;
}

test('what takes long rests so much longer that it takes no more than its share of the time', (t) => {
  assert.equal(runsAfter(t, 269, 50, 0.1), 1);
  t.mock.timers.reset();
  assert.equal(runsAfter(t, 270, 50, 0.1), 2);
});

test('what may take all the time doesn’t rest when it took longer than its interval', (t) => {
  assert.equal(runsAfter(t, 1, 20), 2);
});
