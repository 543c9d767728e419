import { endWithout } from '../../text/end-without.ts';
import { attributeList, readAttributes } from './attributes.ts';
import type { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const listAtEnd = new RegExp(` (${attributeList})$`);

/**
 * Headings: underlined ones first, then those that start with `#`, which needs no space behind it. They need no blank
 * lines around them. Michelf: `MarkdownExtra::doHeaders`.
 */
export function readHeadings(text: SourceText, state: ExtraState): SourceText {
  const rest = text.replace(/(?<![^\n])([^\n]+)\n(=+|-+) *\n+/g, (match) => {
    const [, line = '', underline = ''] = match;
    const { end, list } = withoutList(line);
    // A dash alone under a list item is an item, too.
    if (underline === '-' && line.slice(0, end).startsWith('- ')) return undefined;
    const whole = text.slice(match.index, match.index + line.length + underline.length + 1);
    return heading(underline.startsWith('=') ? 1 : 2, whole.slice(0, end), list, whole, state);
  });
  return rest.replace(/(?<![^\n])(#{1,6})([^\n]*)\n+/g, (match) => {
    const [, hashes = '', behind = ''] = match;
    const whole = rest.slice(match.index, match.index + hashes.length + behind.length);
    // Hashes alone are a heading of hashes: the last one is its text.
    const level = behind === '' ? hashes.length - 1 : hashes.length;
    if (level === 0) return undefined;
    const start = level + (/^ *(?=[^ ])/.exec(behind)?.[0].length ?? 0);
    const { end, list } = withoutList(whole.text.slice(start));
    const words = whole.text.slice(start, start + end);
    const shown = words.slice(0, endWithout(words, ' ', endWithout(words, '#')));
    return heading(level, whole.slice(start, start + Math.max(1, shown.length)), list, whole, state);
  });
}

/** Where a heading's text ends, and the attribute list behind it. */
function withoutList(line: string): { readonly end: number; readonly list: string | undefined } {
  const trimmed = line.slice(0, endWithout(line, ' '));
  const match = trimmed.endsWith('}') ? listAtEnd.exec(trimmed.slice(trimmed.lastIndexOf('{') - 1)) : null;
  if (match === null) return { end: trimmed.length, list: undefined };
  const before = trimmed.slice(0, trimmed.lastIndexOf('{') - 1);
  // Without any text in front of it, it is the text.
  if (before === '') return { end: trimmed.length, list: undefined };
  return { end: Math.max(1, endWithout(before, ' ')), list: match[1] };
}

function heading(
  level: number,
  inner: SourceText,
  list: string | undefined,
  whole: SourceText,
  state: ExtraState,
): SourceText {
  const tokens = state.spanElement('heading', `h${level}`, inner, whole);
  const [open] = tokens;
  if (open !== undefined) open.attrs = [...readAttributes(list)];
  return state.mark(tokens, 'B', whole.span).before('\n').after('\n\n');
}
