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
    if (tokens.length > 0) tokens.push(state.made('\n\n'));
    const read = state.rules.spans(content, state).trim();
    const inner = state.tokens(read);
    const isBlock = !wrap || block.test(read.text);
    const made = isBlock ? inner : state.element('paragraph', 'p', inner, content.trim());
    for (const token of made) tokens.push(token);
  };
  for (const { 0: blank, index } of text.text.matchAll(/\n{2,}|^\n|\n$/g)) {
    add(index);
    done = index + blank.length;
  }
  add(text.length);
  return tokens;
}
