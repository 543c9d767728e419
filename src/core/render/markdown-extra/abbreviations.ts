import { attributeValue } from './entities.ts';
import type { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const definition = /(?<![^\n]) {0,3}\*\[([^\n]+?)\] ?:([^\n]*)/g;

/** Takes `*[word]: what it means` out of the text. Michelf: `MarkdownExtra::stripAbbreviations`. */
export function takeAbbreviations(text: SourceText, state: ExtraState): SourceText {
  return text.replace(definition, ({ 0: { length }, 1: word = '', 2: meaning = '', index }) => {
    const end = index + length;
    state.abbreviations.set(word, text.slice(end - meaning.length, end).trim());
    return text.slice(index, index);
  });
}

/** Marks the words for which there is an abbreviation. Michelf: `MarkdownExtra::doAbbreviations`. */
export function readAbbreviations(text: SourceText, state: ExtraState): SourceText {
  if (state.abbreviations.size === 0) return text;
  state.abbreviationPattern ??= new RegExp(
    `(?<![\\w\\uFDD0])(?:${[...state.abbreviations.keys()].map(escaped).join('|')})(?![\\w\\uFDD0])`,
    'g',
  );
  return text.replace(state.abbreviationPattern, ({ 0: word, index }) => {
    const where = text.slice(index, index + word.length);
    const open = state.token('abbr_open', 'abbr', 1);
    const title = state.abbreviations.get(word);
    if (title !== undefined && title.length > 0) open.attrs = [['title', attributeValue(title, state)]];
    return state.mark([open, ...state.tokens(where), state.token('abbr_close', 'abbr', -1)], 'X', where.span);
  });
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
