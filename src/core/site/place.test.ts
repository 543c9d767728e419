import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { NodeFiles } from '../../cli/node-files.ts';
import { resolveAddress } from './address.ts';
import type { SitePath } from './files.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';
import { SiteStore } from './site-store.ts';

const POST = 'source/_posts/a.md' as SitePath;
const BASE: Texts = {
  'config.php': "<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}']]];",
  'source/_layouts/post.blade.php': '@yield("content")',
  'source/index.blade.php': '<p>Home</p>',
  'source/feed.blade.xml': '<rss/>',
  'source/404.blade.php': '<p>None</p>',
  'source/about.md': '---\nextends: _layouts.post\n---\nUs.\n',
  [POST]: '---\nextends: _layouts.post\ntitle: A\n---\nText.\n',
};

/** What an address of the post leads to: the kind, and the file or address that goes with it. */
function at(address: string, site: Site, wanted: 'image' | 'page' = 'page'): string {
  const target = resolveAddress(address, 'blog/a/index.html');
  assert.ok(target.kind === 'local', address);
  const place = placeOf(target, POST, site, wanted);
  if (place.kind === 'other-case' || place.kind === 'elsewhere') return `${place.kind} ${place.address}`;
  return 'path' in place ? `${place.kind} ${place.path}` : place.kind;
}

describe('What the built site serves', () => {
  it('are its pages in every spelling, and its files', async () => {
    const { site } = await openSite({ ...BASE, 'source/assets/x.pdf': '' });
    const table: readonly (readonly [address: string, expected: string])[] = [
      ['/', 'there source/index.blade.php'],
      ['/index.html', 'there source/index.blade.php'],
      ['/blog/a', `there ${POST}`],
      ['/blog/a/', `there ${POST}`],
      ['/blog/a/index.html', `there ${POST}`],
      ['/about', 'there source/about.md'],
      ['/about/', 'there source/about.md'],
      ['/feed.xml', 'there source/feed.blade.xml'],
      ['/404', 'there source/404.blade.php'],
      ['/assets/x.pdf', 'there source/assets/x.pdf'],
      ['/assets', 'there source/assets'],
      ['.', `there ${POST}`],
      ['../../about', 'there source/about.md'],
      ['/About', 'other-case /about/'],
      ['/assets/X.PDF', 'other-case /assets/x.pdf'],
      ['a.md', 'elsewhere /blog/a/'],
      ['/source/_posts/a.md', 'elsewhere /blog/a/'],
      ['/source/assets/x.pdf', 'elsewhere /assets/x.pdf'],
      ['/_layouts/post.blade.php', 'not-published source/_layouts/post.blade.php'],
      ['/blog/b', 'missing source/blog/b'],
    ];
    for (const [address, expected] of table) assert.equal(at(address, site), expected, address);
  });

  it('is unknown for files on the disk where a listener may write pages anew', async () => {
    const listener = (name: string): Texts => ({
      'bootstrap.php': `<?php $events->afterBuild(App\\Listeners\\${name}::class);`,
    });
    for (const [name, expected] of [
      ['RelativeLinks', 'unknown'],
      ['GenerateSitemap', 'elsewhere /blog/a/'],
    ] as const) {
      const { site } = await openSite({ ...BASE, ...listener(name) });
      assert.equal(at('./a.md', site), expected, name);
      assert.equal(at('/About', site), 'other-case /about/', name);
    }
  });

  it('has files of odd names', async () => {
    const names = [
      'two words.png',
      'a#b.png',
      '100%.png',
      'a+b&c.png',
      'na\u00efve.png',
      '日本.png',
      "it's.png",
      'a%20b.png',
    ];
    const { site } = await openSite({
      ...BASE,
      ...Object.fromEntries(names.map((name) => [`source/assets/${name}`, ''])),
    });
    for (const name of names) {
      assert.equal(
        at(`/assets/${encodeURIComponent(name)}`, site, 'image'),
        `there source/assets/${name}`,
        name,
      );
    }
    assert.equal(at('/assets/two words.png', site, 'image'), 'there source/assets/two words.png');
    assert.equal(at('/assets/100%.png', site, 'image'), 'there source/assets/100%.png');
    assert.equal(at('/assets/a#b.png', site, 'image'), 'missing source/assets/a');
    // Accents composed, decomposed, and encoded.
    for (const name of ['na\u00efve.png', 'nai\u0308ve.png', 'na%C3%AFve.png', 'nai%CC%88ve.png'])
      assert.equal(at(`/assets/${name}`, site, 'image'), 'there source/assets/na\u00efve.png', name);
    assert.equal(at('/assets/NAI\u0308VE.png', site, 'image'), 'other-case /assets/na\u00efve.png');
  });

  it('ends at its web root', async () => {
    const { site } = await openSite({ ...BASE, 'secret.png': '' });
    for (const address of [
      '../../../../../secret.png',
      '/../secret.png',
      '/..%2Fsecret.png',
      '/%2e%2e/secret.png',
    ])
      assert.notEqual(at(address, site, 'image').split(' ')[0], 'there', address);
  });

  it('is found among 20,000 images, and so is what was meant', async () => {
    const images = Array.from({ length: 20_000 }, (_, number) => [`source/img/photo-${number}.jpg`, '']);
    const { site } = await openSite({ ...BASE, ...Object.fromEntries(images) });
    assert.equal(at('/img/photo-19999.jpg', site, 'image'), 'there source/img/photo-19999.jpg');
    const target = resolveAddress('/img/foto-19999.jpg', undefined);
    assert.ok(target.kind === 'local');
    const place = placeOf(target, POST, site, 'image');
    assert.ok(place.kind === 'missing');
    assert.equal(place.similar[0], '/img/photo-19999.jpg');
  });

  it('is read once where links of the disk make circles', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-circle-'));
    try {
      for (const [path, text] of Object.entries({ ...BASE, 'source/assets/x.png': 'x' })) {
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), text);
      }
      await symlink('..', join(folder, 'source/assets/up'), 'dir');
      await symlink('x.png', join(folder, 'source/assets/y.png'));
      await symlink('gone.png', join(folder, 'source/assets/z.png'));
      await symlink('self.png', join(folder, 'source/assets/self.png'));
      const { site } = await SiteStore.open(new NodeFiles(folder), 'jigsaw', []);
      assert.equal(at('/assets/y.png', site, 'image'), 'there source/assets/y.png');
      for (const name of ['z', 'self']) assert.match(at(`/assets/${name}.png`, site, 'image'), /^missing/);
      assert.ok([...site.files].every((path) => !path.includes('up/')));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
