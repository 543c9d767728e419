import type { SitePath } from '../site/files.ts';
import { span } from '../text/span.ts';
import { parseGeneric } from './generic/front-matter.ts';
import type { Post } from './post.ts';
import { renderedBody } from './rendered.ts';
import { split } from './split.ts';
import { readSymfonyYaml } from './symfony/read-yaml.ts';

/** Whose rules a post is read by: Jigsaw's (FrontYAML and Symfony Yaml), or those that most generators share. */
export type PostDialect = 'jigsaw' | 'generic';

/**
 * What a post's text says, without any knowledge of its site. Total: every text has an answer, and none throws.
 * A byte that was not UTF-8 is told by the replacement character that decoding left in its place.
 */
export function parsePost(path: SitePath, text: string, dialect: PostDialect = 'jigsaw'): Post {
  if (dialect === 'generic') return { path, text, ...parseGeneric(text) };
  const parts = split(text);
  if (parts === undefined) {
    const body = span(0, text.length);
    return { path, text, frontMatter: undefined, body, rendered: { body, problem: undefined } };
  }
  const { opener, yaml, closer, body } = parts;
  const frontMatter = { opener, yaml, closer, ...readSymfonyYaml(text, yaml) };
  return { path, text, frontMatter, body, rendered: renderedBody(path, text, body) };
}
