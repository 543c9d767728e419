import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { resolveAddress } from './address.ts';
import { homeOf } from './home.ts';

const OUTPUT = 'blog/post/index.html';

/** What an address leads to, in short: a path, or the kind. */
function short(address: string, output: string | undefined = OUTPUT): string {
  const target = resolveAddress(address, output);
  if (target.kind === 'remote') return target.url;
  const fragment = 'fragment' in target && target.fragment !== undefined ? `#${target.fragment}` : '';
  return (target.kind === 'local' ? `/${target.path}` : target.kind) + fragment;
}

describe('An address is resolved as on the built page', () => {
  const table: readonly (readonly [address: string, expected: string])[] = [
    ['/a.png', '/a.png'],
    ['\\img\\a.png', '/img/a.png'],
    ['..\\a.png?x=\\', '/blog/a.png'],
    ['/a%20b.png?v=1#x', '/a b.png#x'],
    ['/%C3%A9.png', '/é.png'],
    ['/a%23b%3Fc%25.png', '/a#b?c%.png'],
    ['/100%.png', '/100%.png'],
    ['/a b.png', '/a b.png'],
    [' /a.png\n', '/a.png'],
    ['a.png', '/blog/post/a.png'],
    ['./a.png', '/blog/post/a.png'],
    ['../a.png', '/blog/a.png'],
    ['../../../../../a.png', '/a.png'],
    ['/a/../../b.png', '/b.png'],
    ['/', '/'],
    ['/blog//post/', '/blog/post'],
    ['//cdn.example/x.png', 'https://cdn.example/x.png'],
    ['HTTPS://example.com', 'HTTPS://example.com'],
    ['data:image/png;base64,', 'inline'],
    ['#top', 'inline#top'],
    ['#%C3%BCber', 'inline#über'],
    ['#', 'inline#'],
    ['?page=2', 'inline'],
    ['mailto:a@b.example', 'other'],
    ['tel:1', 'other'],
    ['', 'nowhere'],
    ['  ', 'nowhere'],
    ['{{ $page->baseUrl }}/x.png', '/x.png'],
    ['{!!$page->baseUrl!!}/x.png#y', '/x.png#y'],
    ['{{ $page->baseUrl }}', '/'],
    ['{{ $page->baseUrl }}x.png', 'unknown'],
    ['{{ $page->image }}', 'unknown'],
    ['/x/{{ $name }}.png', 'unknown'],
    ["@asset('x.png')", 'unknown'],
    ['<?= $x ?>', 'unknown'],
  ];
  for (const [address, expected] of table) {
    it(JSON.stringify(address), () => assert.equal(short(address), expected));
  }

  it('keeps a path as it is written beside', () => {
    const target = resolveAddress('../a%20b.png', OUTPUT);
    assert.ok(target.kind === 'local');
    assert.equal(target.written, '../a b.png');
  });

  it('knows no relative address where the page’s own is unknown', () => {
    assert.equal(resolveAddress('a.png', undefined).kind, 'unknown');
    assert.equal(resolveAddress('/a.png', undefined).kind, 'local');
  });
});

describe('A site’s own address', () => {
  const open = async (local: string, production: string) => {
    const store = await openSite({
      'config.php': `<?php return [${local}];`,
      'config.production.php': `<?php return [${production}];`,
      'source/index.blade.php': '',
    });
    const home = homeOf(store.site);
    return (address: string) => {
      const target = resolveAddress(address, OUTPUT, home);
      return target.kind === 'local' ? `/${target.path}` : target.kind;
    };
  };

  it('is that of either environment, in any letter case of its host', async () => {
    const resolve = await open("'baseUrl' => 'http://localhost:3000'", "'baseUrl' => 'https://A.example'");
    assert.equal(resolve('https://a.EXAMPLE/x?y'), '/x');
    assert.equal(resolve('http://localhost:3000/x'), '/x');
    assert.equal(resolve('http://a.example'), '/');
    assert.equal(resolve('//a.example/x'), '/x');
    assert.equal(resolve('https://a.example.org/x'), 'remote');
  });

  it('may have a folder on its host', async () => {
    const resolve = await open('', "'baseUrl' => 'https://a.example/blog/'");
    assert.equal(resolve('https://a.example/blog/x'), '/x');
    assert.equal(resolve('https://a.example/blog'), '/');
    assert.equal(resolve('https://a.example/blogs'), 'remote');
    assert.equal(resolve('/blog/x'), '/x');
    assert.equal(resolve('/x'), '/x');
  });

  it('may end in a slash', async () => {
    const resolve = await open("'baseUrl' => '/'", "'baseUrl' => 'https://a.example/'");
    assert.equal(resolve('{{ $page->baseUrl }}x.png'), '/x.png');
    const other = await open("'baseUrl' => ''", "'baseUrl' => 'https://a.example/'");
    assert.equal(other('{{ $page->baseUrl }}x.png'), 'unknown');
  });
});
