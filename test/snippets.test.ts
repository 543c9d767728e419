import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type ParseError, parse } from 'jsonc-parser';
import { dateFormOf } from '../src/core/fields/date-form.ts';
import { fieldOf } from '../src/core/post/fields.ts';
import { parsePost } from '../src/core/post/parse-post.ts';
import { toJson } from '../src/core/post/value.ts';
import type { SitePath } from '../src/core/site/files.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const files = globSync('snippets/*', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const snippets = files.flatMap(readSnippets);

function readSnippets(file: string): readonly Snippet[] {
  const errors: ParseError[] = [];
  const contents: Record<string, Snippet> = parse(read(file), errors);
  assert.deepEqual(errors, [], file);
  return Object.values(contents);
}

const prefixesFor = (language: string): readonly string[] =>
  snippets.filter(({ scope }) => scope.split(',').includes(language)).map(({ prefix }) => prefix);

const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '03',
  CURRENT_DATE: '07',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '05',
  CURRENT_SECOND: '00',
  CURRENT_TIMEZONE_OFFSET: '+01:00',
};

/** What a snippet leaves in the file when each of its tab stops is skipped. */
function insert({ body }: Snippet): string {
  const defaults = new Map([['0', '']]);
  return [body]
    .flat()
    .join('\n')
    .replaceAll(/\$\{TM_FILENAME_BASE\/.*\/g\}/g, 'Spring tide')
    .replaceAll(/\$\{TM_SELECTED_TEXT:(.*?)\}/g, '$1')
    .replaceAll(/\$\{([A-Z_]+)\}/g, (all, name: string) => VARIABLES[name] ?? all)
    .replaceAll(/\$\{(\d+):([^{}]*)\}|\$\{(\d+)\|([^,]*).*?\|\}/g, (_, stop, text, choice, first) => {
      defaults.set(stop ?? choice, text ?? first);
      return text ?? first;
    })
    .replaceAll(/\$\{(\d+)\}|\$(\d+)/g, (all, braced, bare) => defaults.get(braced ?? bare) ?? all);
}

function only(prefix: string, language: string): Snippet {
  const found = snippets.filter((snippet) => snippet.prefix === prefix && snippet.scope.includes(language));
  assert.equal(found.length, 1, `${prefix} in ${language}`);
  return found[0] ?? assert.fail();
}

const parseText = (text: string) => parsePost('source/_posts/spring-tide.md' as SitePath, text);

describe('snippets', () => {
  it('are all contributed', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const paths = contributes.snippets.map((entry: { path: string }) => path.posix.normalize(entry.path));
    assert.deepEqual(paths.toSorted(), files.toSorted());
  });

  it('leave nothing of the snippet syntax behind, and each has a description', () => {
    for (const snippet of snippets) {
      assert.doesNotMatch(insert(snippet), /\$|undefined/, snippet.prefix);
      assert.ok(snippet.description, snippet.prefix);
    }
  });

  it('have prefixes that start with `post` or `fm`, in letters that Emmet does not read', () => {
    for (const { prefix } of snippets) assert.match(prefix, /^(?:post|fm)[a-z]*$/);
  });

  it('have prefixes that are unique in each language', () => {
    for (const language of ['markdown', 'html', 'blade', 'yaml']) {
      const prefixes = prefixesFor(language);
      assert.ok(prefixes.length > 0, language);
      assert.equal(new Set(prefixes).size, prefixes.length, language);
    }
  });

  it('offer the same parts in Markdown and in HTML', () => {
    assert.deepEqual(prefixesFor('html'), prefixesFor('markdown'));
    assert.deepEqual(prefixesFor('blade'), prefixesFor('markdown'));
  });

  it('are all in the documentation', () => {
    const documented = [...read('docs/snippets.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, prefix]) => prefix);
    assert.deepEqual(documented.toSorted(), [...new Set(snippets.map(({ prefix }) => prefix))].toSorted());
  });
});

describe('the front matter that snippets write', () => {
  for (const language of ['markdown', 'html']) {
    it(`is that of a whole post in ${language}`, () => {
      const { frontMatter } = parseText(insert(only('post', language)));
      assert.equal(frontMatter?.problem, undefined);
      assert.deepEqual(toJson(frontMatter?.data ?? null), {
        extends: '_layouts.post',
        section: 'content',
        title: 'Spring tide',
        date: Date.parse('2026-03-07T09:05:00+01:00') / 1000,
        keywords: 'first keyword, second keyword',
      });
    });
  }

  it('is a date to Jigsaw', () => {
    const post = parseText(`---\n${insert(only('fmdate', 'yaml'))}\n---\n`);
    const field = fieldOf(post, 'date') ?? assert.fail();
    assert.equal(dateFormOf(field.node, post.text), 'zoned-time');
  });

  it('is YAML, field by field, and no text ends in a line break', () => {
    for (const snippet of snippets.filter(({ scope }) => scope === 'yaml')) {
      const { frontMatter } = parseText(`---\n${insert(snippet)}\nlast: one\n---\n`);
      assert.equal(frontMatter?.problem, undefined, snippet.prefix);
      assert.ok(frontMatter && frontMatter.fields.length >= 2, snippet.prefix);
      assert.doesNotMatch(JSON.stringify(toJson(frontMatter?.data ?? null)), /\\n/, snippet.prefix);
    }
  });
});
