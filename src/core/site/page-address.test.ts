import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeIn } from '../../../test/assist-site.ts';
import { pageAddress } from './page-address.ts';

async function addressOf(front: string, texts = {}) {
  const { context } = await placeIn(`---\n${front}\n---\nBody.¦`, texts);
  return pageAddress(context.post, context.site);
}

describe('page address', () => {
  it('a post’s own', async () => {
    const found = await addressOf('extends: _layouts.post\ndate: 2025-10-18');
    assert.deepEqual(found, { url: '/stories/2025/10/draft', others: 0 });
  });

  it('several layouts give several', async () => {
    const found = await addressOf('extends:\n  web: _layouts.post\n  print: _layouts.note\ndate: 2025-10-18');
    assert.deepEqual(found, { url: '/stories/2025/10/draft/web', others: 1 });
  });

  it('none without a layout, and none that could be known', async () => {
    assert.equal(await addressOf('title: A'), undefined);
    assert.equal(await addressOf('extends: _layouts.post\ndate: a: b'), undefined);
    const config = {
      'config.php': "<?php return ['collections' => ['posts' => ['path' => fn ($page) => rand()]]];",
    };
    assert.equal(await addressOf('extends: _layouts.post', config), undefined);
  });
});
