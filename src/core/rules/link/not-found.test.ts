import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const CONFIG = (settings: string, more = '') =>
  `<?php return ['collections' => ['posts' => [${settings}], 'categories' => []], ${more}
    'getDate' => fn ($page) => new DateTime()];`;
const link = (address: string) => withFrontMatter(`See [this](${address}).`);

describe('link/not-found', () => {
  table('link/not-found', [
    {
      name: 'sees files of the writer’s own computer',
      post: link('file:///home/me/plan.pdf'),
      at: ['file:///home/me/plan.pdf'],
      says: /own computer/,
    },
    { name: 'knows posts', post: link('/posts/fog-signal'), at: [] },
    { name: 'knows posts with a slash behind', post: link('/posts/fog-signal/#top'), at: [] },
    { name: 'knows posts by their file', post: link('/posts/fog-signal/index.html'), at: [] },
    {
      name: 'knows the front page',
      post: withFrontMatter('[a](/) [b](/index.html) [c]({{ $page->baseUrl }}/)'),
      at: [],
    },
    { name: 'knows files', post: link('/assets/img/lens.jpg'), at: [] },
    {
      name: 'sees a page that isn’t there',
      post: link('/posts/fog-signals'),
      at: ['/posts/fog-signals'],
      effect: 'reader-sees',
      says: /nothing at `\/posts\/fog-signals`. Did you mean `\/posts\/fog-signal\/`/,
      fixed: link('/posts/fog-signal/'),
    },
    {
      name: 'proposes the same name at another address, and keeps the heading',
      post: link('/2024/fog-signal/?a=b#top'),
      at: ['/2024/fog-signal/?a=b#top'],
      fixed: link('/posts/fog-signal/?a=b#top'),
    },
    {
      name: 'sees a file that isn’t there',
      post: link('/assets/tides.pdf'),
      at: ['/assets/tides.pdf'],
      fixed: null,
    },
    { name: 'reads relative addresses from the built page', post: link('../fog-signal'), at: [] },
    {
      name: 'sees a relative address that leads elsewhere',
      post: link('fog-signal'),
      at: ['fog-signal'],
      fixed: link('/posts/fog-signal/'),
    },
    {
      name: 'knows posts by the name of their text',
      post: link('fog-signal.md'),
      at: ['fog-signal.md'],
      says: /`source\/_posts\/fog-signal.md` is at `\/posts\/fog-signal\/`/,
      fixed: link('/posts/fog-signal/'),
    },
    {
      name: 'sees a web address without a scheme',
      post: link('www.example.org/x'),
      at: ['www.example.org/x'],
      fixed: link('https://www.example.org/x'),
    },
    {
      name: 'sees a host without a scheme',
      post: link('example.org'),
      at: ['example.org'],
      fixed: link('https://example.org'),
    },
    {
      name: 'sees a mail address without one',
      post: link('a.b@example.org'),
      at: ['a.b@example.org'],
      fixed: link('mailto:a.b@example.org'),
    },
    {
      name: 'leaves the rest of an address as it is written',
      post: withFrontMatter('<a href="www.example.org/?a=1&amp;b=2">this</a>'),
      at: ['www.example.org/?a=1&amp;b=2'],
      fixed: withFrontMatter('<a href="https://www.example.org/?a=1&amp;b=2">this</a>'),
    },
    {
      name: 'leaves the rest of the web alone',
      post: withFrontMatter('[a](https://example.org/x) [b](//example.org) [c](mailto:a@b.c) [d](tel:1)'),
      at: [],
    },
    { name: 'leaves template text alone', post: link('{{ $page->next }}'), at: [] },
    {
      name: 'reads films, frames, objects and sheets',
      post: withFrontMatter(
        '<video src="/no.mp4" poster="/assets/img/lens.jpg"></video> <iframe src="/no"></iframe> <object data="/no.pdf"></object> <link rel="stylesheet" href="/no.css">',
      ),
      at: ['/no.mp4', '/no', '/no.pdf', '/no.css'],
    },
    {
      name: 'reads definitions that are used',
      post: withFrontMatter('[a][b]\n\n[b]: </no> "T"\n[c]: /neither\n'),
      at: ['/no'],
    },
    {
      name: 'knows the site’s own address on the web',
      post: withFrontMatter('[a](https://keeper.example/posts/fog-signal) [b](https://keeper.example/no)'),
      texts: { 'config.production.php': "<?php return ['baseUrl' => 'https://keeper.example'];" },
      at: ['https://keeper.example/no'],
    },
    {
      name: 'knows a site that lies in a folder of its host',
      post: withFrontMatter(
        '[a](https://keeper.example/lamp/posts/fog-signal) [b](/lamp/posts/fog-signal) [c](https://keeper.example/no)',
      ),
      texts: { 'config.production.php': "<?php return ['baseUrl' => 'https://keeper.example/lamp/'];" },
      at: [],
    },
    {
      name: 'is silent where a function makes the addresses',
      post: withFrontMatter('[a](/p/no) [b](/q/no)'),
      texts: { 'config.php': CONFIG("'path' => fn ($page) => 'p/' . $page->slug()") },
      at: ['/q/no'],
    },
    {
      name: 'is silent where remote items may be',
      post: withFrontMatter('[a](/posts/no) [b](/categories/no)'),
      texts: { 'config.php': CONFIG("'items' => fn () => []") },
      at: ['/categories/no'],
    },
    {
      name: 'knows what a filter may drop',
      post: link('/posts/fog-signal'),
      texts: { 'config.php': CONFIG("'filter' => fn ($post) => ! $post->draft") },
      at: [],
    },
    {
      name: 'sees a web address in brackets or quotes of its own',
      post: withFrontMatter(
        '[a]([https://lamp.example/a]) [b]((https://lamp.example/b)) <a href="“https://lamp.example/c”">c</a>',
      ),
      at: ['[https://lamp.example/a]', '(https://lamp.example/b)', '“https://lamp.example/c”'],
      says: /with `[[(“]` before it/,
    },
    {
      name: 'sees a link within the place of an address, also where pages may be unknown',
      post: link('[lamp.example](http://lamp.example/)').replace('[lamp', '[http://lamp'),
      texts: { 'bootstrap.php': '<?php $events->afterBuild(App\\Listeners\\Publish::class);' },
      at: ['[http://lamp.example](http://lamp.example/)'],
      fixed: link('http://lamp.example'),
    },
    {
      name: 'leaves a web address in brackets as it is written',
      post: withFrontMatter('<a href="[https://lamp.example/?a=1&amp;b=2]">this</a>'),
      at: ['[https://lamp.example/?a=1&amp;b=2]'],
      fixed: withFrontMatter('<a href="https://lamp.example/?a=1&amp;b=2">this</a>'),
    },
    {
      name: 'sees a scheme that is mistyped, of whatever it is the address',
      post: withFrontMatter(
        '[a](htp://lamp.example/a) [b](<HTTTPS://lamp.example>) <a href="ttps://lamp.example">c</a> [d][d]\n\n[d]: hhtp://lamp.example',
      ),
      at: ['htp://lamp.example/a', 'HTTTPS://lamp.example', 'ttps://lamp.example', 'hhtp://lamp.example'],
      effect: 'reader-sees',
      says: /don’t know `htp:`. Did you mean `http:`/,
    },
    {
      name: 'corrects the scheme alone',
      post: withFrontMatter('<a href=" htps://lamp.example/?a=1&amp;b=2">this</a>'),
      at: ['htps://lamp.example/?a=1&amp;b=2'],
      fixed: withFrontMatter('<a href=" https://lamp.example/?a=1&amp;b=2">this</a>'),
    },
    {
      name: 'leaves other schemes and computed ones alone',
      post: withFrontMatter(
        '[a](sftp://lamp.example) [b](HTTPS://lamp.example) [c](tel:1) [d](steam://run/1) [e]({{ $htp }}://lamp.example) [f](obsidian://open) [g](shttp://lamp.example)',
      ),
      at: [],
    },
    { name: 'leaves brackets within a web address alone', post: link('https://lamp.example/(a)'), at: [] },
    {
      name: 'is silent about what listeners write',
      post: withFrontMatter('[a](/sitemap.xml) [b](/posts/no)'),
      texts: { 'bootstrap.php': '<?php $events->afterBuild(App\\Listeners\\GenerateSitemap::class);' },
      at: ['/posts/no'],
    },
    {
      name: 'is silent where a listener may write anything',
      post: withFrontMatter('[a](/feed.xml) [b](/posts/no)'),
      texts: { 'bootstrap.php': '<?php $events->afterBuild(App\\Listeners\\Publish::class);' },
      at: [],
    },
    {
      name: 'is silent about what build tools make, and git ignores',
      post: withFrontMatter('[a](/assets/build/x.pdf) [b](/made/x.pdf)'),
      texts: { '.gitignore': '/source/made/\n' },
      at: [],
    },
    {
      name: 'knows no relative address where a layout has a base',
      post: withFrontMatter('[a](nowhere) [b](/nowhere)'),
      texts: { 'source/_partials/head.blade.php': '<base href="/lamp/">' },
      at: ['/nowhere'],
    },
    { name: 'leaves folders alone', post: link('/assets/img/'), at: [] },
    { name: 'climbs no higher than the site', post: link('../../../../posts/fog-signal'), at: [] },
  ]);
});

describe('link/not-found knows the host’s redirects', () => {
  const old = withFrontMatter('[a](/old/1) [b](/gone) [c](/no)');
  table('link/not-found', [
    {
      name: 'Netlify’s lines',
      post: old,
      texts: { _redirects: '# Moved\n/old/* /posts/:splat 301\n/gone /posts\n/* /404 404\n' },
      at: ['/no'],
    },
    {
      name: 'Netlify’s tables',
      post: old,
      texts: {
        'netlify.toml':
          '[build]\n  publish = "x"\n[[redirects]]\n  from = "/old/:id"\n  to = "/x"\n[[redirects]]\n  from = "/gone"\n  to = "/"\n[[redirects]]\n  from = "/*"\n  to = "/404"\n  status = 404\n',
      },
      at: ['/no'],
    },
    {
      name: 'Vercel’s',
      post: old,
      texts: {
        'vercel.json':
          '{"redirects": [{"source": "/old/:path*", "destination": "/"}], "rewrites": [{"source": "/gone", "destination": "/"}]}',
      },
      at: ['/no'],
    },
    {
      name: 'Apache’s',
      post: old,
      texts: {
        'source/.htaccess':
          'RewriteEngine On\nRewriteRule ^(.*)$ https://keeper.example/$1 [R=301]\nRewriteRule ^old/(.*)$ /posts/$1\nRedirect 301 /gone /\n',
      },
      at: ['/no'],
    },
  ]);
});
