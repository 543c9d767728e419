import type { MarkdownIt } from 'markdown-it';
import { stockRule } from './stock-rule.ts';

/**
 * A markdown-it plugin: what follows a definition without a blank line goes on with its paragraph, so that it is no
 * code, however far it is indented. League: `Reference/ReferenceParser.php`.
 */
export function codeBehindDefinitions(md: MarkdownIt): void {
  const code = stockRule(({ block }) => block.ruler, 'code');
  md.block.ruler.at('code', (state, startLine, endLine, silent) => {
    const before = state.tokens.at(-1);
    if (before?.type === 'reference_definition' && before.map?.[1] === startLine) return false;
    return code(state, startLine, endLine, silent);
  });
}
