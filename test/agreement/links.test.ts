import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Broken, compareLinks, type LinkFigures } from './links.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const HEAD = '---\nextends: _layouts.post\ntitle: Addresses\ndate: 2025-01-02\nkeywords: one, two\n---\n';

/** Addresses that lead somewhere, or don't, in ways in which writers write them. */
const POST = `${HEAD}
![a](/assets/img/regatta.jpg) ![b](/assets/img/regata.jpg) ![c](/assets/img/Regatta.JPG "t")
![d](<../assets/img/regatta.jpg>) ![e](/assets/img/regatta.jpg?w=1#x) ![f](/assets/../assets/img/regatta.jpg)
![g](regatta.jpg) ![h][r] ![i](/_assets/x.png) ![j](//cdn.example/x.png) ![k](data:image/png;base64,AA==)
![l](/assets/img/na%C3%AFve%20%23%25.png) ![m](/assets/img/na%C3%AFve.png)

[r]: /assets/img/nowhere.png "T"

<img src="/assets/img/no-src.png" srcset="/assets/img/regatta.jpg 1x, /assets/img/no-set.png 2x" alt="">

<picture><source srcset="/assets/img/no-source.webp"><img src='/assets/img/regatta.jpg' alt=""></picture>

<p style="background: url('/assets/img/no-style.png')">x <video src="/no.mp4" poster="/assets/img/no-poster.png"></video></p>

[a](/nowhere) [b](/) [c](https://example.org/) [d](mailto:a@b.example) [e](#x) [f](www.example.org)
`;

async function compareSample(): Promise<LinkFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-links-'));
  try {
    await cp(join(FIXTURES, 'newsroom'), folder, { recursive: true });
    await cp(join(FIXTURES, 'newsroom-broken'), folder, { recursive: true });
    await writeFile(join(folder, 'source/assets/img/naïve #%.png'), 'x');
    await writeFile(join(folder, 'source/_posts/addresses.md'), POST);
    return await compareLinks(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('Broken images and links', () => {
  it('are those that a second model of the site finds', async (t) => {
    const figures = await compareSample();
    const list = (some: readonly Broken[]) => some.map(({ file, address }) => `${file}: ${address}`).sort();
    t.diagnostic(`links: ${figures.said.length} reported, ${figures.holds.length} broken`);
    assert.deepEqual({ wrong: list(figures.wrong), missed: list(figures.missed) }, { wrong: [], missed: [] });
    const own = figures.said.filter(({ file }) => file.endsWith('addresses.md'));
    assert.equal(own.length, 15);
  });
});
