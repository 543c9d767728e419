import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSite } from '../../../../test/memory-files.ts';
import { readTexts } from '../../../../test/rule-site.ts';
import { LONGEST_DESCRIPTION } from '../../fields/lengths.ts';
import { namesIn } from '../../fields/names.ts';
import { fieldOf } from '../../post/fields.ts';
import type { SitePath } from '../../site/files.ts';
import { habitsIn } from '../../site/site.ts';
import { suggestDescriptions, suggestKeywords, usualCount } from './suggest.ts';

const SEED = 'source/_posts/us-blames-iran.md' as SitePath;
const newsroom = readTexts(join(import.meta.dirname, '../../../../test/fixtures/newsroom'));
const own = namesIn(fieldOf((await openPost(newsroom)).post, 'keywords')?.node.value);

/** The seed post in its site. */
async function openPost(texts: Readonly<Record<string, string>>) {
  const { site } = await openSite(texts);
  const post = site.posts.get(SEED);
  assert.ok(post);
  return { post, site, habits: habitsIn(site, 'posts') };
}

test('of a real post’s own keywords at least half are found in its text', async () => {
  const text = newsroom[SEED]?.replace(/^keywords:.*\n.*\n/m, '') ?? '';
  const found = suggestKeywords(await openPost({ ...newsroom, [SEED]: text }), own.length);
  const shared = own.filter((keyword) => found.includes(keyword));
  assert.ok(shared.length * 2 >= own.length, `${shared.length} of ${own.length}: ${found.join(', ')}`);
});

test('what the post has already isn’t suggested, and as many are as its site’s posts have', async () => {
  const source = await openPost(newsroom);
  const found = suggestKeywords(source);
  assert.deepEqual(
    own.filter((keyword) => found.includes(keyword)),
    [],
  );
  assert.equal(found.length, usualCount(source.habits));
});

test('descriptions are sentences of the text and fit into a search result', async () => {
  const found = suggestDescriptions(await openPost(newsroom), 3);
  assert.equal(found.length, 3);
  for (const each of found) {
    assert.ok(each.length <= LONGEST_DESCRIPTION, each);
    assert.match(each, /^\p{Lu}.*[.!?"”]$/u);
  }
});

test('a post without text suggests nothing', async () => {
  const source = await openPost({ ...newsroom, [SEED]: '---\ntitle: A\n---\n' });
  assert.deepEqual(suggestDescriptions(source, 3), []);
  assert.deepEqual(suggestKeywords({ ...source, site: undefined, habits: undefined }), []);
});

test('template code is no text', async () => {
  const path = 'source/_posts/market-prices.blade.md' as SitePath;
  const text =
    '---\ntitle: Crab\n---\n@foreach($page->prices as $price)\n{{ $price }} crab crab\n@endforeach\n';
  const { site } = await openSite({ ...newsroom, [path]: text });
  const post = site.posts.get(path);
  assert.ok(post);
  assert.deepEqual(suggestKeywords({ post, site, habits: undefined }), ['crab']);
});
