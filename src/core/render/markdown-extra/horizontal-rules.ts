import type { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

/** Three or more `*`, `-` or `_` alone in a line. Michelf: `Markdown::doHorizontalRules`. */
export function readHorizontalRules(text: SourceText, state: ExtraState): SourceText {
  return text.replace(/(?<![^\n]) {0,3}([-*_])(?: {0,2}\1){2,} *(?![^\n])/g, ({ 0: line, index }) => {
    const where = text.slice(index, index + line.length);
    const token = state.token('hr', 'hr', 0, where);
    return state.mark([token], 'B', where.span).before('\n').after('\n');
  });
}
