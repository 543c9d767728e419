import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../rules/registry.ts';
import type { Problem } from '../rules/rule.ts';
import { message } from '../text/message.ts';
import { ofReaders, stops } from './stops.ts';

test('of each rule that warns of what readers will see, it is decided whether it stops a post', () => {
  const warning = rules.filter(
    ({ meta: { severity, effect } }) => severity === 'warning' && effect === 'reader-sees',
  );
  assert.deepEqual(Object.keys(ofReaders), warning.map(({ meta }) => meta.id).sort());
});

const problem = (
  rule: Problem['rule'],
  severity: Problem['severity'],
  effect: Problem['effect'],
): Problem => ({
  rule,
  severity,
  effect,
  span: { start: 0, end: 0 },
  message: message('Wrong.'),
  fixes: undefined,
});

const cases: readonly [Problem, boolean][] = [
  [problem('image/not-found', 'error', 'reader-sees'), true],
  // As `copydesk.json` asks.
  [problem('title/too-long', 'error', 'advice'), true],
  [problem('title/too-long', 'warning', 'advice'), false],
  [problem('image/not-found', 'information', 'reader-sees'), false],
  [problem('post/filtered-out', 'information', 'post-lost'), false],
  [problem('post/filtered-out', 'warning', 'post-lost'), true],
  [problem('date/not-a-timestamp', 'warning', 'reader-sees'), true],
  [problem('date/not-a-timestamp', 'information', 'advice'), false],
  [problem('image/no-alt', 'warning', 'reader-sees'), false],
];

for (const [each, expected] of cases) {
  const { rule, severity, effect } = each;
  test(`${severity} of ${rule} (${effect}) ${expected ? 'stops' : 'improves'} a post`, () =>
    assert.equal(stops(each), expected));
}
