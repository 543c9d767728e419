import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn, withFrontMatter } from '../../../../test/rule-site.ts';

const POST = withFrontMatter('The storm took the vane.');

test('file names that the build dies of', async () => {
  const cases: readonly (readonly [path: string, reportedAt: string | undefined, words?: RegExp])[] = [
    ['source/_posts/.storm.md', 'source/_posts/.storm.md', /`storm\.md`/],
    ['source/_posts/._storm.md', 'source/_posts/._storm.md', /`storm\.md`/],
    ['source/_posts/first-light.png', 'source/_posts/first-light.md', /first-light\.png/],
    ['source/_posts/_img/first-light.png', 'source/_posts/first-light.md'],
    ['source/_posts/first-light.txt', 'source/_posts/first-light.txt', /same name as `first-light\.md`/],
    ['source/_posts/img/first-light.png', undefined],
    ['source/_posts/lens.png', undefined],
    ['source/first-light.png', undefined],
    ['source/.team.md', undefined],
  ];
  for (const [path, reportedAt, words] of cases) {
    const found = (await problemsIn({ [path]: POST })).filter(({ rule }) => rule === 'file/breaks-build');
    assert.deepEqual(
      found.map((each) => [each.path, each.effect, each.at]),
      reportedAt ? [[reportedAt, 'build-fails', '---']] : [],
      path,
    );
    if (words) assert.match(found[0]?.message ?? '', words);
  }
});

test('names that the site’s code can’t include', async () => {
  const feed = {
    'source/feed.blade.xml':
      "@foreach ($posts as $post)\n@include('_posts.' . $post->getFilename())\n@endforeach\n",
  };
  const cases: readonly (readonly [path: string, isReported: boolean])[] = [
    ['source/_posts/storm.md', false],
    ['source/_posts/storm-v1.2.md', true],
    ['source/_posts/2024/storm.md', true],
    ['source/_posts/_drafts/storm.md', true],
    ['source/_posts/storm .md', true],
  ];
  for (const [path, isReported] of cases) {
    const found = (await problemsIn({ ...feed, [path]: POST })).filter(
      ({ effect }) => effect === 'build-fails',
    );
    assert.deepEqual(
      found.map((each) => [each.path, each.rule]),
      isReported ? [[path, 'file/breaks-build']] : [],
      path,
    );
    if (isReported) assert.match(found[0]?.message ?? '', /source\/feed\.blade\.xml, line 2/);
  }
});
