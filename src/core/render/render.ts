import type { Token } from 'markdown-it';
import { escapeBlade, unescapeBlade } from './blade.ts';
import { hideBlade } from './blade-hidden.ts';
import type { MarkdownDialect } from './dialect.ts';
import { annotateHtmlLines } from './html-lines.ts';
import { longestBody, parserOf } from './parser.ts';

export interface RenderOptions {
  /** Whether Blade runs in the body (`.blade.md`). What it would print isn't known: it is shown as it is written. */
  readonly blade?: boolean;
  /**
   * The line of the file, from 0, in which the body starts. When given, elements of the body say in `data-line` in
   * which line of the file they start, and those of Markdown in `data-line-end` which line is the first behind them.
   */
  readonly firstLine?: number;
}

/**
 * The HTML that Jigsaw makes of a Markdown body, without the layout around it. HTML in the body passes through as it
 * is. Never throws; what stands behind {@link longestBody} is left out.
 */
export function renderBody(body: string, dialect: MarkdownDialect, options: RenderOptions = {}): string {
  const text = body.slice(0, longestBody);
  if (options.blade !== true) return unescapeBlade(renderMarkdown(escapeBlade(text), dialect, options));
  const { hidden, lines, restore } = hideBlade(text);
  return restore(renderMarkdown(hidden, dialect, options, lines));
}

/** @param lines for each line of the text the body's line that it comes from, where these differ. */
function renderMarkdown(
  text: string,
  dialect: MarkdownDialect,
  { firstLine }: RenderOptions,
  lines?: readonly number[],
): string {
  const parser = parserOf(dialect);
  const env = {};
  const tokens = parser.parse(text, env);
  if (firstLine !== undefined) annotateLines(tokens, (line) => firstLine + (lines?.[line] ?? line));
  return parser.renderer.render(tokens, parser.options, env);
}

/** Elements within a line that another one starts already. */
const unmarked = new Set(['thead', 'tbody', 'th', 'td']);

function annotateLines(tokens: readonly Token[], lineInFile: (line: number) => number): void {
  for (const token of tokens) {
    if (token.map === null || token.nesting < 0) continue;
    const [start, end] = token.map;
    if (token.type === 'html_block') {
      token.content = annotateHtmlLines(token.content, (line) => lineInFile(start + line));
    } else if (token.tag !== '' && !unmarked.has(token.tag)) {
      token.attrSet('data-line', lineInFile(start));
      token.attrSet('data-line-end', lineInFile(end - 1) + 1);
    }
  }
}
