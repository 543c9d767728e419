import type { MarkdownIt, StateInline } from 'markdown-it';

/** Two hyphens are an en dash, three an em dash; longer runs are made of one kind where they can be. */
function dashes(count: number): string {
  if (count % 3 === 0) return '—'.repeat(count / 3);
  if (count % 2 === 0) return '–'.repeat(count / 2);
  const en = count % 3 === 2 ? 1 : 2;
  return '—'.repeat((count - 2 * en) / 3) + '–'.repeat(en);
}

const hyphens = /-{2,}/y;

function replace(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  let length = 0;
  let made = '…';
  if (src[pos] === '.') {
    length = ['...', '. . .'].find((dots) => src.startsWith(dots, pos))?.length ?? 0;
  } else if (src[pos] === '-' && src[pos - 1] !== '-') {
    hyphens.lastIndex = pos;
    length = hyphens.exec(src)?.[0].length ?? 0;
    made = dashes(length);
  }
  if (length === 0 || pos + length > posMax) return false;
  if (!silent) state.pending += made;
  state.pos += length;
  return true;
}

/** A markdown-it plugin: dashes and ellipses. Quotation marks are delimiters. League: `Extension/SmartPunct`. */
export function smartPunctuation(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'smart_punctuation', replace);
}
