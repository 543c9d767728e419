import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ASSIST_SITE, placeIn } from '../../../test/assist-site.ts';
import { slice } from '../text/span.ts';
import { definitionsAt } from './definition.ts';

/** Where `¦` leads: the text that leads there, the files, and what stands at the place in them. */
async function found(marked: string): Promise<readonly string[]> {
  const { context, offset } = await placeIn(marked);
  return definitionsAt(context, offset).map(({ origin, path, place }) => {
    const at = place ? ` “${slice(ASSIST_SITE[path] ?? '', place)}”` : '';
    return `${slice(context.post.text, origin)} → ${path}${at}`;
  });
}

const yaml = (lines: string) => `---\n${lines}\n---\nBody.\n`;

describe('definition', () => {
  for (const [what, text, ...expected] of [
    ['a layout', yaml('extends: _layouts.p¦ost'), '_layouts.post → source/_layouts/post.blade.php'],
    [
      'a layout in quotes',
      yaml("extends: '_layouts.p¦ost'"),
      '_layouts.post → source/_layouts/post.blade.php',
    ],
    ['a layout that isn’t there', yaml('extends: _layouts.p¦ots')],
    [
      'a section',
      yaml('extends: _layouts.post\nsection: as¦ide'),
      'aside → source/_layouts/post.blade.php “aside”',
    ],
    ['a category in a list', yaml('categories:\n  - ti¦des'), 'tides → source/_categories/tides.md'],
    ['a category in brackets', yaml('categories: [boats, ti¦des]'), 'tides → source/_categories/tides.md'],
    ['a category that isn’t there', yaml('categories: [boat¦]')],
    ['an author', yaml('author: st¦aff'), 'staff → source/_authors/staff.md'],
    ['a name of another collection', yaml('where: [mo¦le]'), 'mole → source/_areas/mole.md'],
    ['an image', yaml('image: /assets/img/qu¦ay.jpg'), '/assets/img/quay.jpg → source/assets/img/quay.jpg'],
    [
      'an image with a space in its name',
      `${yaml('title: A')}<img src="/assets/img/mole%20at%20¦dawn.png">`,
      '/assets/img/mole%20at%20dawn.png → source/assets/img/mole at dawn.png',
    ],
    [
      'a link to a post',
      `${yaml('title: A')}[a](/stories/2025/03/o¦ne/#x)`,
      '/stories/2025/03/one/#x → source/_posts/one.md',
    ],
    [
      'a link in HTML, relative to the page',
      `${yaml('date: 2025-03-04\nextends: _layouts.note')}<a href="../tw¦o">b</a>`,
      '../two → source/_posts/two.md',
    ],
    ['a link to nowhere', `${yaml('title: A')}[a](/stories/o¦ne)`],
    ['a link to another site', `${yaml('title: A')}[a](https://x.org/o¦ne)`],
    ['a title', yaml('title: st¦aff')],
    ['a key', yaml('ext¦ends: _layouts.post')],
  ] as const) {
    it(what, async () => assert.deepEqual(await found(text), expected));
  }
});
