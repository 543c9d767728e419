import type { Token } from 'markdown-it';
import type { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const block = /^(?:B\uFDD0\d+B|C\uFDD0\d+C$)/;

/**
 * What is between blank lines becomes a paragraph, but for what starts with a block or is nothing but clean HTML.
 * Michelf: `MarkdownExtra::formParagraphs`.
 * @param wrap whether paragraphs are elements; in a list without blank lines they aren't.
 */
export function readParagraphs(text: SourceText, state: ExtraState, wrap: boolean): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const add = (end: number) => {
    const content = text.slice(done, end);
    if (content.text.replaceAll('\n', '') === '') return;
    if (!wrap && tokens.length > 0) tokens.push(blankLine(state));
    const read = state.rules.spans(content, state).trim();
    if (block.test(read.text)) tokens.push(...state.tokens(read));
    else if (wrap) tokens.push(...state.element('paragraph', 'p', [state.inline(read)], content.trim()));
    else tokens.push(state.inline(read));
  };
  for (const { 0: blank, index } of text.text.matchAll(/\n{2,}/g)) {
    add(index);
    done = index + blank.length;
  }
  add(text.length);
  return tokens;
}

/** Keeps what is around it apart on the page, too. */
function blankLine(state: ExtraState): Token {
  const token = state.token('text', '', 0);
  token.content = '\n\n';
  return token;
}
