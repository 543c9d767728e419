import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FileIndex } from './file-index.ts';
import type { SitePath } from './files.ts';

const NAMES = [
  'a.png',
  'A.png',
  'É.png',
  'É.png'.normalize('NFD'),
  'b/a.png',
  'b/É.png',
  'b/c/x.md',
] as SitePath[];

test('an index that has followed many changes answers as a new one does', () => {
  const step = fc.record({ come: fc.boolean(), paths: fc.subarray(NAMES) });
  fc.assert(
    fc.property(fc.subarray(NAMES), fc.array(step, { maxLength: 8 }), (start, steps) => {
      let index = new FileIndex(start);
      const before = index;
      const was = [...before];
      for (const { come, paths } of steps) {
        index.ignoringCase('a.png'); // What is worked out here must not outlive a change.
        index = come ? index.with(...paths) : index.without(paths);
        const fresh = new FileIndex(index);
        assert.equal(index.size, fresh.size);
        for (const name of NAMES) {
          assert.equal(index.has(name), fresh.has(name));
          assert.deepEqual([...index.ignoringCase(name)].sort(), [...fresh.ignoringCase(name)].sort());
          assert.deepEqual([...index.named(name)].sort(), [...fresh.named(name)].sort());
          if (come && paths.includes(name)) assert.ok(index.has(name));
          if (!come && paths.includes(name)) assert.ok(!index.has(name));
        }
        for (const folder of ['', 'b', 'b/'])
          assert.deepEqual([...index.inFolder(folder)].sort(), [...fresh.inFolder(folder)].sort());
      }
      assert.deepEqual([...before], was);
    }),
  );
});

test('many changes are worked in, and none is lost', () => {
  const paths = Array.from({ length: 1000 }, (_, number) => `${number}.png` as SitePath);
  let index = new FileIndex([]);
  for (const path of paths) index = index.with(path);
  assert.deepEqual([...index], paths);
  for (const path of paths.slice(1)) index = index.without([path]);
  assert.deepEqual([...index], ['0.png']);
});
