import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { EXAMPLE, NOW, RULE_SITE, withFrontMatter } from '../../../test/rule-site.ts';
import { PostContext } from '../rules/context.ts';
import { lint } from '../rules/lint.ts';
import type { SitePath } from '../site/files.ts';
import { imageFileOf } from './image-file.ts';

const IMAGES = join(import.meta.dirname, '../../../test/fixtures/newsroom/source/assets/img');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(IMAGES, name)));
const text = (value: string) => new TextEncoder().encode(value);

describe('An image’s file', () => {
  it('tells its size', () => {
    for (const name of ['chowder.jpg', 'share-card.png', 'storm-mole.webp', 'masthead.svg']) {
      const bytes = bytesOf(name);
      const file = imageFileOf(name, { bytes, size: bytes.length });
      assert.ok(file.facts && file.facts.width > 0 && !file.isBroken, name);
    }
  });

  it('tells it from its first bytes', () => {
    const bytes = bytesOf('chowder.jpg');
    const head = imageFileOf('chowder.jpg', { bytes: bytes.subarray(0, 4096), size: bytes.length });
    assert.deepEqual(head.facts, imageFileOf('chowder.jpg', { bytes, size: bytes.length }).facts);
  });

  it('is broken when its bytes are no image’s, or end too early', () => {
    const jpeg = bytesOf('chowder.jpg');
    const cases: readonly (readonly [name: string, bytes: Uint8Array, size: number, isBroken: boolean])[] = [
      ['a.png', text('<html>Not found</html>'), 22, true],
      ['a.jpg', new Uint8Array(64), 64, true],
      ['a.jpg', jpeg.subarray(0, 4), 4, true],
      // What is behind them wasn’t read.
      ['a.jpg', jpeg.subarray(0, 4), 10_000, false],
      // An image under another’s name is shown all the same.
      ['a.png', jpeg, jpeg.length, false],
      ['a.avif', text('no image'), 8, false],
      ['a.png', new Uint8Array(), 0, false],
      ['a.png', new Uint8Array(), 9_000_000, false],
      ['a.svg', text('\uFEFF<svg/>'), 8, false],
    ];
    for (const [name, bytes, size, isBroken] of cases)
      assert.equal(imageFileOf(name, { bytes, size }).isBroken, isBroken, `${name}, ${size}`);
  });

  it('tells how much wider it is than it is shown', async () => {
    const store = await openSite({
      ...RULE_SITE,
      [EXAMPLE]: withFrontMatter(
        '<img src="/assets/img/lens.jpg" width="100" alt=""> <img src="/assets/img/harbour.png" width="50%" alt="">',
      ),
    });
    const facts = { width: 301, height: 200, extension: 'jpg' };
    const images = new Map([
      ['source/assets/img/lens.jpg' as SitePath, { size: 200_000, facts, isBroken: false }],
      ['source/assets/img/harbour.png' as SitePath, { size: 200_000, facts, isBroken: false }],
    ]);
    const post = store.site.posts.get(EXAMPLE);
    assert.ok(post);
    const found = lint(new PostContext(post, { ...store.site, images }, NOW));
    assert.deepEqual(
      found.map(({ rule, message }) => [rule, message.args]),
      [['image/too-large', [301, 100]]],
    );
  });
});
