import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('image/not-found', () => {
  table('image/not-found', [
    {
      name: 'sees files of the writer’s own computer',
      post: withFrontMatter(
        '![a](C:\\Users\\me\\lens.jpg) ![b](file:///home/me/lens.jpg) <img src="d:/lens.jpg" alt="">',
      ),
      at: ['C:\\Users\\me\\lens.jpg', 'file:///home/me/lens.jpg', 'd:/lens.jpg'],
      says: /own computer/,
    },
    {
      name: 'is silent about a file that is there',
      post: withFrontMatter('![](/assets/img/lens.jpg)'),
      at: [],
    },
    {
      name: 'proposes a similar name',
      post: withFrontMatter('![](/assets/img/lense.jpg)'),
      at: ['/assets/img/lense.jpg'],
      fixed: withFrontMatter('![](/assets/img/lens.jpg)'),
    },
    {
      name: 'keeps what follows the path',
      post: withFrontMatter('![](/assets/img/lense.jpg?w=2#x)'),
      at: ['/assets/img/lense.jpg?w=2#x'],
      fixed: withFrontMatter('![](/assets/img/lens.jpg?w=2#x)'),
    },
    {
      name: 'reads the fields for images',
      post: withFrontMatter('Text.').replace('author:', 'cover_image: /assets/img/lens.png\nauthor:'),
      at: ['/assets/img/lens.png'],
    },
    {
      name: 'sees a scheme that is mistyped, in the fields, too',
      post: withFrontMatter('![](htps://example.org/x.png)').replace(
        'author:',
        'cover_image: "htpp://example.org/y.png"\nauthor:',
      ),
      at: ['htpp://example.org/y.png', 'htps://example.org/x.png'],
      says: /don’t know `htpp:`. Did you mean `http:`/,
      fixed: withFrontMatter('![](htps://example.org/x.png)').replace(
        'author:',
        'cover_image: "http://example.org/y.png"\nauthor:',
      ),
    },
    {
      name: 'leaves other sites alone',
      post: withFrontMatter('![](https://example.org/x.png) ![](//example.org/x.png)'),
      at: [],
    },
    {
      name: 'leaves template text alone',
      post: withFrontMatter('<img src="{{ $page->image }}" alt="">'),
      at: [],
    },
    {
      name: 'is silent about a field that the layout makes a part of an address of',
      post: withFrontMatter('Text.').replace('author:', 'image: lens.jpg\nauthor:'),
      texts: { 'source/_partials/card.blade.php': '<img src="/assets/img/{{ $post->image }}">' },
      at: [],
    },
    {
      name: 'sees a field that the layout takes for an address',
      post: withFrontMatter('Text.').replace('author:', 'image: /lens.jpg\nauthor:'),
      texts: { 'source/_partials/card.blade.php': '<img src="{{ $page->baseUrl }}{{ $post->image }}">' },
      at: ['/lens.jpg'],
    },
    {
      name: 'is silent about a field that no layout shows',
      post: withFrontMatter('Text.').replace('author:', 'image: /lens.jpg\nauthor:'),
      at: [],
    },
    {
      name: 'is silent about a relative address that only a list shows',
      post: withFrontMatter('Text.').replace('author:', 'image: assets/img/lens.jpg\nauthor:'),
      texts: {
        'source/index.blade.php': '@foreach ($posts as $post)<img src="{{ $post->image }}">@endforeach',
      },
      at: [],
    },
    {
      name: 'sees one that the page itself shows',
      post: withFrontMatter('Text.').replace('author:', 'cover_image: nowhere/lens.jpg\nauthor:'),
      at: ['nowhere/lens.jpg'],
    },
    {
      name: 'sees it where the site’s settings name it',
      post: withFrontMatter('Text.').replace('author:', 'photo: /lens.jpg\nauthor:'),
      texts: { 'copydesk.json': '{ "imageFields": ["photo"] }' },
      at: ['/lens.jpg'],
    },
    {
      name: 'knows a field that the layout puts behind the site’s address',
      post: withFrontMatter('Text.').replace(
        'author:',
        'image: assets/img/lens.jpg\ncover_image: assets/img/none.jpg\nauthor:',
      ),
      texts: {
        'source/_partials/card.blade.php':
          '<img src="{{ $page->baseUrl }}/{{ $post->image }}"><img src="{{ $page->baseUrl }}/{!! $post->cover_image !!}">',
      },
      at: ['assets/img/none.jpg'],
      says: /`source\/assets\/img\/none\.jpg`/,
    },
    {
      name: 'knows it where the site’s address ends in a slash',
      post: withFrontMatter('Text.').replace('author:', 'image: assets/img/lens.jpg\nauthor:'),
      texts: {
        'config.php':
          "<?php return ['baseUrl' => 'https://lamp.example/', 'collections' => ['posts' => ['path' => 'posts/{filename}']]];",
        'source/_partials/card.blade.php': '<meta content="{{ $page->baseUrl . $page->image }}">',
      },
      at: [],
    },
    {
      name: 'sees it where the site’s address doesn’t',
      post: withFrontMatter('Text.').replace('author:', 'image: assets/img/lens.jpg\nauthor:'),
      texts: {
        'config.php':
          "<?php return ['baseUrl' => '', 'collections' => ['posts' => ['path' => 'posts/{filename}']]];",
        'source/_layouts/post.blade.php':
          '<meta content="{{ $page->baseUrl . $page->image }}"> @yield("content")',
      },
      at: ['assets/img/lens.jpg'],
    },
    {
      name: 'knows the site’s own address',
      post: withFrontMatter('<img src="{{ $page->baseUrl }}/assets/img/lens.jpg" alt="">'),
      at: [],
    },
    {
      name: 'reads every place where an image’s address stands, and marks just the address',
      post: withFrontMatter(
        [
          '![a](</no-1.png> "t") ![b][r] ![c](/no-2.png){.wide}',
          '',
          '[r]: </no-3.png> "T"',
          '',
          '<img src="/no-4.png" srcset="/no-5.png 1x, /no-6.png 2x" alt="">',
          '',
          '<picture><source srcset="/no-7.webp 480w,/no-8.webp 960w"><img src=/no-9.png alt=""></picture>',
          '',
          '<video poster="/no-10.png"></video> <svg><image href="/no-11.png"/></svg>',
          '',
          '<p style="color: red; background: url(\'/no-12.png\')">x</p>',
          '',
          '<style>p { background: url(/no-13.png) } @font-face { src: url(/no.woff2) }</style>',
          '',
        ].join('\n'),
      ),
      at: [
        ...['/no-1.png', '/no-2.png', '/no-3.png', '/no-4.png', '/no-5.png', '/no-6.png', '/no-7.webp'],
        ...['/no-8.webp', '/no-9.png', '/no-10.png', '/no-11.png', '/no-12.png', '/no-13.png'],
      ],
    },
    {
      name: 'reads the fields that copydesk.json names',
      post: withFrontMatter('Text.').replace('author:', 'photo: "/no.png"  # A comment.\nauthor:'),
      texts: { 'copydesk.json': '{"imageFields": ["photo"]}' },
      at: ['/no.png'],
    },
  ]);
});
