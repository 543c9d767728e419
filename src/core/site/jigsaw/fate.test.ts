import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SitePath } from '../files.ts';
import { Unknown } from '../unknown.ts';
import { readJigsawConfig } from './config.ts';
import { fateOf } from './fate.ts';
import { pageOf, pageOutputsOf } from './pages.ts';
import { findView } from './views.ts';

function config(text = "<?php return ['collections' => ['posts' => ['path' => 'blog']]];") {
  return readJigsawConfig({ env: 'local', config: { path: 'config.php' as SitePath, text } });
}

test('what a build makes of a file', () => {
  const files = new Set(['source/_posts/storm.md', 'source/_posts/2024/gale.markdown']);
  const cases: readonly (readonly [string, string])[] = [
    ['source/_posts/storm.md', 'item'],
    ['source/_posts/2024/gale.markdown', 'item'],
    ['source/_posts/x.mdown', 'item'],
    ['source/_posts/x.blade.php', 'item'],
    ['source/_posts/_drafts/x.md', 'item'],
    ['source/_posts/.hidden/x.md', 'item'],
    ['source/_posts/x.MD', 'skipped extension'],
    ['source/_posts/x.html', 'skipped extension'],
    ['source/_posts/_x.md', 'skipped underscore-file'],
    ['source/_posts/.x.txt', 'skipped dotfile'],
    ['source/_posts/.x.blade.md', 'skipped dotfile'],
    ['source/_posts/.x.md', 'crash'],
    ['source/_posts/._x.md', 'crash'],
    ['source/_posts/storm.png', 'crash'],
    ['source/_posts/_img/storm.png', 'crash'],
    ['source/_posts/2024/gale.jpg', 'crash'],
    ['source/_posts/2024/storm.png', 'skipped extension'],
    ['source/_assets/x.js', 'skipped underscore-folder'],
    ['source/_team.md', 'skipped underscore-folder'],
    ['source/about.md', 'page'],
    ['source/info/_about.md', 'page'],
    ['source/index.blade.php', 'page'],
    ['source/feed.blade.atom', 'page'],
    ['source/.about.md', 'copied'],
    ['source/about.html', 'copied'],
    ['source/Team.MD', 'copied'],
    ['source/assets/img/a.png', 'copied'],
    ['source/.htaccess', 'copied'],
    ['source/.git/config', 'skipped system'],
    ['source/assets/.DS_Store', 'skipped system'],
    ['config.php', 'outside'],
    ['sources/a.md', 'outside'],
  ];
  for (const [path, expected] of cases) {
    const fate = fateOf(path as SitePath, config(), (each) => files.has(each));
    assert.ok(!(fate instanceof Unknown));
    assert.equal(fate.kind === 'skipped' ? `skipped ${fate.why}` : fate.kind, expected, path);
  }
});

test('without known collections a folder with _ is unknown', () => {
  const unknown = config("<?php return ['collections' => all()];");
  assert.ok(fateOf('source/_posts/a.md' as SitePath, unknown, () => false) instanceof Unknown);
  assert.deepEqual(
    fateOf('source/a.png' as SitePath, unknown, () => false),
    { kind: 'copied' },
  );
});

function written(path: string, data = {}, text = '<?php return [];', items = 0): string {
  const read = config(text);
  const page = pageOf(`source/${path}` as SitePath, new Map(Object.entries(data)), '', read);
  const layouts = new Set(['source/_l.blade.php', 'source/_x.blade.xml']);
  const outputs = pageOutputsOf(
    page,
    (name) => findView(name, read, (view) => layouts.has(view)),
    () => items,
  );
  assert.ok(!(outputs instanceof Unknown));
  return outputs.error ?? outputs.outputs.map(({ path: file, url }) => `${file} ${url}`).join(', ');
}

test('where pages and copies are written', () => {
  assert.equal(written('about.md', { extends: '_l' }), 'about/index.html /about');
  assert.equal(written('about.md'), '');
  assert.equal(written('about.md', { extends: '_gone' }), 'View [_gone] not found.');
  assert.equal(written('a/index.md', { extends: '_l' }), 'a/index.html /a');
  assert.equal(written('a.md', { extends: '_x' }), 'a.xml /a');
  assert.equal(written('a.md', { extends: '_l', permalink: 'x/404.html' }), 'x/404.html /a');
  assert.equal(written('a.blade.php'), 'a/index.html /a');
  assert.equal(written('blog/feed.blade.atom'), 'blog/feed.atom /blog/feed.atom');
  assert.equal(written('old.html'), 'old/index.html /old');
  assert.equal(written('assets/a+b%20c.png'), 'assets/a b c.png /assets/a+b%20c');
  assert.equal(written('.htaccess'), '.htaccess /.htaccess');
  assert.equal(written('CNAME'), 'CNAME /CNAME');
  assert.equal(
    written('about.md', { extends: '_l' }, "<?php return ['pretty' => false];"),
    'about.html /about.html',
  );
  assert.equal(
    written('about.md', {}, "<?php return ['extends' => '_l', 'trailing_slash' => true];"),
    'about/index.html /about/',
  );
});

test('a pagination is written page by page', () => {
  const site = "<?php return ['collections' => ['posts' => ['perPage' => 2]]];";
  const data = { pagination: new Map([['collection', 'posts']]) };
  assert.equal(written('blog.blade.php', data, site, 3), 'blog/index.html /blog, blog/2/index.html /blog/2');
  assert.equal(written('index.blade.php', data, site, 3), 'index.html /, 2/index.html /2');
  const prefixed = {
    pagination: new Map<string, string | number>(
      Object.entries({ collection: 'posts', prefix: 'page', perPage: 1 }),
    ),
  };
  assert.equal(
    written('blog.blade.php', prefixed, site, 2),
    'blog/index.html /blog, blog/page/2/index.html /blog/page/2',
  );
});
