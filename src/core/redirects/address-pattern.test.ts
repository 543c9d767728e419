import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AddressPattern, addressMatcher } from './address-pattern.ts';

const glob = (text: string): AddressPattern => ({ kind: 'glob', glob: text });
const regexp = (source: string): AddressPattern => ({ kind: 'regexp', source });

const cases: readonly (readonly [pattern: AddressPattern, paths: string, others: string])[] = [
  [{ kind: 'address', address: '/old' }, 'old old/', 'old/1 older new'],
  [{ kind: 'address', address: '/old/' }, 'old old/', 'old/1'],
  [{ kind: 'below', address: '/old' }, 'old old/ old/1', 'older new/old'],
  [glob('/old/*'), 'old/ old/1 old/1/2', 'older/1'],
  [glob('/old/:id'), 'old/1 old/1/', 'old/1/2'],
  [glob('/old/:path*/end'), 'old/1/2/end', 'old/1/2'],
  [glob('/old/(.*)'), 'old/1/2', 'new/1'],
  [glob('/a.b/*'), 'a.b/c', 'axb/c'],
  [regexp('^/old/\\d+/?$'), 'old/1 old/1/', 'old/x'],
  [regexp('\\.php$'), 'a/b.php', 'a/b.phps'],
  [regexp('(?i)^/old'), 'OLD', 'new'],
];

for (const [pattern, paths, others] of cases) {
  test(`${JSON.stringify(pattern)} takes ${paths}`, () => {
    const takes = addressMatcher([pattern]);
    assert.deepEqual(paths.split(' ').filter(takes), paths.split(' '));
    assert.deepEqual(others.split(' ').filter(takes), []);
  });
}

test('the front page is an address too', () => {
  assert.equal(addressMatcher([{ kind: 'address', address: '/' }])(''), true);
});

test('any of several patterns will do', () => {
  const takes = addressMatcher([glob('/a/*'), { kind: 'address', address: '/b' }]);
  assert.deepEqual(['a/1', 'b', 'c'].map(takes), [true, true, false]);
});

test('what can’t be read may take any address', () => {
  for (const source of ['^/old(?!er)', '(a)\\1', '(', 'a'.repeat(1000)])
    assert.equal(addressMatcher([regexp(source)])('new'), true, source);
});

test('patterns that take others for ever come to an end', () => {
  const path = `${'a'.repeat(400)}-`;
  assert.equal(
    addressMatcher([regexp('^/(a+)+$'), regexp('^/(a|aa)+$'), glob(`/${'*a'.repeat(50)}`)])(path),
    false,
  );
  assert.equal(
    addressMatcher(Array<AddressPattern>(500).fill(regexp('^(.?){1000}(.?){1000}[yz]$')))(path),
    true,
  );
  assert.equal(addressMatcher([glob('/old/*')])('a'.repeat(100_000)), true);
});

test('any pattern is answered', () => {
  const patterns = fc.string({ unit: fc.constantFrom(...'ab/:(|)*+?[]^$.\\{2,}') });
  fc.assert(
    fc.property(patterns, fc.string(), (text, path) => {
      assert.equal(typeof addressMatcher([regexp(text), glob(text)])(path), 'boolean');
    }),
  );
});
