import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../text/text-edit.ts';
import { rewritePath } from './rewrite-address.ts';

const cases: readonly (readonly [written: string, path: string, expected: string, old?: string])[] = [
  ['/img/a.png', '/img/b.png', '/img/b.png'],
  ['/img/a.png?v=2#top', '/pics/a.png', '/pics/a.png?v=2#top'],
  ['/img/a.png', '/a.png', '/a.png'],
  ['/a.png', '/img/new/a.png', '/img/new/a.png'],
  ['/img/a', '/img', '/img'],
  ['/img', '/img/a', '/img/a'],
  ['/blog/one/', '/blog/two/', '/blog/two/'],
  ['/blog/one/#part', '/2024/one/', '/2024/one/#part'],
  ['../one/', '../../news/one/', '../../news/one/'],
  ['{{ $page->baseUrl }}/img/a.png', '/img/b.png', '{{ $page->baseUrl }}/img/b.png'],
  ['{!! $page->baseUrl !!}/img/a.png', '/pics/a.png', '{!! $page->baseUrl !!}/pics/a.png'],
  ['/my%20img/a.png', '/my img/b c.png', '/my%20img/b%20c.png'],
  ['/my img/a.png', '/my img/b c.png', '/my img/b c.png'],
  ['/img/%C3%A4.png', '/img/ö.png', '/img/%C3%B6.png'],
  ['/img/a.png', '/img/ö.png', '/img/ö.png'],
  ['/img/a.png', "/img/50% (it's) #1.png", '/img/50%25%20%28it%27s%29%20%231.png'],
  ['/img/a.png', '/img/a:b@c,d.png', '/img/a%3Ab%40c%2Cd.png'],
  ['/img//a.png', '/img/b.png', '/img/b.png'],
  ['https://x.org/sub/blog/one/?q#f', '/blog/two/', 'https://x.org/sub/blog/two/?q#f', '/blog/one/'],
  ['//x.org/a', '/b', '//x.org/b', '/a'],
];

for (const [written, path, expected, old] of cases) {
  test(`${written} becomes ${expected}`, () => {
    const text = `![x](${written})`;
    const at = { start: 5, end: 5 + written.length };
    const edit = rewritePath(text, { address: written, span: at }, old ?? pathOf(written), path);
    assert.equal(edit && applyEdits(text, [edit]), `![x](${expected})`);
  });
}

/** The path of an address without a host, decoded. */
function pathOf(written: string): string {
  return decodeURIComponent(written.replace(/^\{.*\}/, '').replace(/[?#].*$/, ''));
}

test('a path that can’t be told from what is before it stays', () => {
  const text = 'https://x.org/a&amp;b.png';
  const written = { address: 'https://x.org/a&b.png', span: { start: 0, end: text.length } };
  assert.equal(rewritePath(text, written, '/a&b.png', '/c.png'), undefined);
});

test('an address with character references is written anew up to its query', () => {
  const text = '<a href="/a&amp;b/c.html?d&amp;e#&#102;">';
  const written = { address: '/a&b/c.html?d&e#f', span: { start: 9, end: text.length - 2 } };
  const edit = rewritePath(text, written, '/a&b/c.html', '/x/c.html');
  assert.equal(edit && applyEdits(text, [edit]), '<a href="/x/c.html?d&amp;e#&#102;">');
});

test('what is as it should be stays', () => {
  const text = '/img/%61.png';
  const written = { address: text, span: { start: 0, end: text.length } };
  assert.equal(rewritePath(text, written, '/img/a.png', '/img/a.png'), undefined);
});
