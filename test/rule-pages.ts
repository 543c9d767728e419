import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Texts } from './memory-files.ts';
import { EXAMPLE, withFrontMatter } from './rule-site.ts';

/** One page of `docs/rules/`. */
export interface RulePage {
  /** The page's path below `docs/rules/`, without extension: the rule's name. */
  readonly id: string;
  readonly title: string;
  /** What the first column of the first table says, from above. */
  readonly severities: readonly string[];
  readonly headings: readonly string[];
  readonly bad: Texts;
  readonly good: Texts;
}

const FOLDER = join(import.meta.dirname, '../docs/rules');

const markdown = new MarkdownIt();

/** Reads every rule's page. */
export function readRulePages(): readonly RulePage[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) =>
      readPage(path.slice(0, -3).replaceAll(sep, '/'), readFileSync(join(FOLDER, path), 'utf8')),
    );
}

function readPage(id: string, text: string): RulePage {
  let title = '';
  const headings: string[] = [];
  const severities: string[] = [];
  const examples = new Map<string, Texts>();
  const tokens = markdown.parse(text, {});
  tokens.forEach((token, index) => {
    const inline = tokens[index + 1]?.content ?? '';
    if (token.type === 'heading_open' && token.tag === 'h1') title = inline;
    if (token.type === 'heading_open' && token.tag === 'h2') headings.push(inline);
    if (token.type === 'td_open' && tokens[index - 1]?.type === 'tr_open') severities.push(inline);
    if (token.type === 'fence') {
      const [path, file] = exampleFile(token.info.trim(), token.content);
      const heading = headings.at(-1) ?? '';
      examples.set(heading, { ...examples.get(heading), [path]: file });
    }
  });
  return {
    id,
    title,
    severities,
    headings,
    bad: examples.get('Bad') ?? {},
    good: examples.get('Good') ?? {},
  };
}

/**
 * A fence as a file: a path after the language says which; without one `md` is a whole post, and `html` or
 * `markdown-body` is the body of one; after `http` stands an address, and in the fence what its server answers.
 */
function exampleFile(info: string, content: string): [path: string, text: string] {
  const [language, path] = info.split(/\s+/);
  if (path) return [path, content];
  return [EXAMPLE, language === 'md' ? content : withFrontMatter(content)];
}
