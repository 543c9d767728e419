import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { imageFacts, startsAsImage } from './image-facts.ts';

const images = join(import.meta.dirname, '../../../test/fixtures/newsroom/source/assets/img');
const read = (name: string) => new Uint8Array(readFileSync(join(images, name)));

/** A JPEG of 3 × 2 pixels with an EXIF block that says how it lies. */
function photo(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    18,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 17, 0];
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2];
  return Uint8Array.from([...head, ...exif, ...frame, 0xff, 0xd9, 0, 0, 0, 0]);
}

describe('An image’s facts', () => {
  it('are read from each format of the sample site', () => {
    const found = ['share-card.png', 'chowder.jpg', 'gull-census.webp', 'tide-chart.svg'].map((name) =>
      imageFacts(read(name)),
    );
    assert.deepEqual(
      found.map((facts) => facts?.extension),
      ['png', 'jpg', 'webp', 'svg'],
    );
    for (const facts of found) assert.ok(facts && facts.width > 0 && facts.height > 0);
  });

  it('tell how a photo that was turned is shown', () => {
    assert.deepEqual(imageFacts(photo(1)), { width: 3, height: 2, extension: 'jpg' });
    assert.deepEqual(imageFacts(photo(6)), { width: 2, height: 3, extension: 'jpg' });
  });

  it('aren’t there in an empty file, a text, zeros, and an image without its end', () => {
    const text = new TextEncoder().encode('<!doctype html><title>Not here</title>');
    for (const bytes of [new Uint8Array(), text, new Uint8Array(64), read('chowder.jpg').slice(0, 24)])
      assert.equal(imageFacts(bytes), undefined);
  });

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(...SIGNATURES), (bytes, signature) => {
        imageFacts(Uint8Array.from([...signature, ...bytes]));
        startsAsImage(bytes);
      }),
    );
  });

  it('aren’t needed to know an image by its first bytes', () => {
    assert.equal(startsAsImage(read('chowder.jpg').slice(0, 64)), true);
    assert.equal(startsAsImage(new TextEncoder().encode('<!doctype html><p>No.</p>')), false);
    assert.equal(startsAsImage(new TextEncoder().encode('{"error": "no such picture"}')), false);
    assert.equal(startsAsImage(new Uint8Array()), false);
    assert.equal(startsAsImage(new Uint8Array(64).subarray(0, 0)), false);
  });
});

const SIGNATURES: readonly (readonly number[])[] = [
  [],
  [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
  [0xff, 0xd8, 0xff, 0xe1],
  [...new TextEncoder().encode('GIF89a')],
  [...new TextEncoder().encode('<svg width="')],
  [0, 0, 0, 24, ...new TextEncoder().encode('ftypavif')],
];
