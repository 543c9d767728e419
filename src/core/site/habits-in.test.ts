import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from './files.ts';
import { habitsIn } from './site.ts';

/** A site of that many posts, and what counts them again after so many have changed. */
async function siteOf(count: number) {
  const pathOf = (index: number) => `source/_posts/${index}.md` as SitePath;
  const posts = Array.from({ length: count }, (_, index) => [pathOf(index), '---\nmood: calm\n---\n']);
  const config = { 'config.php': "<?php return ['collections' => ['posts' => []]];" };
  const store = await openSite({ ...config, ...Object.fromEntries(posts) });
  return (changes: number) => {
    for (let index = 0; index < changes; index += 1)
      store.changeText(pathOf(index), '---\nmood: wild\n---\n');
    return habitsIn(store.site, 'posts').fields.get('mood')?.values.get('wild') ?? 0;
  };
}

test('in a small collection every change counts at once', async () => {
  const wildAfter = await siteOf(10);
  assert.deepEqual([wildAfter(0), wildAfter(1), wildAfter(2)], [0, 1, 2]);
});

test('a large collection is counted anew when one post in a hundred has changed', async () => {
  const wildAfter = await siteOf(300);
  assert.deepEqual([wildAfter(0), wildAfter(1), wildAfter(3), wildAfter(4)], [0, 0, 0, 4]);
});
