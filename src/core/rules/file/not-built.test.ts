import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn, withFrontMatter } from '../../../../test/rule-site.ts';

const POST = withFrontMatter('The storm took the vane.');

test('a post that the build leaves out', async () => {
  const cases: readonly (readonly [path: string, severity: string | undefined, words?: RegExp])[] = [
    ['source/_posts/Storm.MD', 'error', /`Storm\.md`/],
    ['source/_posts/storm.mkd', 'error', /`storm\.md`/],
    ['source/_posts/storm.md.txt', 'error', /`storm\.md`/],
    ['source/_posts/storm', 'error', /`storm\.md`/],
    ['source/_posts/2024/storm.html', 'error'],
    ['source/_posts/storm.md~', 'information'],
    ['source/_posts/storm.md.bak', 'information'],
    ['source/_posts/_storm.md', 'information', /`storm\.md`/],
    ['source/_posts/.storm.txt', 'information'],
    ['source/_post/storm.md', 'error', /`_posts`/],
    ['source/_team.md', 'information'],
    ['source/_drafts/storm.md', 'information', /`_drafts`/],
    ['source/_posts/storm.md', undefined],
    ['source/_posts/storm.markdown', undefined],
    ['source/_posts/_drafts/storm.md', undefined],
  ];
  for (const [path, severity, words] of cases) {
    const found = (await problemsIn({ [path]: POST })).filter(({ rule }) => rule === 'file/not-built');
    assert.deepEqual(
      found.map((each) => [each.path, each.severity, each.effect, each.at]),
      severity ? [[path, severity, 'post-lost', '---']] : [],
      path,
    );
    if (words) assert.match(found[0]?.message ?? '', words);
  }
});

test('the folder `_posts` without such a collection', async () => {
  const problems = await problemsIn({ 'config.php': '<?php return [];', 'source/_posts/storm.md': POST });
  const found = problems.find(({ path, rule }) => path.endsWith('storm.md') && rule === 'file/not-built');
  assert.equal(found?.severity, 'error');
  assert.match(found.message, /no collection `posts`/);
});

test('a file without front matter is none of ours', async () => {
  assert.deepEqual(
    await problemsIn({ 'source/_posts/notes.txt': 'Buy oil.', 'source/_parts/a.md': 'Oil.' }),
    [],
  );
});

test('what is wrong with a draft does no harm yet, and what is no post isn’t read', async () => {
  const broken = '---\ntitle: "The vane\n---\n';
  const draft = await problemsIn({ 'source/_posts/_storm.md': broken });
  assert.ok(draft.length > 1);
  for (const { severity, effect, rule } of draft) {
    assert.equal(severity, 'information');
    assert.equal(effect, rule === 'file/not-built' ? 'post-lost' : 'advice');
  }
  const text = await problemsIn({ 'source/_posts/storm.txt': broken });
  assert.deepEqual(
    text.map(({ rule }) => rule),
    ['file/not-built'],
  );
});
