import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const layout = (more: string) => ({
  'source/_layouts/main.blade.php': `<main id="main">@yield('body')</main>${more}`,
});
const BAD = withFrontMatter('[a](#horn)\n');

describe('link/no-heading', () => {
  table('link/no-heading', [
    { name: 'knows a heading’s name', post: withFrontMatter('[a](#horn)\n\n## Horn {#horn}\n'), at: [] },
    {
      name: 'knows names in HTML',
      post: withFrontMatter('[a](#horn) [b](#lamp)\n\n<h2 id="horn">x</h2>\n\n<a name="lamp"></a>\n'),
      at: [],
    },
    { name: 'knows notes', post: withFrontMatter('A[^1]. [b](#fn:1)\n\n[^1]: Note.\n'), at: [] },
    { name: 'knows the layout’s names', post: withFrontMatter('[a](#main)'), texts: layout(''), at: [] },
    { name: 'knows the top', post: withFrontMatter('[a](#) [b](#top)'), at: [] },
    {
      name: 'sees a heading without a name',
      post: withFrontMatter('[a](#the-horn)\n\n## The horn\n'),
      at: ['#the-horn'],
      severity: 'warning',
      fixed: withFrontMatter('[a](#the-horn)\n\n## The horn {#the-horn}\n'),
    },
    {
      name: 'proposes a similar name',
      post: withFrontMatter('[a](#horns)\n\n## Horn {#horn}\n'),
      at: ['#horns'],
      fixed: withFrontMatter('[a](#horn)\n\n## Horn {#horn}\n'),
    },
    {
      name: 'sees names in another letter case',
      post: withFrontMatter('[a](#Horn)\n\n## Horn {#horn}\n'),
      at: ['#Horn'],
    },
    {
      name: 'looks into other posts',
      post: withFrontMatter('[a](/posts/fog-signal#none)'),
      at: ['/posts/fog-signal#none'],
    },
    {
      name: 'finds names in other posts',
      post: withFrontMatter('[a](/posts/far/#h%C3%B6rn)'),
      texts: { 'source/_posts/far.md': withFrontMatter('## Horn {#horn}\n\n<p id="hörn">x</p>\n') },
      at: [],
    },
    {
      name: 'is silent where a script may name headings',
      post: BAD,
      texts: layout('<script>for (const h of all) h.id = h.innerText</script>'),
      at: [],
    },
    {
      name: 'is silent where an unknown script runs',
      post: BAD,
      texts: layout('<script src="https://x.example/y.js"></script>'),
      at: [],
    },
    {
      name: 'reads the site’s own scripts',
      post: BAD,
      texts: {
        ...layout('<script src="/assets/x.js"></script>'),
        'source/_assets/x.js': "import anchors from 'anchor-js';",
      },
      at: [],
    },
    {
      name: 'knows scripts that only count',
      post: BAD,
      texts: layout('<script src="https://www.googletagmanager.com/gtag/js"></script>'),
      at: ['#horn'],
    },
    { name: 'is silent where more is printed', post: BAD, texts: layout('{!! $toc !!}'), at: [] },
    {
      name: 'is silent where other Markdown may be read',
      post: BAD,
      texts: { 'bootstrap.php': '<?php $container->bind(MarkdownParserContract::class, fn () => null);' },
      at: [],
    },
    {
      name: 'leaves other sites’ headings alone',
      post: withFrontMatter('[a](https://example.org/#horn)'),
      at: [],
    },
  ]);
});
