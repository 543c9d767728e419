import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePost } from '../post/parse-post.ts';
import type { MarkdownDialect } from '../render/dialect.ts';
import type { SitePath } from '../site/files.ts';
import { slice } from '../text/span.ts';
import { type PostSymbol, symbolsOf } from './symbols.ts';

/** The outline as lines: a field with its value, a heading in brackets; what is below something is indented. */
function outline(text: string, dialect: MarkdownDialect | undefined): readonly string[] {
  const post = parsePost('source/_posts/a.md' as SitePath, text);
  const lines = (symbols: readonly PostSymbol[], indent: string): string[] =>
    symbols.flatMap(({ kind, name, detail, span, nameSpan, children }) => {
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, `${name} holds its name`);
      if (kind === 'field') assert.equal(slice(text, nameSpan), name);
      const line = kind === 'field' ? `${name}: ${detail}`.trim() : `<${name}>`;
      return [indent + line, ...lines(children, `${indent}  `)];
    });
  return lines(symbolsOf(post, dialect), '');
}

describe('symbols', () => {
  it('the fields of the front matter, with their values in short', () => {
    const long = 'word '.repeat(20).trim();
    const text = `---\ntitle: A\ncard:\n  image: /a.png\ntext: >\n  ${long}\n---\nText.\n`;
    assert.deepEqual(outline(text, 'markdown-extra'), [
      'title: A',
      'card:',
      '  image: /a.png',
      'text: word word word word word word word word word word word word…',
    ]);
  });

  it('the headings of a body in HTML, each with those below it', () => {
    const text =
      '<h1>One &amp; <em>only</em></h1>\n<h2>First</h2><p>x</p><h3>Inner</h3><h2>Second</h2><h1>Two</h1>';
    assert.deepEqual(outline(text, undefined), [
      '<One & only>',
      '  <First>',
      '    <Inner>',
      '  <Second>',
      '<Two>',
    ]);
  });

  it('a heading that starts with a lower level', () => {
    assert.deepEqual(outline('<h3>A</h3><h2>B</h2>', undefined), ['<A>', '<B>']);
  });

  it('template text in a heading is shown as it is', () => {
    assert.deepEqual(outline('<h1>{{ $page->title }}</h1>', undefined), ['<{{ $page->title }}>']);
  });

  for (const dialect of ['markdown-extra', 'commonmark'] as const) {
    it(`of Markdown only the headings in HTML, not those in code (${dialect})`, () => {
      const text =
        '# Markdown\n\n<h2>Real</h2>\n\n`<h2>inline</h2>`\n\n```html\n<h2>code</h2>\n```\n\n<div>\n<h3>Inner</h3>\n</div>\n';
      assert.deepEqual(outline(text, dialect), ['<Real>', '  <Inner>']);
    });
  }

  it('a heading that nothing closes, an empty one, and no text at all', () => {
    assert.deepEqual(outline(`<h1>${'a'.repeat(500)}`, undefined), [`<${'a'.repeat(200)}>`]);
    assert.deepEqual(outline('<h1></h1>', undefined), ['<…>']);
    assert.deepEqual(outline('', undefined), []);
  });
});
