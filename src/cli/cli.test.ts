import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('../../test/fixtures', import.meta.url));
const seed = 'source/_posts/us-blames-iran.md';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
after(() => rmSync(folder, { recursive: true }));

/** A folder with these files, below the tests' own. */
function folderWith(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  mkdirSync(join(folder, name), { recursive: true });
  return join(folder, name);
}

function copydesk(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) };
}

const newsroom = folderWith('newsroom', {});
cpSync(join(fixtures, 'newsroom'), newsroom, { recursive: true });

test('check finds the one error of the sample site', () => {
  const { status, json } = copydesk(newsroom, 'check', '--format', 'json');
  const { version, posts, problems } = json();
  assert.equal(status, 1);
  assert.equal(version, 1);
  assert.equal(posts, 26);
  const errors = problems.filter(({ severity }: { severity: string }) => severity !== 'information');
  assert.deepEqual(
    errors.map(({ message, ...rest }: { message: string }) => rest),
    [
      {
        file: seed,
        start: { line: 32, column: 1 },
        end: { line: 32, column: 13 },
        rule: 'image/no-source',
        severity: 'error',
        effect: 'reader-sees',
        fixable: true,
      },
    ],
  );
});

test('check takes files, folders and the working folder, and counts a post once', () => {
  assert.equal(copydesk(newsroom, 'check', '--format', 'json', seed, 'source/_posts').json().posts, 15);
  assert.equal(copydesk(folder, 'check', '--format', 'json', 'newsroom').json().posts, 26);
  assert.equal(
    copydesk(join(newsroom, 'source/_posts'), 'check', '--format=json', '.').json().problems[0].file,
    'us-blames-iran.md',
  );
});

test('the exit code is 0 without errors and 2 when check could not run', () => {
  assert.equal(copydesk(newsroom, 'check', 'source/_posts/lantern-night.md').status, 0);
  for (const args of [
    ['check', 'nowhere'],
    ['check', '--format', 'xml'],
    ['check', '--loud'],
    ['polish'],
    [],
    ['inspect'],
    ['inspect', 'nowhere.md'],
  ]) {
    const { status, stdout, stderr } = copydesk(newsroom, ...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /^copydesk: \S.*[.:]/);
  }
});

test('the text format names file, place, words and rule', () => {
  const { stdout } = copydesk(newsroom, 'check');
  assert.match(stdout, /^source\/_posts\/us-blames-iran\.md$/m);
  assert.match(stdout, /^ {2}32:1 +error {2}This image has no source.* {2}image\/no-source$/m);
  assert.match(stdout, /26 files checked \(4 in authors, 15 in posts, 6 in sections, 1 page\): 1 error/);
});

test('the environment decides which config counts', () => {
  const site = folderWith('env', {
    'config.php': "<?php return ['collections' => ['posts' => []]];",
    'config.production.php': "<?php return ['collections' => ['posts' => ['extends' => '_layouts.gone']]];",
    'source/_layouts/post.blade.php': "@yield('content')",
    'source/_posts/a.md': '---\ntitle: A\ndate: 2025-01-01\nkeywords: a\n---\n',
  });
  const rules = (...args: readonly string[]) =>
    copydesk(site, 'check', '--format', 'json', ...args)
      .json()
      .problems.map(({ rule }: { rule: string }) => rule);
  assert.ok(!rules().includes('layout/not-found'));
  assert.ok(rules('--env', 'production').includes('layout/not-found'));
});

test('an environment without a config of its own is said', () => {
  const { status, stderr } = copydesk(
    newsroom,
    'check',
    '--env',
    'prodution',
    'source/_posts/lantern-night.md',
  );
  assert.equal(status, 0);
  assert.match(stderr, /no config\.prodution\.php/);
  assert.equal(copydesk(newsroom, 'check', 'source/_posts/lantern-night.md').stderr, '');
});

test('links to files are read, and links to folders aren’t entered', () => {
  const site = folderWith('links', {
    'config.php': "<?php return ['collections' => ['posts' => []]];",
    'real/_posts/a.md': '---\ntitle: A\n---\n',
    'texts/b.md': '---\ntitle: B\n---\n',
  });
  symlinkSync('real', join(site, 'source'));
  symlinkSync('../../texts/b.md', join(site, 'real/_posts/b.md'));
  symlinkSync('gone.md', join(site, 'real/_posts/c.md'));
  symlinkSync('..', join(site, 'real/_posts/circle'));
  assert.deepEqual(copydesk(site, 'check', '--format', 'json').json().collections, { posts: 2 });
});

test('only what is built has outputs', () => {
  const site = folderWith('outputs', {
    'config.php': "<?php return ['collections' => ['posts' => ['filter' => fn ($post) => $post->ready]]];",
    'source/_layouts/post.blade.php': "@yield('content')",
    'source/_posts/_draft.md': '---\nextends: _layouts.post\nready: true\n---\n',
    'source/_posts/late.md': '---\nextends: _layouts.post\nready: false\n---\n',
    'source/_posts/now.md': '---\nextends: _layouts.post\nready: true\n---\n',
    'source/About.MD': '---\ntitle: A\n---\n',
  });
  const pathOf = (file: string) => copydesk(site, 'inspect', `source/${file}`).json().outputPath;
  assert.equal(pathOf('_posts/_draft.md'), null);
  assert.equal(pathOf('_posts/late.md'), null);
  assert.equal(pathOf('_posts/now.md'), 'posts/now/index.html');
  assert.equal(pathOf('About.MD'), 'About.MD');
});

test('only a problem that an edit of the file mends is fixable', () => {
  const site = folderWith('fixable', {
    'config.php': "<?php return ['collections' => ['posts' => []]];",
    'copydesk.json': '{ "required": ["author"] }',
    'source/_layouts/post.blade.php': "@yield('content')",
    'source/_posts/a.md': '---\nextends: _layouts.post\ntitle: [A]\n---\nText.',
  });
  const { problems } = copydesk(site, 'check', '--format', 'json').json();
  const fixable = new Map(
    problems.map(({ rule, fixable }: { rule: string; fixable: boolean }) => [rule, fixable]),
  );
  assert.equal(fixable.get('front-matter/missing-field'), false);
  assert.equal(fixable.get('front-matter/not-text'), true);
});

test('inspect prints what is known of a post', () => {
  const post = copydesk(newsroom, 'inspect', 'source/_posts/lantern-night.md').json();
  assert.deepEqual(Object.keys(post), [
    ...[
      'file',
      'site',
      'collection',
      'frontMatter',
      'extends',
      'section',
      'layouts',
      'sections',
      'outputPath',
      'url',
    ],
    ...['body', 'html', 'unknown', 'problems'],
  ]);
  assert.equal(post.file, 'source/_posts/lantern-night.md');
  assert.equal(post.site, '.');
  assert.equal(post.collection, 'posts');
  assert.equal(post.frontMatter.date, 1760745600);
  assert.deepEqual(post.frontMatter.sections, ['culture']);
  assert.deepEqual(post.layouts, ['source/_layouts/post.blade.php', 'source/_layouts/main.blade.php']);
  assert.deepEqual(post.sections.slice(0, 2), ['content', 'aside']);
  assert.equal(post.outputPath, 'stories/2025/10/lantern-night/index.html');
  assert.equal(post.url, '/stories/2025/10/lantern-night');
  assert.match(post.body, /^For three autumns/);
  assert.match(post.html, /^<p>For three autumns/);
  assert.deepEqual(post.unknown, []);
});

test('what isn’t a site or a post is said, not stumbled over', () => {
  const plain = folderWith('plain', {
    'readme.md': '# Hello\n',
    'lone.md': '---\nextends: _layouts.post\ntitle: A\n---\n<img alt="">\n',
    'empty.md': '',
    'bytes.md': new Uint8Array([0xff, 0xfe, 0x00, 0x2d, 0x2d, 0x2d]),
  });
  const nothing = copydesk(plain, 'check', 'readme.md', 'empty.md', 'bytes.md');
  assert.equal(nothing.status, 0);
  assert.match(nothing.stderr, /No posts/);
  assert.equal(copydesk(plain, 'check', '--format', 'json').json().posts, 0);
  const lone = copydesk(plain, 'check', '--format', 'json', 'lone.md').json();
  assert.equal(lone.posts, 1);
  assert.deepEqual(
    new Set(lone.problems.map(({ rule }: { rule: string }) => rule)),
    new Set(['front-matter/missing-field', 'image/no-source']),
  );
  const inspected = copydesk(plain, 'inspect', 'lone.md').json();
  assert.equal(inspected.site, null);
  assert.equal(inspected.frontMatter.title, 'A');
  for (const file of ['empty.md', 'bytes.md', 'readme.md'])
    assert.equal(copydesk(plain, 'inspect', file).status, 0);
});

test('a post of 20 MB is answered', () => {
  const site = folderWith('large', {
    'config.php': "<?php return ['collections' => ['posts']];",
    'source/_layouts/post.blade.php': "@yield('content')",
    'source/_posts/a.md': `---\nextends: _layouts.post\ntitle: A\ndate: 2025-01-01\nkeywords: a\n---\n${'A line of text with ![an image](/x.png).\n'.repeat(500_000)}`,
  });
  const { status, json } = copydesk(site, 'check', '--format', 'json');
  assert.equal(status, 1);
  assert.ok(json().problems.length > 0);
});

test('front matter in JavaScript runs nothing', () => {
  const site = folderWith('javascript', {
    'copydesk.json': '{}',
    'a.md': '---js\n{ title: require("fs").writeFileSync("ran", "") }\n---\nText\n',
  });
  const { status, json } = copydesk(site, 'check', '--format', 'json');
  assert.equal(status, 0);
  const [problem] = json().problems;
  assert.equal(problem.rule, 'front-matter/syntax');
  assert.equal(problem.severity, 'information');
  assert.match(problem.message, /written in JavaScript/);
  assert.throws(() => cpSync(join(site, 'ran'), join(site, 'copy')));
});
