import type { Token } from 'markdown-it';
import type { MarkdownDialect } from './dialect.ts';
import { annotateHtmlLines } from './html-lines.ts';
import { parserOf } from './parser.ts';

export interface RenderOptions {
  /**
   * The line of the file, from 0, in which the body starts. When given, every block element of the body says in
   * `data-line` in which line of the file it starts.
   */
  readonly firstLine?: number;
}

/** The HTML that the generator makes of a Markdown body. HTML in it passes through as it is. Never throws. */
export function renderBody(body: string, dialect: MarkdownDialect, options: RenderOptions = {}): string {
  const parser = parserOf(dialect);
  const env = {};
  const tokens = parser.parse(body, env);
  if (options.firstLine !== undefined) annotateLines(tokens, options.firstLine);
  return parser.renderer.render(tokens, parser.options, env);
}

function annotateLines(tokens: readonly Token[], firstLine: number): void {
  for (const token of tokens) {
    if (token.map === null || token.nesting < 0) continue;
    const line = firstLine + token.map[0];
    if (token.type === 'html_block') token.content = annotateHtmlLines(token.content, line);
    else if (token.tag !== '') token.attrSet('data-line', line);
  }
}
