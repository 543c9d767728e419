import { SourceText } from './source-text.ts';

const tabWidth = 4;

/** Runs longer than these mean nothing to a reader, and would let patterns try for ever. */
const newlines = 100;
const spaces = 500;

/** A byte order mark, what MarkdownExtra or the rules here use as marks, and the first half of a line end. */
const meaningless = new RegExp(`^\uFEFF|\uFDD0|${String.fromCharCode(0x1a)}|\r(?=\n)`, 'g');

/** What is done to the whole text before any rule sees it: line ends, tabs, characters that have a meaning inside. */
export function prepare(source: string): SourceText {
  let text = SourceText.of(source);
  text = text.remove(meaningless);
  text = text.replace(/\r/g, ({ index }) => SourceText.made('\n', text.slice(index, index + 1).span));
  if (text.text.includes('\t')) text = expandTabs(text);
  text = text.replace(/\n{100,}| {500,}/g, (match) => {
    return text.slice(match.index, match.index + (match[0].startsWith('\n') ? newlines : spaces));
  });
  return text.after('\n\n');
}

function expandTabs(text: SourceText): SourceText {
  const parts: SourceText[] = [];
  let done = 0;
  let column = 0;
  let index = 0;
  for (const character of text.text) {
    if (character === '\t') {
      const width = tabWidth - (column % tabWidth);
      parts.push(
        text.slice(done, index),
        SourceText.made(' '.repeat(width), text.slice(index, index + 1).span),
      );
      done = index + 1;
      column += width;
    } else {
      column = character === '\n' ? 0 : column + 1;
    }
    index += character.length;
  }
  parts.push(text.slice(done));
  return SourceText.join(parts);
}
