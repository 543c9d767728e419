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

  for (const [format, text] of [
    ['netlify', '[build]\n  publish = "build"\n'],
    ['netlify', '# Hi\n\nA text.\n'],
    ['apache', '[build]\n'],
    ['apache', 'publish = "build"\n'],
    ['apache', '{ "a": "b" }\n'],
    ['nginx', 'server {\n  listen 80;\n}\n'],
    ['nginx', 'geo $a {\n  default 0;\n}\n'],
    ['nginx', 'map $uri $to { /x /y; }\n'],
    ['json', '[1]'],
    ['json', '{ "a": '],
    ['json', '{ "hosting": { "public": "x" } }'],
    ['vercel', '{"redirects": {}}'],
    ['yaml', 'redirects:\n  - from: /a\n'],
    ['yaml', '/blog/a:\n'],
  ] as const) {
    it(`of ${format} that is something else stays as it is: ${JSON.stringify(text)}`, () => {
      assert.equal(added(text, format, move), undefined);
    });
  }

  for (const [format, text] of [
    [
      'netlify',
      '# ours\r\n\r\nhttps://old.example.org/* https://example.org/:splat 301!\r\n/* /404.html 404\r\n',
    ],
    ['apache', 'Options -Indexes\n<IfModule mod_rewrite.c>\n  RewriteRule ^a$ \\\n    /b [L]\n</IfModule>\n'],
    [
      'nginx',
      '# ours\nmap_hash_bucket_size 128;\nmap $uri $to {\n  hostnames;\n  default "";\n  /x /y; # why\n}\n',
    ],
  ] as const) {
    it(`of ${format} takes one more, whatever else is in it`, () => {
      const after = added(text, format, move);
      assert.ok(after !== undefined && after !== text);
      assert.equal(added(after, format, move), after);
    });
  }

  for (const [format, first] of [
    ['netlify', '/blog/* /news/:splat'],
    ['apache', 'RedirectMatch 301 "^/blog/(.*)$" "/news/$1"'],
    ['apache', 'Redirect 301 /blog /news'],
    ['nginx', '"~^/blog/" "/news";'],
  ] as const) {
    it(`of ${format} gets a rule in front of one that would take its address: ${first}`, () => {
      const after = added(`${first}\n`, format, move) ?? '';
      assert.ok(after.includes('/blog/b') && after.indexOf('/blog/b') < after.indexOf('/news'), after);
    });
  }

  it('of vercel gets a rule in front of one that would take its address', () => {
    const rules = [
      { source: '/x', destination: '/y' },
      { source: '/blog/:path*', destination: '/news/:path*' },
    ];
    const after = added(JSON.stringify({ redirects: rules }), 'vercel', move);
    assert.deepEqual(JSON.parse(after ?? ''), {
      redirects: [rules[0], { source: '/blog/a', destination: '/blog/b', permanent: true }, rules[1]],
    });
  });

  it('of vercel keeps what is for some readers only', () => {
    const has = [{ type: 'host', value: 'de.example.org' }];
    const rules = ['/blog/a', '/blog/b'].map((source) => ({ source, has, destination: '/de' }));
    const after = added(JSON.stringify({ redirects: rules }), 'vercel', move);
    const general = { source: '/blog/a', destination: '/blog/b', permanent: true };
    assert.deepEqual(JSON.parse(after ?? ''), { redirects: [...rules, general] });
  });

  for (const format of FORMATS) {
    it(`of ${format} writes an address with a space once, and as browsers ask for it`, () => {
      const once = added('', format, { from: '/my post', to: '/my other' }) ?? '';
      assert.ok(once.includes('/my%20other'), once);
      assert.equal(added(once, format, { from: '/my post', to: '/my other' }), once);
      assert.ok(added(once, format, { from: '/my other', to: '/c' })?.includes('/c'));
    });
  }

  it('of netlify has no spaces in an address', () => {
    assert.equal(added('', 'netlify', { from: '/my post', to: '/b' }), '/my%20post /b 301\n');
  });

  it('is known by its name', () => {
    const names = ['static/_redirects', '.htaccess', 'map.conf', 'vercel.json', 'r.json', 'r.yml'];
    assert.deepEqual(
      names.map((file) => redirectFormatOf({ file })),
      FORMATS.map((format) => redirectFormatOf({ file: 'r.txt', format })),
    );
  });
});
