import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressMatcher } from './address-pattern.ts';
import { hostReaderOf, redirectFormatOf } from './formats.ts';
import type { RedirectReader } from './redirect-format.ts';

const named = (file: string): RedirectReader => hostReaderOf(file) ?? redirectFormatOf({ file });

const cases: readonly (readonly [file: string, text: string, paths: string, others: string])[] = [
  [
    '_redirects',
    '# Moved\n/old/* /posts/:splat 301\n/gone /posts 302 # why\n/* /404 404\n',
    'old/1 gone',
    'no',
  ],
  ['_redirects', '/store id=:id /blog/:id 301\n/one\nhttps://a.net/x /y\n', 'store one', 'x blog'],
  [
    'netlify.toml',
    '[build]\n  publish = "x"\n[[redirects]]\n  from = "/old/:id"\n  to = "/x"\n[[redirects]]\n  from = "/*"\n  status = 404\n',
    'old/1',
    'no',
  ],
  [
    '.htaccess',
    'RewriteRule ^(.*)$ https://keeper.example/$1 [R=301]\nRewriteRule ^old/(.*)$ /posts/$1\nRedirect 301 /gone /\nRewriteRule "^\\." - [F]\n',
    'old/1 gone gone/1',
    'no .x',
  ],
  [
    '.htaccess',
    'RedirectMatch 301 "^/blog/a\\.b/?$" "/blog/b"\nRedirectTemp /t /u',
    'blog/a.b t',
    'blog/axb u',
  ],
  ['.htaccess', 'RedirectMatch ^/\\d+$ /x\nRedirectMatch gone ^/(a|b)$', '12 a', 'd x'],
  ['.htaccess', 'RewriteRule !\\.(css|js)$ /index.php [L]', 'any', ''],
  [
    'vercel.json',
    '{"redirects": [{"source": "/old/:path*", "destination": "/"}], "rewrites": [{"source": "/gone", "destination": "/"}], "x": [{"source": "/no"}]}',
    'old/1/2 gone',
    'no',
  ],
  ['vercel.json', '{"routes": [{"src": "/old/(.*)", "dest": "/$1"}]}', 'old/1', 'very/old/1'],
  [
    'firebase.json',
    '{"hosting": {"redirects": [{"regex": "^/a\\\\d$", "destination": "/"}, {"source": "/old/**"}]}}',
    'a1 old/1/2',
    'ab',
  ],
  ['staticwebapp.config.json', '{"routes": [{"route": "/old/*", "redirect": "/"}]}', 'old/1', 'no'],
  [
    'redirects.map',
    'map $uri $to {\n  default "";\n  /old /new;\n  "~^/a\\.b/?$" "/b";\n  ~*^/CAPS /x;\n}\n',
    'old a.b caps',
    'new axb',
  ],
  [
    'redirects.yml',
    "# ours\n---\n/old: /new\n'/a b': '/c' # why\n\"/q\":   https://a.net\n/w/*: /x\n",
    'old q w/1',
    'new a x',
  ],
  ['redirects.json', '{ "/old": "/new", "/w/*": "/x", "n": 1 }', 'old w/1', 'new n'],
];

describe('what a host’s file redirects', () => {
  for (const [file, text, paths, others] of cases) {
    it(`${file}: ${paths}`, () => {
      const takes = addressMatcher((named(file).read(text) ?? []).map(({ from }) => from));
      const list = (each: string) => each.split(' ').filter((path) => path !== '');
      assert.deepEqual(list(paths).filter(takes), list(paths));
      assert.deepEqual(list(others).filter(takes), []);
    });
  }

  for (const [file, text] of [
    ['redirects.json', '["/a"]'],
    ['vercel.json', '{"redirects": {"source": "/a"}}'],
    ['vercel.json', '{"redirects": [{"source": "/a"}'],
    ['firebase.json', '['.repeat(1000)],
  ] as const) {
    it(`${file} that is something else: ${text.slice(0, 20)}`, () => {
      assert.equal(named(file).read(text), undefined);
    });
  }
});
