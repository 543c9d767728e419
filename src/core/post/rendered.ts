import type { SitePath } from '../site/files.ts';
import type { Span } from '../text/span.ts';
import { isMarkdown } from './file-kind.ts';
import type { Post, YamlProblem } from './post.ts';
import { split } from './split.ts';
import { InlineText } from './symfony/inline-text.ts';
import { readSymfonyYaml } from './symfony/read-yaml.ts';

/** What Jigsaw doesn't give to its `MarkdownHandler`, but to Blade first. */
const BLADE = /[^/]\.blade\.[^./]+$/;

/** What Jigsaw hides from Blade before it renders Markdown, each with what stands for it. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['@', "{{'@'}}"],
  ['{@', '{@'],
  ['{{', '@{{'],
  ['{!!', '@{!!'],
  ['<?php', "<{{'?php'}}"],
]);
const ESCAPED = /\{!!|\{[@{]|@|<\?php/g;

/**
 * What of a body is rendered. `FrontMatterParser::parseMarkdownWithoutFrontMatter` takes the front matter off and
 * hands the rest to FrontYAML, which takes off another one if it finds one. It reads that as YAML, by then escaped for
 * Blade, and throws its values away.
 * @param body the text behind the front matter.
 */
export function renderedBody(path: SitePath, text: string, body: Span): Post['rendered'] {
  const isSplitAgain = isMarkdown(path) && !BLADE.test(path);
  const second = isSplitAgain ? split(text, body.start) : undefined;
  if (second === undefined) return { body, problem: undefined };
  return { body: second.body, problem: problemWhenEscaped(text, second.yaml) };
}

function problemWhenEscaped(text: string, yaml: Span): YamlProblem | undefined {
  const escaped = new InlineText();
  let at = yaml.start;
  for (const { 0: found, index } of text.slice(yaml.start, yaml.end).matchAll(ESCAPED)) {
    const start = yaml.start + index;
    escaped.add(text, at, start);
    escaped.addInstead(ESCAPES.get(found) ?? found, start);
    at = start + found.length;
  }
  escaped.add(text, at, yaml.end);
  const { problem } = readSymfonyYaml(escaped.text, { start: 0, end: escaped.text.length });
  return problem && { ...problem, span: escaped.span(problem.span.start, problem.span.end) };
}
