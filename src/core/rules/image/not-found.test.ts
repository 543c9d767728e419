import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('image/not-found', () => {
  table('image/not-found', [
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
      name: 'knows the site’s own address',
      post: withFrontMatter('<img src="{{ $page->baseUrl }}/assets/img/lens.jpg" alt="">'),
      at: [],
    },
  ]);
});
