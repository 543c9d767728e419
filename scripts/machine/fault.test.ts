import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeOf } from './fault.mjs';

for (const [said, sentence] of [
  ['npm error code ENOSPC', /disk is full/],
  ['npm error errno EAI_AGAIN', /can’t be reached/],
  ['request to https://registry failed, reason: connect ECONNREFUSED 10.0.0.1:443', /can’t be reached/],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
  ['npm error code E404', /doesn’t have a package/],
  ['npm error code EACCES', /can’t be written/],
] as const) {
  test(`${said} is said in plain words`, () => assert.match(causeOf(said) ?? '', sentence));
}

test('what isn’t known has no cause', () => assert.equal(causeOf('npm error something else'), undefined));
