import { outdent } from './lists.ts';
import type { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

/** Code that is indented by four columns behind a blank line. Michelf: `Markdown::doCodeBlocks`. */
export function readIndentedCode(text: SourceText, state: ExtraState): SourceText {
  return text.replace(
    /(?:\n\n|^\n?)((?: {4}[^\n]*\n+)+)(?= {0,4}[^ \t\n\v\f\r]|$)/g,
    ({ 0: whole, 1: lines = '', index }) => {
      const end = index + whole.length;
      const where = text.slice(end - lines.length, end);
      const code = outdent(where);
      const [, before = '', inner = ''] = /^(\n*)([\s\S]*?)\n*$/.exec(code.text) ?? [];
      const token = state.token('code_block', 'code', 0, where);
      token.children = state.tokens(
        code.slice(before.length, before.length + inner.length).after('\n'),
        'code',
      );
      return state.mark([token], 'B', where.span).before('\n\n').after('\n\n');
    },
  );
}
