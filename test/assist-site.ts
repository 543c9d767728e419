import { PostContext } from '../src/core/rules/context.ts';
import type { SitePath } from '../src/core/site/files.ts';
import { openSite, type Texts } from './memory-files.ts';

/** When everything is asked: a Thursday, two hours after noon in Berlin. */
export const NOW = Date.UTC(2026, 0, 15, 12, 30, 5);

export const READER = { language: 'en-GB', timeZone: 'Europe/Berlin' };

/** Where the post stands that somebody writes. */
export const DRAFT = 'source/_posts/draft.md';

const post = (lines: string) => `---\nextends: _layouts.post\n${lines}\n---\nText.\n`;

/** A small newsroom: two collections that posts name, and fields in all the forms that completion knows. */
export const ASSIST_SITE: Texts = {
  'config.php': `<?php return ['collections' => [
    'posts' => ['path' => 'stories/{date|Y/m}/{filename}', 'author' => 'staff'],
    'categories' => ['path' => 'categories/{filename}'],
    'authors' => ['path' => 'authors/{filename}'],
    'areas' => [],
  ]];`,
  'source/_layouts/main.blade.php': "<html>@yield('body')</html>",
  'source/_layouts/post.blade.php':
    "@extends('_layouts.main')\n@section('body')\n<img src='{{ $page->image }}'><main>@yield('content')</main>@yield('aside')\n@endsection",
  'source/_layouts/note.blade.php': "<p>@yield('content')</p>",
  'source/_categories/boats.md':
    '---\nextends: _layouts.note\ntitle: Boats\ndescription: All that floats.\n---\n',
  'source/_categories/tides.md': '---\nextends: _layouts.note\ntitle: Tides & Moon\n---\n',
  'source/_authors/ada-lovat.md': '---\ntitle: Ada Lovat\n---\n',
  'source/_authors/staff.md': '---\ntitle: The staff\n---\n',
  'source/_areas/quay.md': '---\ntitle: The Quay\n---\n',
  'source/_areas/mole.md': '---\ntitle: The Mole\n---\n',
  'source/_posts/one.md': post(
    'section: content\ntitle: One\ndate: 2025-03-01 08:00:00\nkeywords: boats, winter, net mending\ncategories:\n  - boats\nwhere: [quay]\nauthor: staff\nmood: calm\nimage: /assets/img/quay.jpg',
  ),
  'source/_posts/two.md': post(
    'section: content\ntitle: Two\ndate: 2025-03-02 08:00:00\nkeywords: boats, summer\ncategories:\n  - boats\n  - tides\nwhere: [quay, mole]\nauthor: staff\nmood: calm',
  ),
  'source/_posts/three.md': post(
    "title: Three\ndate: 2025-03-03 08:00:00\nkeywords: boats, it's\ncategories:\n  - boats\nwhere: [mole]\nauthor: ada-lovat\nmood: 'no'",
  ),
  'source/assets/img/quay.jpg': '',
  'source/assets/img/mole at dawn.png': '',
  'source/_assets/raw.png': '',
};

/** A post in the small newsroom, and the place in it that `¦` marks. */
export async function placeIn(
  marked: string,
  texts: Texts = {},
  path: string = DRAFT,
): Promise<{ readonly context: PostContext; readonly offset: number }> {
  const offset = marked.indexOf('¦');
  const { site } = await openSite({ ...ASSIST_SITE, ...texts, [path]: marked.replace('¦', '') });
  const draft = site.posts.get(path as SitePath);
  if (!draft || offset === -1) throw new Error('The marked post is no post, or not marked.');
  return { context: new PostContext(draft, site, NOW), offset };
}
