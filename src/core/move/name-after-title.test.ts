import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { pathForTitle } from './name-after-title.ts';

const cases: readonly (readonly [path: string, title: string, expected: string, ...others: string[]])[] = [
  ['storm.md', 'After the Storm!', 'after-the-storm.md'],
  ['2025-03-01-storm.md', 'After the Storm', '2025-03-01-after-the-storm.md'],
  ['2024/storm.blade.md', 'Über alles', '2024/uber-alles.blade.md'],
  ['03-storm.md', 'Calm', '03-calm.md', '01-a.md', '02-b.md'],
  ['99-storms.md', 'Calm', 'calm.md', 'a.md', 'b.md'],
  ['storm.md', '🌊', 'post.md'],
  ['storm.md', 'CON', 'con-post.md'],
];

for (const [path, title, expected, ...others] of cases) {
  test(`${path} with the title “${title}” would be ${expected}`, async () => {
    const folder = 'source/_posts';
    const texts = Object.fromEntries(
      [path, ...others].map((name) => [`${folder}/${name}`, '---\ntitle: A\n---\n']),
    );
    const { site } = await openSite({ 'config.php': "<?php return ['collections' => ['posts']];", ...texts });
    const post = site.posts.get(`${folder}/${path}` as SitePath);
    assert.ok(post);
    assert.equal(pathForTitle(post, title, site), `${folder}/${expected}`);
  });
}
