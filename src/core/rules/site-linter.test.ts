import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { EXAMPLE, NOW, RULE_SITE, withFrontMatter } from '../../../test/rule-site.ts';
import type { SitePath } from '../site/files.ts';
import { SiteLinter } from './site-linter.ts';

const OTHER = 'source/_posts/other.md' as SitePath;

async function judged(first: string, second: string, config = '{}') {
  const store = await openSite({
    ...RULE_SITE,
    'copydesk.json': config,
    [EXAMPLE]: withFrontMatter(first),
    [OTHER]: withFrontMatter(second),
  });
  store.setRemote(new Map());
  const linter = new SiteLinter(assert.ifError);
  for (const path of [EXAMPLE, OTHER]) linter.lint(path, store.site, NOW);
  return { store, linter };
}

describe('A site’s problems', () => {
  it('depend on the files that a post refers to, whatever their letter case', async () => {
    const { store, linter } = await judged('![a](/assets/img/New.png)', 'No image.');
    const image = 'source/assets/img/new.png' as SitePath;
    const concerned = () => [
      ...linter.concernedBy({ paths: new Set(), files: new Set([image]) }, store.site),
    ];
    assert.deepEqual(concerned(), [EXAMPLE]);
    store.changeText(EXAMPLE, withFrontMatter('None either.'));
    linter.lint(EXAMPLE, store.site, NOW);
    assert.deepEqual(concerned(), []);
  });

  it('depend on the pages and headings that a post links to', async () => {
    const { store, linter } = await judged('[a](/posts/new) [b](/posts/other#horn)', '## Horn {#horn}\n');
    linter.takeStale();
    const stale = (path: string, text: string) => {
      store.changeText(path as SitePath, text);
      linter.lint(path as SitePath, store.site, NOW);
      return [...linter.takeStale()];
    };
    const rules = () => linter.lint(EXAMPLE, store.site, NOW).map(({ rule }) => rule);
    assert.deepEqual(rules(), ['link/not-found']);
    assert.deepEqual(stale('source/_posts/new.md', withFrontMatter('New.')), [EXAMPLE]);
    assert.deepEqual(rules(), []);
    assert.deepEqual(stale('source/_posts/new.md', withFrontMatter('Newer.')), []);
    assert.deepEqual(stale(OTHER, withFrontMatter('More.\n\n## Horn {#horn}\n')), []);
    assert.deepEqual(stale(OTHER, withFrontMatter('## Horn {#lamp}\n')), [EXAMPLE]);
    assert.deepEqual(rules(), ['link/no-heading']);
    await store.update(['source/_posts/new.md' as SitePath]);
    linter.lint('source/_posts/new.md' as SitePath, store.site, NOW);
    assert.deepEqual([...linter.takeStale()], [EXAMPLE]);
    assert.deepEqual(rules(), ['link/not-found', 'link/no-heading']);
  });

  it('depend on what other servers answer to just those posts that ask', async () => {
    const { store, linter } = await judged(
      '![a](https://charts.net/a.png) [b](https://charts.net/b)',
      '[b](https://charts.net/b#c)',
    );
    assert.deepEqual([...linter.questions].sort(), [
      'image https://charts.net/a.png',
      'page https://charts.net/b',
    ]);
    assert.deepEqual([...linter.askersOf('image https://charts.net/a.png')], [EXAMPLE]);
    assert.deepEqual([...linter.askersOf('page https://charts.net/b')], [EXAMPLE, OTHER]);
    store.setRemote(new Map([['page https://charts.net/b', { kind: 'gone', status: 404 }]]));
    const found = linter.lint(OTHER, store.site, NOW).map(({ rule }) => rule);
    assert.deepEqual(found, ['link/remote-not-found']);
    store.setRemote(undefined);
    assert.deepEqual(linter.lint(OTHER, store.site, NOW), []);
    assert.deepEqual([...linter.askersOf('page https://charts.net/b')], [EXAMPLE]);
  });

  it('ask nobody where nobody wants to know', async () => {
    const link = '[b](https://charts.net/b)';
    const off = await judged(link, '', '{"rules": {"link/remote-not-found": "off"}}');
    assert.deepEqual([...off.linter.questions], []);
    const ignored = await judged(link, '', '{"ignore": ["source/_posts/example.md"]}');
    assert.deepEqual([...ignored.linter.questions], []);
  });
});
