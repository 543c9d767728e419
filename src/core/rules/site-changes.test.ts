import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryFiles, openSite } from '../../../test/memory-files.ts';
import { NOW, RULE_SITE, withFrontMatter } from '../../../test/rule-site.ts';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { SiteStore } from '../site/site-store.ts';
import { ruleIds } from './registry.ts';
import { SiteLinter } from './site-linter.ts';

const POST = 'source/_posts/example.md' as SitePath;
const OTHER = 'source/_posts/other.md' as SitePath;

/** A site whose posts have been judged, and a way to change its files and judge what that concerns. */
async function judged(post: string) {
  const files = new MemoryFiles({ ...RULE_SITE, [POST]: post, [OTHER]: withFrontMatter('Text.') });
  const store = await SiteStore.open(files, 'jigsaw', ruleIds);
  const linter = new SiteLinter(assert.ifError);
  for (const path of store.site.posts.keys()) linter.lint(path, store.site, NOW);
  return {
    files,
    rules: () => (linter.problemsOf(POST) ?? []).map(({ rule }) => rule),
    async change(...paths: readonly string[]) {
      const change = await store.update(paths as readonly SitePath[]);
      const concerned = linter.concernedBy(change, store.site);
      for (const path of concerned) linter.lint(path, store.site, NOW);
      return concerned;
    },
  };
}

for (const [what, told] of [
  ['the image itself', 'source/img/new/a.png'],
  ['its folder', 'source/img/new'],
] as const) {
  test(`an image that comes and goes is seen when ${what} is told of, by the posts that show it`, async () => {
    const { files, rules, change } = await judged(withFrontMatter('![A](/img/new/a.png)\n'));
    assert.deepEqual(rules(), ['image/not-found']);
    files.texts.set('source/img/new/a.png', '');
    assert.deepEqual(await change(told), new Set([POST]));
    assert.deepEqual(rules(), []);
    files.texts.delete('source/img/new/a.png');
    assert.deepEqual(await change(told), new Set([POST]));
    assert.deepEqual(rules(), ['image/not-found']);
  });
}

test('a folder of images that is renamed is seen at both its names', async () => {
  const { files, rules, change } = await judged(withFrontMatter('![A](/img/old/a.png)\n'));
  files.texts.set('source/img/old/a.png', '');
  await change('source/img/old');
  assert.deepEqual(rules(), []);
  files.texts.delete('source/img/old/a.png');
  files.texts.set('source/img/new/a.png', '');
  assert.deepEqual(await change('source/img/old', 'source/img/new'), new Set([POST]));
  assert.deepEqual(rules(), ['image/not-found']);
});

test('a category’s page that comes or goes is seen by the posts that name it', async () => {
  const { files, rules, change } = await judged(withFrontMatter('Text.').replace('[lighthouse]', '[mole]'));
  assert.deepEqual(rules(), ['names/no-page']);
  files.texts.set('source/_categories/mole.md', '---\ntitle: Mole\n---\n');
  assert.ok((await change('source/_categories/mole.md')).has(POST));
  assert.deepEqual(rules(), []);
  files.texts.delete('source/_categories/mole.md');
  assert.ok((await change('source/_categories')).has(POST));
  assert.deepEqual(rules(), ['names/no-page']);
});

test('a post that is gone has no problems left', async () => {
  const { files, rules, change } = await judged(withFrontMatter('![A](/a.png)\n'));
  files.texts.delete(POST);
  assert.deepEqual(await change(POST), new Set([POST]));
  assert.deepEqual(rules(), []);
});

test('a bug that one post brings out is told, and the other posts are judged', async () => {
  const broken = 'source/_posts/broken.md' as SitePath;
  const { site } = await openSite({ ...RULE_SITE, [POST]: withFrontMatter('![A](/a.png)\n'), [broken]: '' });
  const post = {
    ...parsePost(broken, ''),
    get rendered(): never {
      throw new Error('a bug');
    },
  };
  const told: unknown[] = [];
  const linter = new SiteLinter((error, path) => told.push([String(error), path]));
  const posts = new Map(site.posts).set(broken, post);
  for (const path of [broken, POST]) linter.lint(path, { ...site, posts }, NOW);
  assert.deepEqual(told, [['Error: a bug', broken]]);
  assert.deepEqual(
    linter.problemsOf(POST)?.map(({ rule }) => rule),
    ['image/not-found'],
  );
});
