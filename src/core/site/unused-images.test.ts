import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MemoryFiles, openSite, type Texts } from '../../../test/memory-files.ts';
import { unusedImages } from './unused-images.ts';

const POST = (body: string, fields = '') =>
  `---\nextends: _layouts.post\ntitle: A\ndate: 2025-01-02\n${fields}---\n${body}\n`;

async function unused(texts: Texts): Promise<readonly string[]> {
  const all = {
    'config.php': "<?php return ['collections' => ['posts' => []]];",
    'source/_layouts/post.blade.php': '@yield("content")',
    'source/assets/img/lamp.png': '',
    ...texts,
  };
  const { site } = await openSite(all);
  return unusedImages(site, new MemoryFiles(all));
}

describe('Images that no post uses', () => {
  it('are those that nothing names', async () => {
    assert.deepEqual(await unused({}), ['source/assets/img/lamp.png']);
  });

  const users: readonly (readonly [what: string, path: string, text: string])[] = [
    ['a post', 'source/_posts/a.md', POST('![x](/assets/img/lamp.png)')],
    ['a field of a post', 'source/_posts/a.md', POST('', 'gallery: [lamp.png]\n')],
    ['a candidate of a set', 'source/_posts/a.md', POST('<img srcset="/assets/img/lamp.png 2x">')],
    ['a layout', 'source/_layouts/main.blade.php', '<img src="{{ $page->baseUrl }}/assets/img/lamp.png">'],
    ['a style sheet', 'source/_assets/sass/main.scss', 'body { background: url(../img/lamp.png) }'],
    ['a script', 'source/_assets/js/main.ts', 'const lamp = "lamp.png";'],
    ['the config', 'config.php', "<?php return ['collections' => ['posts' => []], 'image' => 'lamp.png'];"],
    ['code beside the site', 'listeners/Share.php', "<?php const IMAGE = 'LAMP.PNG';"],
    ['a file of data', 'source/data/lamps.yaml', 'first: lamp.png'],
    [
      'a name that a layout puts together',
      'source/_layouts/main.blade.php',
      '<img src="/assets/img/{{ $page->slug }}.png">',
    ],
    [
      'a name that a script puts together',
      'source/_assets/js/main.js',
      "show('/assets/' + folder + '/' + name)",
    ],
    [
      'a name that PHP puts together',
      'helpers.php',
      '<?php $image = "/assets/img/$name.png"; $b = "img/{$name}";',
    ],
  ];
  for (const [what, path, text] of users) {
    it(`are not those that are named by ${what}`, async () =>
      assert.deepEqual(await unused({ [path]: text }), []));
  }

  it('may have odd names', async () => {
    const names = ['two words.png', 'a (1).png', 'na\u00efve #1%.png', 'x@2x.png', 'x.png'];
    const texts = Object.fromEntries(names.map((name) => [`source/assets/img/${name}`, '']));
    const body =
      '![a](</assets/img/two words.png>) ![b](/assets/img/a%20%281%29.png) ![c](/assets/img/nai\u0308ve%20%231%25.png) ![d](x.png)';
    assert.deepEqual(await unused({ ...texts, 'source/_posts/a.md': POST(body) }), [
      'source/assets/img/lamp.png',
    ]);
  });

  it('are none that browsers ask for, that stay out of the site, or that a build made', async () => {
    const others = ['favicon.ico', '_assets/x.png', 'assets/made/x.png'];
    const texts = Object.fromEntries(others.map((path) => [`source/${path}`, '']));
    assert.deepEqual(
      await unused({ ...texts, 'build_local/index.html': 'lamp.png', '.gitignore': '/source/assets/made\n' }),
      ['source/assets/img/lamp.png'],
    );
  });

  it('are found among 20,000', async () => {
    const texts: Record<string, string> = {};
    for (let number = 0; number < 20_000; number += 1) texts[`source/assets/many/${number}.png`] = '';
    texts['source/_posts/a.md'] = POST(
      Array.from({ length: 19_999 }, (_, number) => `![x](/assets/many/${number}.png)`).join('\n'),
    );
    assert.deepEqual(await unused(texts), ['source/assets/img/lamp.png', 'source/assets/many/19999.png']);
  });
});
