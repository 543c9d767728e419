import type { Token } from 'markdown-it';
import { attributeList, readAttributes } from './attributes.ts';
import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

/** An opening line: marker, class name, attributes. */
const opening = new RegExp(`^(\`{3,}|~{3,}) *(?:\\.?([-_:a-zA-Z0-9]+) *)?(${attributeList})? *$`);

/**
 * Fenced code. The fence stands at the start of its line and is closed by one of just its length; it needs no blank
 * line before it. Michelf: `MarkdownExtra::doFencedCodeBlocks`.
 */
export function readFences(text: SourceText, state: ExtraState): SourceText {
  if (!/^(?:```|~~~)/m.test(text.text)) return text;
  const lines = text.lines();
  const parts: SourceText[] = [];
  /** Markers that no line closes any more, so that many unclosed fences cost one search. */
  const unclosed = new Set<string>();
  let kept = 0;
  let offset = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const lineStart = offset;
    offset += line.length + 1;
    const [, marker, className, list] = opening.exec(line.text) ?? [];
    if (marker === undefined || unclosed.has(marker)) continue;
    let close = index + 1;
    while (close < lines.length && !isClosing(lines[close], marker)) close++;
    if (close >= lines.length - 1) {
      unclosed.add(marker);
      continue;
    }
    if (close === index + 1) continue;
    const first = offset;
    for (let inner = index + 1; inner < close; inner++) offset += (lines[inner]?.length ?? 0) + 1;
    const end = offset + (lines[close]?.length ?? 0);
    const whole = text.slice(lineStart, end);
    const tokens = [codeToken(text.slice(first, offset), whole, state, className, list)];
    // The line break before the fence belongs to it.
    parts.push(
      text.slice(kept, Math.max(kept, lineStart - 1)),
      state.mark(tokens, 'B', whole.span).before('\n\n').after('\n\n'),
    );
    kept = end;
    offset = end + 1;
    index = close;
  }
  parts.push(text.slice(kept));
  return SourceText.join(parts);
}

function isClosing(line: SourceText | undefined, marker: string): boolean {
  return line?.text.startsWith(marker) === true && /^ *$/.test(line.text.slice(marker.length));
}

function codeToken(
  code: SourceText,
  whole: SourceText,
  state: ExtraState,
  className: string | undefined,
  list: string | undefined,
): Token {
  const token = state.token('code_block', 'code', 0, whole);
  token.attrs = [...readAttributes(list, className === undefined ? [] : [`language-${className}`])];
  const blank = code.text.length - code.text.replace(/^\n+/, '').length;
  // Blank lines at the start would get lost in a `<pre>`.
  token.children = [state.made('<br />'.repeat(blank)), ...state.tokens(code.slice(blank), 'code')];
  return token;
}
