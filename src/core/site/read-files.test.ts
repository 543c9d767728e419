import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryFiles } from '../../../test/memory-files.ts';
import { FileIndex } from './file-index.ts';
import type { SitePath } from './files.ts';
import { gather, type Known } from './read-files.ts';

const path = (text: string) => text as SitePath;
const A = path('source/a.png');
const B = path('source/b/b.png');
const DRAFT = path('source/_posts/new/draft.md');

/** An index that counts how often somebody goes through all its files. */
class CountedIndex extends FileIndex {
  walks = 0;

  override *[Symbol.iterator](): Generator<SitePath> {
    this.walks += 1;
    yield* super[Symbol.iterator]();
  }
}

function known(): Known & { readonly files: CountedIndex } {
  return {
    files: new CountedIndex([A, B]),
    posts: new Map([[DRAFT, undefined]]),
    isLeftOut: () => false,
    belongs: () => true,
    isText: () => false,
  };
}

test('new files are gathered without a look at all the others', async () => {
  const before = known();
  const news = ['source/c.png', 'source/d.png'].map(path);
  const disk = new MemoryFiles({ [A]: '', [B]: '', [news[0] ?? '']: '', [news[1] ?? '']: '' });
  const { come, gone } = await gather(disk, news, before);
  assert.deepEqual([come, gone, before.files.walks], [news, [], 0]);
});

test('a folder that is gone takes its files along, and posts that only an editor has', async () => {
  const disk = new MemoryFiles({ [A]: '' });
  const { come, gone } = await gather(disk, ['source/b', 'source/_posts/new'].map(path), known());
  assert.deepEqual([come, gone], [[], [B, DRAFT]]);
});

test('a file in the place of a folder takes the folder’s files away', async () => {
  const disk = new MemoryFiles({ [A]: '', 'source/b': '' });
  const { come, gone } = await gather(disk, [path('source/b')], known());
  assert.deepEqual([come, gone], [[path('source/b')], [B]]);
});
