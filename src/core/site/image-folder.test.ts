import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { EXAMPLE, RULE_SITE, withFrontMatter } from '../../../test/rule-site.ts';
import { folderOf } from './file-index.ts';
import type { SitePath } from './files.ts';
import { freeImagePlace } from './image-folder.ts';
import type { Site } from './site.ts';

async function siteWith(texts: Texts = {}) {
  const { site } = await openSite({ ...RULE_SITE, [EXAMPLE]: withFrontMatter('Text.'), ...texts });
  return site;
}

/** The folder that a new image beside a post gets. */
function folderFor(site: Site, post: SitePath): string {
  return folderOf(freeImagePlace(site, post, 'new.png').address);
}

const withImage = (image: string) => withFrontMatter('Text.').replace('title:', `image: ${image}\ntitle:`);

describe('The folder for a new image', () => {
  it('is what copydesk.json names', async () => {
    for (const name of ['/pictures/', 'pictures', '/pictures', 'source/pictures']) {
      const site = await siteWith({ 'copydesk.json': JSON.stringify({ imageFolder: name }) });
      assert.equal(folderFor(site, EXAMPLE), '/pictures');
    }
  });

  it('is where the collection’s posts have theirs', async () => {
    const posts = Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`source/_posts/p${n}.md`, withImage(`/covers/${n}.jpg`)],
        [`source/covers/${n}.jpg`, ''],
      ]),
    );
    const others = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`source/icons/${n}.png`, '']));
    const site = await siteWith({ ...posts, ...others });
    assert.equal(folderFor(site, EXAMPLE), '/covers');
  });

  it('is where most images are, or the template’s own', async () => {
    const one = await siteWith({
      'source/media/a.png': '',
      'source/media/b.png': '',
      'source/media/c.png': '',
    });
    assert.equal(folderFor(one, EXAMPLE), '/media');
    const store = await openSite({ 'config.php': '<?php return [];', 'source/a.md': '---\ntitle: A\n---\n' });
    assert.equal(folderFor(store.site, 'source/a.md' as SitePath), '/assets/img');
  });
});
