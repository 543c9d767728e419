import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser } from 'playwright-core';

/** Files larger than this, in bytes, would make the repository heavy. */
const MOST = 300_000;

/** What a picture costs is seen less in text than in drawings; at this quality, in neither. */
const QUALITY = 0.86;

/**
 * Writes a picture as WebP, which the browser at hand can make: a third of what it has as PNG.
 * @throws when the file gets too large
 */
export async function writeImage(browser: Browser, png: Buffer, path: string): Promise<void> {
  const page = await browser.newPage();
  const webp = await page.evaluate(toWebp, { png: png.toString('base64'), quality: QUALITY });
  await page.close();
  const bytes = Buffer.from(webp, 'base64');
  if (bytes.length > MOST) throw new Error(`${path} has ${bytes.length} bytes; ${MOST} is the most.`);
  await writeFile(path, bytes);
  console.log(`  ✔ ${basename(path)}, ${Math.round(bytes.length / 1000)} kB`);
}

/** Runs in the page. Both pictures are in base64. */
async function toWebp({ png, quality }: { png: string; quality: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality).replace(/^.*,/, '');
}
