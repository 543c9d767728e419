import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { EXAMPLE, RULE_SITE, withFrontMatter } from '../../../test/rule-site.ts';
import { PostContext } from '../rules/context.ts';
import type { SitePath } from '../site/files.ts';
import { applyEdits } from '../text/text-edit.ts';
import { completionsAt } from './completion.ts';

const IMAGES: Texts = {
  'source/assets/img/mole at dawn.png': '',
  'source/assets/img/café (1).jpg': '',
  'source/assets/img/salt&copy.png': '',
  'source/assets/img/p10.png': '',
  'source/assets/img/p9.png': '',
  'source/assets/wire/far.png': '',
  'source/_assets/img/raw.png': '',
  'source/assets/css/site.css': '',
};

/** What is offered where `¦` stands in a body, and the texts after each choice. */
async function offered(marked: string, path = EXAMPLE) {
  const text = withFrontMatter(marked);
  const offset = text.indexOf('¦');
  const post = text.replace('¦', '');
  const { site } = await openSite({ ...RULE_SITE, ...IMAGES, [path]: post });
  const found = site.posts.get(path);
  assert.ok(found);
  const reader = { language: 'en', timeZone: 'UTC' };
  const { items } = completionsAt(new PostContext(found, site, 0), offset, reader);
  const front = withFrontMatter('').length;
  return items.map((item) => ({
    ...item,
    taken: applyEdits(post, [{ span: item.replace, text: item.text }]).slice(front),
  }));
}

async function labels(marked: string) {
  return (await offered(marked)).map(({ label }) => label);
}

async function taken(marked: string, label: string) {
  const items = await offered(marked);
  return items.find((item) => item.label === label)?.taken ?? items.map((item) => item.label);
}

describe('Completion of an image’s address in a body', () => {
  it('goes folder by folder from the web root, and shows only folders with images', async () => {
    assert.deepEqual(await labels('![a](/¦)'), ['assets/']);
    assert.deepEqual(await labels('![a](/assets/¦)'), ['img/', 'wire/']);
    assert.equal(await taken('![a](/as¦)', 'assets/'), '![a](/assets/)');
    assert.equal(await taken('![a](/assets/w¦', 'wire/'), '![a](/assets/wire/');
  });

  it('sorts folders first, then by name as people count', async () => {
    const found = await labels('![a](/assets/img/p¦)');
    assert.deepEqual(
      found.filter((label) => /^p\d/.test(label)),
      ['p9.png', 'p10.png'],
    );
  });

  it('finds an image by a part of its name, wherever it lies', async () => {
    assert.equal(await taken('![a](far¦)', 'far.png'), '![a](/assets/wire/far.png)');
    assert.ok((await labels('![](¦)')).includes('far.png'));
  });

  it('writes names so that they stay whole', async () => {
    assert.equal(
      await taken('![a](/assets/img/m¦)', 'mole at dawn.png'),
      '![a](/assets/img/mole%20at%20dawn.png)',
    );
    assert.equal(
      await taken('![a](/assets/img/caf¦)', 'café (1).jpg'),
      '![a](/assets/img/café%20%281%29.jpg)',
    );
    assert.equal(
      await taken('<img src="/assets/img/¦">', 'salt&copy.png'),
      '<img src="/assets/img/salt%26copy.png">',
    );
  });

  it('goes on with a name that is written encoded', async () => {
    const [item] = await offered('![a](/assets/img/mole%20at¦)');
    assert.deepEqual([item?.label, item?.filter], ['mole at dawn.png', '/assets/img/mole at dawn.png']);
  });

  it('replaces all of the address and nothing else, wherever the cursor is in it', async () => {
    assert.equal(
      await taken('![a](/assets/img/p9¦0.png "t") and ![b](/c.png)', 'p9.png'),
      '![a](/assets/img/p9.png "t") and ![b](/c.png)',
    );
    assert.equal(await taken('![a](</assets/img/p9¦ x.png>)', 'p9.png'), '![a](</assets/img/p9.png>)');
    assert.equal(
      await taken('<img alt="a" src=\'/assets/img/p9¦\' class="x">', 'p9.png'),
      '<img alt="a" src=\'/assets/img/p9.png\' class="x">',
    );
  });

  it('knows every place of an image', async () => {
    for (const marked of [
      '<img src="/assets/wire/¦',
      '<img\n  alt="x"\n  src="/assets/wire/¦">',
      '<img srcset="/assets/wire/¦ 2x">',
      '<img srcset="/a.png 1x, /assets/wire/¦ 2x">',
      '<picture><source srcset="/assets/wire/¦">',
      '<video poster="/assets/wire/¦">',
      '[![a](/assets/wire/¦)](/b)',
      '![a [b] c](/assets/wire/¦',
    ])
      assert.deepEqual(await labels(marked), ['far.png'], marked);
  });

  it('follows a relative address from where the page will be', async () => {
    assert.deepEqual(await labels('![a](../../assets/wire/¦)'), ['far.png']);
    assert.deepEqual(await labels('![a](../assets/wire/¦)'), []);
  });

  it('follows the site’s own address', async () => {
    assert.equal(
      await taken('![a]({{ $page->baseUrl }}/assets/wire/¦)', 'far.png'),
      '![a]({{ $page->baseUrl }}/assets/wire/far.png)',
    );
  });

  it('offers nothing in code, in links, and for other websites', async () => {
    for (const marked of [
      '`![a](/assets/¦)`',
      '```\n![a](/assets/¦)\n```',
      '[a](/assets/¦)',
      '![a](https://a.net/¦)',
      '![a](//a.net/¦)',
      '<a href="/assets/¦">',
      'a / b¦',
    ])
      assert.deepEqual(
        (await offered(marked)).filter(({ kind }) => kind === 'image' || kind === 'folder'),
        [],
        marked,
      );
  });

  it('says which file to show', async () => {
    const items = await offered('![a](/assets/wire/¦)');
    assert.deepEqual(
      items.map(({ image, kind }) => [image, kind]),
      [['source/assets/wire/far.png' as SitePath, 'image']],
    );
  });
});
