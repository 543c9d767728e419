import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { proposeRequired } from './propose-required.ts';

const CONFIG =
  "<?php return ['collections' => ['posts' => [], 'notes' => ['path' => '{date|Y}/{filename}'], 'tags' => []]];";

function posts(folder: string, count: number, lines: (index: number) => string): Texts {
  const entries = Array.from({ length: count }, (_, index) => [
    `source/_${folder}/${index}.md`,
    `---\nextends: _layouts.post\n${lines(index)}\n---\n`,
  ]);
  return Object.fromEntries(entries);
}

async function propose(texts: Texts) {
  const { site } = await openSite({ 'config.php': CONFIG, 'source/_layouts/post.blade.php': '', ...texts });
  return proposeRequired(site);
}

describe('proposing required fields', () => {
  it('what nearly all posts have, and not empty, in their order', async () => {
    const some = posts(
      'posts',
      20,
      (index) => `title: A\nsummary: ${index > 0 ? 'B' : ''}\nmood: ${index > 1 ? 'C' : '""'}`,
    );
    const [found, ...others] = await propose(some);
    assert.deepEqual(others, []);
    assert.equal(found?.posts, 20);
    assert.deepEqual(found?.setting, ['collections', 'posts', 'required']);
    assert.deepEqual(
      found?.fields.map(({ key, count, isProposed, isRequired }) => [key, count, isProposed, isRequired]),
      [
        ['extends', 20, true, false],
        ['title', 20, true, true],
        ['summary', 19, true, false],
        ['mood', 18, false, false],
        ['date', 0, false, true],
        ['keywords', 0, false, true],
      ],
    );
  });

  it('each collection of posts for itself; one that holds none is left out', async () => {
    const found = await propose({
      ...posts('posts', 2, () => 'title: A'),
      ...posts('notes', 1, () => 'date: 2025-01-01'),
      ...posts('tags', 3, () => 'title: A'),
    });
    assert.deepEqual(
      found.map(({ collection, posts }) => [collection, posts]),
      [
        ['posts', 2],
        ['notes', 1],
      ],
    );
  });

  it('the site’s own setting where there is one collection of posts, unless that has its own', async () => {
    const one = {
      'config.php': "<?php return ['collections' => ['posts' => []]];",
      ...posts('posts', 1, () => 'title: A'),
    };
    assert.deepEqual((await propose(one))[0]?.setting, ['required']);
    const own = '{ "collections": { "posts": { "required": [] } } }';
    assert.deepEqual((await propose({ ...one, 'copydesk.json': own }))[0]?.setting, [
      'collections',
      'posts',
      'required',
    ]);
  });

  it('what copydesk.json says of one field alone isn’t asked', async () => {
    const config = '{ "fields": { "title": { "required": false } } }';
    const [found] = await propose({
      ...posts('posts', 1, () => 'title: A\nmood: B'),
      'copydesk.json': config,
    });
    assert.ok(!found?.fields.some(({ key }) => key === 'title'));
    assert.ok(found?.fields.some(({ key }) => key === 'mood'));
  });

  it('posts that can’t be read don’t count, and without posts there is no proposal', async () => {
    const [found] = await propose({
      ...posts('posts', 2, (index) => (index === 0 ? 'title: A' : 'title: a: b')),
    });
    assert.equal(found?.posts, 1);
    assert.deepEqual(await propose({}), []);
  });
});
