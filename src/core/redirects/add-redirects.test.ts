import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../text/text-edit.ts';
import { addRedirects } from './add-redirects.ts';
import { type RedirectSettings, redirectFormatOf } from './formats.ts';
import type { Redirect } from './redirect-format.ts';

type Format = NonNullable<RedirectSettings['format']>;

function added(text: string, format: Format, ...redirects: readonly Redirect[]): string | undefined {
  const edit = addRedirects(text, redirectFormatOf({ file: 'r', format }), redirects);
  if (edit === undefined) return undefined;
  return edit === null ? text : applyEdits(text, [edit]);
}

const FORMATS = ['netlify', 'apache', 'nginx', 'vercel', 'json', 'yaml'] as const;

const move: Redirect = { from: '/blog/a', to: '/blog/b' };

describe('a file of redirects', () => {
  for (const [format, before, after] of [
    ['netlify', '', '/blog/a /blog/b 301\n'],
    ['netlify', '# ours\n/x /y', '# ours\n/x /y\n/blog/a /blog/b 301\n'],
    [
      'netlify',
      '/x /y 301\r\n/blog/* /:splat\r\n',
      '/x /y 301\r\n/blog/a /blog/b 301\r\n/blog/* /:splat\r\n',
    ],
    ['netlify', '/blog/a/ /elsewhere 302 # why\n', '/blog/a/ /blog/b 302 # why\n'],
    ['apache', 'RewriteEngine On\n', 'RewriteEngine On\nRedirectMatch 301 "^/blog/a/?$" "/blog/b"\n'],
    ['apache', 'Redirect 301 /blog/a /x\n', 'Redirect 301 /blog/a /blog/b\n'],
    [
      'nginx',
      'map $uri $to {\n  default "";\n}\n',
      'map $uri $to {\n  default "";\n  "~^/blog/a/?$" "/blog/b";\n}\n',
    ],
    ['nginx', '/x /y;\n', '/x /y;\n"~^/blog/a/?$" "/blog/b";\n'],
    ['yaml', '# old: new\n/x: /y\n', '# old: new\n/x: /y\n/blog/a: /blog/b\n'],
    ['json', '', '{\n  "/blog/a": "/blog/b"\n}\n'],
    ['json', '{\n\t"/x": "/y"\n}\n', '{\n\t"/x": "/y",\n\t"/blog/a": "/blog/b"\n}\n'],
    [
      'vercel',
      '{\n  "cleanUrls": true\n}\n',
      '{\n  "cleanUrls": true,\n  "redirects": [\n    {\n      "source": "/blog/a",\n      "destination": "/blog/b",\n      "permanent": true\n    }\n  ]\n}\n',
    ],
  ] as const) {
    it(`of ${format}: ${JSON.stringify(before)}`, () => {
      assert.equal(added(before, format, move), after);
      assert.equal(added(after, format, move), after, 'nothing is added twice');
    });
  }

  for (const format of FORMATS) {
    it(`of ${format} leads in one step, and in no circle`, () => {
      const once = added('', format, { from: '/a.x', to: '/b' }) ?? '';
      const twice = added(once, format, { from: '/b', to: '/c/' }) ?? '';
      const direct = added(added('', format, { from: '/a.x', to: '/c/' }) ?? '', format, {
        from: '/b',
        to: '/c/',
      });
      assert.equal(twice, direct);
      const back = added(twice, format, { from: '/c/', to: '/b' }) ?? '';
      const one = added(added('', format, { from: '/a.x', to: '/b' }) ?? '', format, {
        from: '/c/',
        to: '/b',
      });
      assert.equal(back, one);
      const home = added(once, format, { from: '/b', to: '/a.x' });
      assert.equal(home, added('', format, { from: '/b', to: '/a.x' }));
    });
  }

  it('gets nothing for two pages that change places', () => {
    assert.equal(added('/x /y\n', 'netlify', { from: '/a', to: '/b' }, { from: '/b', to: '/a' }), '/x /y\n');
  });

  it('that is something else stays as it is', () => {
    assert.equal(added('[1]', 'json', move), undefined);
    assert.equal(added('{ "a": ', 'json', move), undefined);
    assert.equal(added('{"redirects": {}}', 'vercel', move), undefined);
    assert.equal(added('redirects:\n  - from: /a\n', 'yaml', move), undefined);
  });

  it('is known by its name', () => {
    const names = ['static/_redirects', '.htaccess', 'map.conf', 'vercel.json', 'r.json', 'r.yml'];
    assert.deepEqual(
      names.map((file) => redirectFormatOf({ file })),
      FORMATS.map((format) => redirectFormatOf({ file: 'r.txt', format })),
    );
  });
});
