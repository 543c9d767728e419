import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeIn, READER } from '../../../test/assist-site.ts';
import type { Texts } from '../../../test/memory-files.ts';
import { english } from '../text/message.ts';
import { slice } from '../text/span.ts';
import { hoverAt } from './hover.ts';

/** What is told at `¦`: the text that it is about, then a line for each part. */
async function told(marked: string, texts: Texts = {}): Promise<readonly string[]> {
  const { context, offset } = await placeIn(marked, texts);
  const hover = hoverAt(context, offset, READER);
  if (!hover) return [];
  const lines = hover.parts.map((part) => {
    switch (part.kind) {
      case 'paragraph':
        return english(part.text);
      case 'files':
        return part.paths.join(' > ');
      case 'picture':
        return `[${part.path}]`;
      case 'remote-picture':
        return `[${part.url}]`;
      default:
        return `${part.kind} ${part.text}`;
    }
  });
  return [slice(context.post.text, hover.span), ...lines];
}

const yaml = (lines: string) => `---\n${lines}\n---\nBody.\n`;

describe('hover on keys', () => {
  it('what it does, what the build reads, what posts here have', async () => {
    assert.deepEqual(await told(yaml('keyw¦ords: boats, calm')), [
      'keywords',
      'What the post is about, as words or short phrases.',
      'The build reads 11 characters of text.',
      '4 of 4 posts here have this field.',
      'Used most: boats (4).',
    ]);
  });

  it('an empty field hides what the config gives', async () => {
    const found = await told(yaml('auth¦or:'));
    assert.deepEqual(found.slice(2, 4), [
      'The build reads nothing here (null).',
      'Without this line, the post would have `staff` from the site’s config.',
    ]);
  });

  for (const [value, expected] of [
    ['yes', 'The build reads the text `yes`, which counts as yes: only `true` and `false` mean yes and no.'],
    ['true', 'The build reads `true`: yes or no.'],
    ['1.10', 'The build reads the number 1.1, with a decimal point.'],
    ['1_000', 'The build reads the whole number 1000.'],
    ['[a]', 'The build reads a list with 1 item.'],
    ['{ a: b, c: d }', 'The build reads a group of fields: a and c.'],
    ['"💡"', 'The build reads 1 character of text.'],
    ['>\n  folded\nmore: x', 'The build reads 6 characters of text. A line break comes last.'],
    ['""', 'The build reads empty text.'],
  ] as const) {
    it(`reads ${JSON.stringify(value)}`, async () => {
      assert.equal((await told(yaml(`weight¦: ${value}`)))[1], expected);
    });
  }

  it('nothing of what the build reads where it stops at a mistake', async () => {
    assert.deepEqual(await told(yaml('ti¦tle: a: b')), [
      'title',
      'The headline, also shown in lists, search results and browser tabs.',
      '3 of 3 posts here have this field.',
    ]);
  });
});

describe('hover on values', () => {
  it('a layout: its views and the sections to fill', async () => {
    assert.deepEqual(await told(yaml('extends: _layouts.p¦ost')), [
      '_layouts.post',
      'The page is built with these layouts, each inside the next:',
      'source/_layouts/post.blade.php > source/_layouts/main.blade.php',
      'A post can fill these sections: “content” and “aside”.',
    ]);
  });

  it('a layout that isn’t there', async () => {
    assert.deepEqual(await told(yaml('extends: "_layouts.p¦ots"')), [
      '_layouts.pots',
      'The build fails: `View [_layouts.pots] not found.`',
    ]);
  });

  it('sections', async () => {
    const at = (section: string) => told(yaml(`extends: _layouts.post\nsection: ${section}`));
    assert.deepEqual(await at('con¦tent'), [
      'content',
      'Your text is printed here:',
      'source/_layouts/post.blade.php',
    ]);
    assert.deepEqual((await at('bo¦dy')).slice(2), [
      'source/_layouts/main.blade.php',
      'A layout puts something there itself; your text replaces it.',
    ]);
    assert.deepEqual((await at('con¦tents')).slice(1), [
      'The layout prints no section with this name, so readers don’t see your text.',
    ]);
  });

  it('the page that a name leads to', async () => {
    assert.deepEqual(await told(yaml('categories: [tides, bo¦ats]')), [
      'boats',
      'title Boats',
      'quotation All that floats.',
      '`/categories/boats`, 4 posts',
      'source/_categories/boats.md',
    ]);
    assert.deepEqual((await told(yaml('author: ada¦-lovat'))).slice(0, 2), ['ada-lovat', 'title Ada Lovat']);
    assert.deepEqual((await told(yaml('where:\n  - mo¦le'))).slice(0, 2), ['mole', 'title The Mole']);
  });

  for (const [value, ...expected] of [
    [
      '2025-07-01¦ 08:00:00',
      'Tuesday, 1 July 2025 at 08:00:00 UTC; where you are, Tuesday, 1 July 2025 at 10:00:00 CEST (Europe/Berlin).',
      'Without a time zone, the build reads a time as UTC.',
    ],
    [
      '"2025-07-01¦"',
      'Because of the quotes, the build reads this as text, not as a date.',
      'You probably meant Tuesday, 1 July 2025 at 00:00:00 UTC; where you are, Tuesday, 1 July 2025 at 02:00:00 CEST (Europe/Berlin).',
    ],
    [
      '2025-07-01¦ 08:00',
      'Without seconds, the build reads this as text, not as a date.',
      'You probably meant Tuesday, 1 July 2025 at 08:00:00 UTC; where you are, Tuesday, 1 July 2025 at 10:00:00 CEST (Europe/Berlin).',
    ],
    [
      'soon¦ish',
      'The build reads this as text, not as a date. A date is written as `2026-01-31` or `2026-01-31 09:30:00`.',
    ],
    [
      '20250¦701',
      'Sunday, 23 August 1970 at 09:11:41 UTC; where you are, Sunday, 23 August 1970 at 10:11:41 CET (Europe/Berlin).',
      'The build counts `20250701` as seconds since 1970.',
      'You probably meant Tuesday, 1 July 2025 at 00:00:00 UTC; where you are, Tuesday, 1 July 2025 at 02:00:00 CEST (Europe/Berlin).',
    ],
    [
      '2025-06-3¦1',
      'Tuesday, 1 July 2025 at 00:00:00 UTC; where you are, Tuesday, 1 July 2025 at 02:00:00 CEST (Europe/Berlin).',
      'That month has no such day, so the build counts on into the next month.',
    ],
    [
      '1603328389.16¦29581',
      'Thursday, 22 October 2020 at 00:59:49 UTC; where you are, Thursday, 22 October 2020 at 02:59:49 CEST (Europe/Berlin).',
      'The build reads a number with a decimal point, which some layouts can’t use as a date.',
      'The build counts `1603328389.1629581` as seconds since 1970.',
    ],
    ['99999999999999999¦', 'The build reads the whole number 99999999999999999.'],
    [
      '1759449600000¦',
      'Wednesday, 27 September 57724 at 00:00:00 UTC; where you are, Wednesday, 27 September 57724 at 02:00:00 GMT+2 (Europe/Berlin).',
      'The build counts `1759449600000` as seconds since 1970.',
      'You probably meant Friday, 3 October 2025 at 00:00:00 UTC; where you are, Friday, 3 October 2025 at 02:00:00 CEST (Europe/Berlin).',
    ],
  ] as const) {
    it(`the date ${value}`, async () => {
      const found = (await told(yaml(`date: ${value}`))).slice(1);
      assert.deepEqual(found, expected);
    });
  }

  it('an image, in the front matter and in the body', async () => {
    const picture = ['[source/assets/img/quay.jpg]', 'source/assets/img/quay.jpg'];
    const there = [...picture, 'On the site: `/assets/img/quay.jpg`'];
    assert.deepEqual((await told(yaml('image: /assets/img/qu¦ay.jpg'))).slice(1), there);
    for (const body of ['![](/assets/img/qu¦ay.jpg)', '<img srcset="/assets/img/qu¦ay.jpg 2x">'])
      assert.deepEqual((await told(`${yaml('title: A')}${body}\n`)).slice(1), there);
  });

  it('the image that may be meant by a broken address', async () => {
    const meant = ['Did you mean this image?', '[source/assets/img/quay.jpg]', 'source/assets/img/quay.jpg'];
    for (const address of ['/assets/img/qu¦ai.jpg', '/assets/img/Qu¦ay.jpg'])
      assert.deepEqual((await told(yaml(`image: ${address}`))).slice(1), meant, address);
    assert.deepEqual(await told(yaml('image: /nothing-l¦ike-it.png')), []);
  });

  it('an image on another website, and one that only the build knows', async () => {
    assert.deepEqual((await told(yaml('image: //a.net/x¦.png'))).slice(1), ['[https://a.net/x.png]']);
    const computed = `${yaml('title: A')}![a]({{ $page->x }}/b¦.png)\n`;
    assert.deepEqual((await told(computed)).slice(1), ['This address is computed when the site is built.']);
  });

  it('a value that the build may take for something else', async () => {
    assert.deepEqual(await told(yaml('published: n¦o')), [
      'no',
      'The build reads the text `no`, which counts as yes: only `true` and `false` mean yes and no.',
    ]);
    assert.deepEqual(await told(yaml('title: Sim¦ple')), []);
  });

  it('nothing in the body and in comments', async () => {
    assert.deepEqual(await told('---\ntitle: A\n---\nextends: _layouts.po¦st\n'), []);
    assert.deepEqual(await told(yaml('# exten¦ds: x')), []);
  });
});
