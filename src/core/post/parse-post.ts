import type { SitePath } from '../site/files.ts';
import { span } from '../text/span.ts';
import { parseGeneric } from './generic/front-matter.ts';
import type { Post } from './post.ts';
import { split } from './split.ts';
import { readSymfonyYaml } from './symfony/read-yaml.ts';

/** Whose rules a post is read by: Jigsaw's (FrontYAML and Symfony Yaml), or those that most generators share. */
export type PostDialect = 'jigsaw' | 'generic';

/** What a post's text says. Total: any text has an answer, and none throws. */
export function parsePost(path: SitePath, text: string, dialect: PostDialect = 'jigsaw'): Post {
  if (dialect === 'generic') return { path, text, ...parseGeneric(text) };
  const parts = split(text);
  const body = parts?.body ?? span(0, text.length);
  return {
    path,
    text,
    frontMatter: parts && { ...parts, ...readSymfonyYaml(text, parts.yaml) },
    body,
    rendered: { body, problem: undefined },
  };
}
