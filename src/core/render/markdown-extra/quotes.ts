import type { Token } from 'markdown-it';
import type { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

/**
 * Quotes: a line that starts with `>` and has something behind it, and all up to a blank line that no such line
 * follows. Michelf: `Markdown::doBlockQuotes`.
 */
export function readQuotes(text: SourceText, state: ExtraState): SourceText {
  if (!text.text.includes('>')) return text;
  return text.replace(/(?<![^\n])(?: *>[^\n]+\n(?:[^\n]+\n)*\n*)+/g, ({ 0: quote, index }) => {
    const where = text.slice(index, index + quote.length);
    const inner = where.remove(/(?<![^\n])(?: *> ?| +(?![^\n]))/g);
    const tokens = [state.made('\n'), ...state.rules.blocks(inner, state)];
    indent(tokens);
    tokens.push(state.made('\n'));
    return state
      .mark(state.element('blockquote', 'blockquote', tokens, where), 'B', where.span)
      .before('\n')
      .after('\n\n');
  });
}

/** The lines in a quote are indented on the page, but for code. */
function indent(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'code_block') continue;
    token.content = token.content.replace(/\s*<pre>[\s\S]*?<\/pre>|\n/g, (found) =>
      found === '\n' ? '\n  ' : found,
    );
    indent(token.children ?? []);
  }
}
