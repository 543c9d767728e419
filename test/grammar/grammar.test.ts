import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { getVSCodeTokens, renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index.js';
import {
  parseGrammarTestCase,
  runGrammarTestCase,
  type TestFailure,
} from 'vscode-tmgrammar-test/dist/unit/index.js';
import { withCopydesk, withoutCopydesk } from './registry.ts';

// The base grammars embed dozens of languages that no post here is written in.
mock.method(console, 'warn', () => {});

const root = path.join(import.meta.dirname, '../..');
const fixtures = path.join(root, 'test/fixtures/grammar');

const MARKDOWN = 'text.html.markdown';
const HTML = 'text.html.derivative';
const PHP = 'text.html.php';

/** The grammar that VS Code chooses for a file, by the end of its name. */
function grammarOf(file: string): string {
  if (file.endsWith('.php')) return PHP;
  return file.endsWith('.html') ? HTML : MARKDOWN;
}

const read = (file: string): string => readFileSync(file, 'utf8');

/** One line a token: where it is and what it is, without the scope that only says that this is a post. */
async function tokens(registry: typeof withCopydesk, grammar: string, text: string): Promise<string[]> {
  const lines = await getVSCodeTokens(registry, grammar, text);
  return lines.map(({ src, tokens }) => {
    const places = tokens.map(({ startIndex, endIndex, scopes }) => {
      const own = scopes.filter((scope) => !scope.startsWith('meta.post.'));
      return `${startIndex}-${endIndex} ${own.join(' ')}`;
    });
    return `${src}\n  ${places.join('\n  ')}`;
  });
}

function describeFailure({ line, start, end, missing, unexpected, actual }: TestFailure): string {
  const wrong = [...missing.map((scope) => `no ${scope}`), ...unexpected.map((scope) => `has ${scope}`)];
  return `line ${line + 1}, ${start}-${end}: ${wrong.join(', ')} (${actual.join(' ')})`;
}

describe('snapshots of posts', () => {
  for (const file of globSync('posts/*', { cwd: fixtures }).filter((file) => !file.endsWith('.snap'))) {
    it(path.basename(file), async (test) => {
      const lines = await getVSCodeTokens(withCopydesk, grammarOf(file), read(path.join(fixtures, file)));
      test.assert.fileSnapshot(`${renderSnap(lines)}\n`, path.join(fixtures, `${file}.snap`), {
        serializers: [(value) => value],
      });
    });
  }
});

describe('scopes', () => {
  for (const file of globSync('assertions/*', { cwd: fixtures })) {
    const test = parseGrammarTestCase(read(path.join(fixtures, file)));
    it(`${path.basename(file)}: ${test.metadata.description}`, async () => {
      const failures = await runGrammarTestCase(withCopydesk, test);
      assert.deepEqual(failures.map(describeFailure), []);
    });
  }
});

describe('the built-in grammars', () => {
  const BLADE = /\{\{|\{!!|@\w/;

  const documents = [
    ...globSync('test/fixtures/newsroom/{source,build_local}/**/*.{md,html}', { cwd: root }).map(
      (file) => [grammarOf(file), read(path.join(root, file))] as const,
    ),
    ...['markdown-extra', 'markdown-commonmark'].flatMap((name) => {
      const golden: { markdown: string }[] = JSON.parse(read(`${root}/test/golden/${name}.json`));
      return golden.map(({ markdown }) => [MARKDOWN, markdown] as const);
    }),
  ];

  it('colour a post without Blade as they would without Copydesk', async () => {
    const plain = documents.filter(([, text]) => !BLADE.test(text));
    assert.ok(plain.length > 100);
    for (const [, text] of plain) {
      const post = text.startsWith('---') ? text : `---\ntitle: Post\n---\n${text}`;
      assert.deepEqual(
        await tokens(withCopydesk, MARKDOWN, post),
        await tokens(withoutCopydesk, MARKDOWN, post),
      );
    }
  });

  it('colour what is no post as they would without Copydesk, Blade or not', async () => {
    const others = documents.filter(([, text]) => !text.startsWith('---'));
    assert.ok(others.length > 100);
    for (const [grammar, text] of others) {
      const actual = await getVSCodeTokens(withCopydesk, grammar, text);
      assert.deepEqual(actual, await getVSCodeTokens(withoutCopydesk, grammar, text));
    }
  });

  it('colour the front matter of the seed post, opened with `--- `, to its end', async () => {
    const text = read(`${root}/test/fixtures/newsroom/source/_posts/us-blames-iran.md`);
    const lines = await getVSCodeTokens(withCopydesk, MARKDOWN, text);
    const end = text.split('\n').indexOf('--- ', 1);
    assert.ok(end > 0);
    for (const [index, { src, tokens }] of lines.entries()) {
      const inside = tokens.every(({ scopes }) => scopes.includes('meta.embedded.block.frontmatter'));
      assert.equal(inside, index > 0 && index < end, src);
    }
  });
});

describe('what is never closed', () => {
  const opener = fc.constantFrom(
    '{{',
    '{!!',
    '{{ oops',
    '{!! oops',
    '{{ f(',
    '{{ "',
    '{{ f([',
    "@include('x', [",
    '@if (',
  );
  const junk = fc.constantFrom(
    "it's",
    '"',
    '/*',
    '(',
    '[',
    'a => b,',
    '}',
    ')',
    '{{',
    '@if(',
    '**',
    '_',
    '{{ $a }}',
  );
  const stray = fc.array(
    fc.tuple(fc.constantFrom('', '  ', 'Text ', '- ', '> ', '# '), opener, fc.array(junk, { maxLength: 3 })),
    { minLength: 1, maxLength: 4 },
  );

  for (const [grammar, last] of [
    [MARKDOWN, '# A **bold** heading, `code` and <b>tag</b>'],
    [HTML, '<b class="x">tag</b> &amp; text'],
    [PHP, '<b class="x">tag</b> <?php echo 1; ?>'],
  ] as const) {
    it(`ends at a blank line in ${grammar}`, async () => {
      await fc.assert(
        fc.asyncProperty(stray, async (lines) => {
          const text = lines.map(([indent, open, rest]) => `${indent}${open} ${rest.join(' ')}`).join('\n');
          const post = `---\ntitle: Post\n---\n${text}\n\n${last}`;
          const [expected] = await tokens(withoutCopydesk, grammar, last);
          assert.equal((await tokens(withCopydesk, grammar, post)).at(-1), expected);
        }),
      );
    });
  }
});
