import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASPECTS, frontMatterAgreement } from './front-matter.ts';

test('front matter is read as Jigsaw reads it', (t) => {
  const { figures, disagreements } = frontMatterAgreement();
  for (const aspect of ASPECTS) t.diagnostic(`${aspect}: ${figures[aspect].agreed} of ${figures[aspect].of}`);
  for (const each of disagreements) t.diagnostic(JSON.stringify(each));
  const share = (aspect: (typeof ASPECTS)[number]) => figures[aspect].agreed / figures[aspect].of;
  assert.equal(share('verdict'), 1);
  assert.equal(share('rendered'), 1);
  assert.ok(share('data') >= 0.99);
  assert.ok(share('body') >= 0.99);
  assert.ok(share('message') >= 0.99);
});
