import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { type FileNaming, folderFor, lossOf, nameFor, namingOf, wordsIn } from './file-naming.ts';

const now = Date.UTC(2026, 10, 23);

async function naming(...names: readonly string[]): Promise<FileNaming> {
  const posts = names.map((name) => [`source/_posts/${name}`, '---\ntitle: x\n---\n']);
  const config = { 'config.php': "<?php return ['collections' => ['posts' => []]];" };
  const { site } = await openSite({ ...config, ...Object.fromEntries(posts) });
  return namingOf(site, site.jigsaw?.collections[0]);
}

const cases: readonly (readonly [title: string, name: string])[] = [
  ['Low Tide at Noon', 'low-tide-at-noon'],
  ['Über die Brücke: Ægir’s Œuvre', 'uber-die-brucke-aegirs-oeuvre'],
  ['v1.2 and/or ../../etc', 'v1-2-and-or-etc'],
  ['...', 'post'],
  ['🎉🎉', 'post'],
  ['///', 'post'],
  ['con', 'con-post'],
  ['LPT1', 'lpt1-post'],
  ['.hidden', 'hidden'],
  ['東京の夜', '東京の夜'],
  ['שלום עולם', 'שלום-עולם'],
  ['a\u202Eb', 'ab'],
  ['Don’t Stop', 'dont-stop'],
  ['word '.repeat(60), Array.from({ length: 20 }, () => 'word').join('-')],
  ['a'.repeat(300), 'a'.repeat(100)],
];

test('the words of a title make a safe name', async () => {
  const plain = await naming();
  for (const [title, name] of cases) assert.equal(nameFor(title, plain, now), name, title);
});

test('what a name loses of its title is known', async () => {
  const plain = await naming();
  const losses = ['🎉🎉', '...', 'word '.repeat(60), 'Low Tide 🌊'].map((title) => lossOf(title, plain));
  assert.deepEqual(losses, ['all', 'all', 'end', undefined]);
});

test('any title has a name that every system takes', async () => {
  const plain = await naming();
  const unicode = await naming('é.md');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(plain, unicode),
      (title, each) => {
        const name = nameFor(title, each, now);
        assert.match(name, /^[^\s./\\:*?"<>|\p{Cc}]+$/u);
        assert.ok(new TextEncoder().encode(name).length <= 105);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
      },
    ),
  );
});

test('names are made as the site’s own are', async () => {
  const made = async (...names: readonly string[]) => {
    const habit = await naming(...names);
    return nameFor('Late Été', habit, now) + habit.extension;
  };
  assert.equal(await made('2026-01-02-a.md', '2026-01-03-b.md', 'c.md'), '2026-11-23-late-ete.md');
  assert.equal(await made('7-a.md', '12-b.blade.md', '9-c.blade.md'), '13-late-ete.blade.md');
  assert.equal(await made('a_b.md', 'c_d.md', 'e-f.md'), 'late_ete.md');
  assert.equal(await made('é.markdown'), 'late-été.markdown');
});

test('where posts lie by year, so does a new one', async () => {
  const folder = 'source/_posts' as SitePath;
  assert.equal(folderFor(folder, await naming('2025/a.md', '2026/b.md', 'c.md'), now), 'source/_posts/2026');
  assert.equal(folderFor(folder, await naming('en/a.md', 'b.md'), now), folder);
});

test('the words of a name are what stands behind its day or number', async () => {
  const dated = await naming('2026-01-02-tide.md', '2026-01-03-noon.md');
  assert.equal(wordsIn('2026-01-02-low_tide', dated), 'low_tide');
  assert.equal(wordsIn('low-tide', dated), 'low-tide');
  assert.equal(wordsIn('12-low-tide', await naming('11-a.md', '12-b.md')), 'low-tide');
  assert.equal(wordsIn('1984-again', await naming('tide.md')), '1984-again');
});
