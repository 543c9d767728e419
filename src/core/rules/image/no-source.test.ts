import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { post, table } from '../../../../test/rule-table.ts';

const SCRIPT = { 'source/_layouts/main.blade.php': '<script src="/x.js"></script>@yield("body")' };

describe('image/no-source', () => {
  table('image/no-source', [
    {
      name: 'is silent about an address',
      post: withFrontMatter('<img src="/assets/img/lens.jpg" alt="">'),
      at: [],
    },
    {
      name: 'sees a tag without one',
      post: withFrontMatter('<img alt="">'),
      at: ['<img alt="">'],
      effect: 'reader-sees',
    },
    {
      name: 'sees an empty one',
      post: withFrontMatter('<img src=" " alt="">'),
      at: ['<img src=" " alt="">'],
    },
    { name: 'sees Markdown without one', post: withFrontMatter('![]()'), at: ['![]()'] },
    {
      name: 'takes srcset for one',
      post: withFrontMatter('<img srcset="/assets/img/lens.jpg 2x" alt="">'),
      at: [],
    },
    {
      name: 'takes data-src for one where scripts run',
      post: withFrontMatter('<img data-src="/assets/img/lens.jpg" alt="">'),
      texts: SCRIPT,
      at: [],
    },
    {
      name: 'does not where none run',
      post: withFrontMatter('<img data-src="/assets/img/lens.jpg" alt="">'),
      at: ['<img data-src="/assets/img/lens.jpg" alt="">'],
    },
    {
      name: 'sees an empty field',
      post: post('title: Fog', 'image:', 'keywords: fog', 'date: 2025-02-03'),
      at: ['image'],
      severity: 'information',
      effect: 'advice',
      fixed: post('title: Fog', 'keywords: fog', 'date: 2025-02-03'),
    },
    {
      name: 'sees empty quotes',
      post: post('title: Fog', 'keywords: fog', 'date: 2025-02-03', "cover_image: ''"),
      at: ['cover_image'],
      fixed: post('title: Fog', 'keywords: fog', 'date: 2025-02-03'),
    },
    {
      name: 'leaves a comment on its line alone',
      post: post('title: Fog', 'image: # to come', 'keywords: fog', 'date: 2025-02-03'),
      at: ['image'],
      fixed: post('title: Fog', 'image: # to come', 'keywords: fog', 'date: 2025-02-03'),
    },
    {
      name: 'leaves a required one to the rule of missing fields',
      post: post('title: Fog', 'image:', 'keywords: fog', 'date: 2025-02-03'),
      texts: { 'copydesk.json': '{ "required": ["image"] }' },
      at: [],
    },
    {
      name: 'is silent where posts leave it empty',
      post: post('title: Fog', 'image:', 'keywords: fog', 'date: 2025-02-03'),
      texts: { 'source/_posts/b.md': post('image:'), 'source/_posts/c.md': post('image:') },
      at: [],
    },
    { name: 'leaves code alone', post: withFrontMatter('`<img alt="">`\n\n    <img alt="">\n'), at: [] },
  ]);
});
