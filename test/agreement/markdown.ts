import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { parsePost } from '../../src/core/post/parse-post.ts';
import { escapeBlade } from '../../src/core/render/blade.ts';
import type { MarkdownDialect } from '../../src/core/render/dialect.ts';
import { parserOf } from '../../src/core/render/parser.ts';
import { renderBody } from '../../src/core/render/render.ts';
import { sitePath } from '../../src/core/site/files.ts';
import { slice } from '../../src/core/text/span.ts';
import { normalised, normalisedBlocks } from './markdown-dom.ts';

interface Variant {
  readonly html: string;
}

/** A snippet, and what stood on the page of a real build. */
interface Case extends Partial<Variant> {
  readonly name: string;
  readonly markdown: string;
  /** What the Markdown parser made of it, where Blade and PHP changed that or died of it. */
  readonly markdownHtml?: string;
  readonly shortOpenTagOff?: Variant;
  readonly commonmark239?: Variant;
}

export interface Disagreement {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

export interface Agreement {
  readonly equal: number;
  readonly of: number;
  /** Cases that no page shows anything of. */
  readonly unrenderable: number;
  readonly disagreements: readonly Disagreement[];
}

const goldens: Readonly<Record<MarkdownDialect, URL>> = {
  'markdown-extra': new URL('../golden/markdown-extra.json', import.meta.url),
  commonmark: new URL('../golden/markdown-commonmark.json', import.meta.url),
};

/** Compares, as documents, what is rendered of every snippet with what Jigsaw rendered of it as the body of a post. */
export function markdownAgreement(dialect: MarkdownDialect, golden: URL = goldens[dialect]): Agreement {
  const cases: readonly Case[] = JSON.parse(readFileSync(golden, 'utf8'));
  const disagreements: Disagreement[] = [];
  let unrenderable = 0;
  for (const { name, markdown, html, markdownHtml, shortOpenTagOff, commonmark239 } of cases) {
    const body = bodyOf('source/_posts/story.md', `---\nextends: _layouts.post\n---\n\n${markdown}`);
    if (html === undefined && markdownHtml === undefined) {
      unrenderable++;
      continue;
    }
    // Where the build dies behind the Markdown parser, it is what that made that counts.
    const actual =
      html === undefined ? parserOf(dialect).render(escapeBlade(body)) : renderBody(body, dialect);
    const accepted = [html ?? markdownHtml, shortOpenTagOff?.html, commonmark239?.html];
    const isEqual = accepted.some((one) => one !== undefined && normalised(one) === normalised(actual));
    if (!isEqual) disagreements.push({ name, expected: html ?? markdownHtml ?? '', actual });
  }
  const of = cases.length - unrenderable;
  return { equal: of - disagreements.length, of, unrenderable, disagreements };
}

/** What of a post's text is rendered. */
function bodyOf(path: string, text: string): string {
  const file = sitePath(path);
  if (file === undefined) throw new RangeError(`${path} is outside of the site`);
  return slice(text, parsePost(file, text).rendered.body);
}

const newsroom = new URL('../fixtures/newsroom/', import.meta.url);

/** Compares the bodies of the newsroom's Markdown posts with its real build. */
export function newsroomAgreement(): Agreement {
  const posts = readdirSync(new URL('source/_posts/', newsroom)).filter((name) => name.endsWith('.md'));
  const pages = builtPages();
  const disagreements: Disagreement[] = [];
  for (const name of posts) {
    const text = readFileSync(new URL(`source/_posts/${name}`, newsroom), 'utf8');
    const expected = pages.get(name.replace(/(?:\.blade)?\.md$/, '')) ?? '';
    const blade = name.endsWith('.blade.md');
    const actual = renderBody(bodyOf(`source/_posts/${name}`, text), 'markdown-extra', { blade });
    const isEqual = blade ? isStaticPartOf(actual, expected) : normalised(actual) === normalised(expected);
    if (!isEqual) disagreements.push({ name, expected, actual });
  }
  return { equal: posts.length - disagreements.length, of: posts.length, unrenderable: 0, disagreements };
}

/** The bodies on the built pages, by the slug of their post. */
function builtPages(): ReadonlyMap<string, string> {
  const folder = new URL('build_local/stories/', newsroom);
  const pages = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const [, slug] = /([^/\\]+)[/\\]index\.html$/.exec(file) ?? [];
    if (slug === undefined) continue;
    const page = readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8');
    const body = innerOf(page, 'prose');
    if (body !== undefined) pages.set(slug, body);
  }
  return pages;
}

/** The HTML inside of the first element of a class. */
function innerOf(html: string, className: string): string | undefined {
  type Node = ReturnType<typeof parseDocument>['children'][number];
  const find = (nodes: readonly Node[]): string | undefined => {
    for (const node of nodes) {
      if (!('children' in node)) continue;
      const { attribs = {}, children } = node as typeof node & { attribs?: Record<string, string> };
      const [first, last] = [children[0], children.at(-1)];
      if (attribs['class']?.split(' ').includes(className) === true) {
        return html.slice(first?.startIndex ?? 0, (last?.endIndex ?? -1) + 1);
      }
      const found = find(children);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(parseDocument(html, { withStartIndices: true, withEndIndices: true }).children);
}

/** Whether all blocks that Blade has no part in are on the page. */
function isStaticPartOf(rendered: string, page: string): boolean {
  const built = new Set(normalisedBlocks(page));
  const still = normalisedBlocks(rendered).filter((block) => !/\{\{|\{!!|@/.test(block));
  return still.length > 0 && still.every((block) => built.has(block));
}
