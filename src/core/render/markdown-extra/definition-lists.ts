import type { Token } from 'markdown-it';
import { outdent } from './lists.ts';
import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const definition = /^ {0,3}: /;

/**
 * Definition lists: lines of terms, then definitions, each behind a colon and a space. One starts behind a blank line
 * and ends at a blank line behind which there is neither. Michelf: `MarkdownExtra::doDefLists`.
 */
export function readDefinitionLists(text: SourceText, state: ExtraState): SourceText {
  if (!/\n {0,3}: /.test(text.text)) return text;
  const lines = text.lines();
  const parts: SourceText[] = [];
  let offset = 0;
  let done = 0;
  for (let index = 0; index < lines.length; index++) {
    const first = index === 0 || lines[index - 1]?.text === '' ? firstDefinition(lines, index) : undefined;
    if (first === undefined) {
      offset += (lines[index]?.length ?? 0) + 1;
      continue;
    }
    let end = offset;
    let last = index;
    do end += (lines[last++]?.length ?? 0) + 1;
    while (last < lines.length && !endsList(lines, last, first));
    const whole = text.slice(offset, Math.min(end, text.length));
    const mark = state.mark(state.element('dl', 'dl', readItems(whole, state), whole), 'B', whole.span);
    parts.push(text.slice(done, offset), mark.after('\n\n'));
    done = end;
    offset = end;
    index = last - 1;
  }
  parts.push(text.slice(Math.min(done, text.length)));
  return SourceText.join(parts);
}

function isBlank(line: SourceText | undefined): boolean {
  return line === undefined || /^[ \t\v\f\r]*$/.test(line.text);
}

/**
 * The line of a definition, if terms for it start here: lines with text, then, maybe behind one blank line, the last
 * definition that follows them.
 */
function firstDefinition(lines: readonly SourceText[], start: number): number | undefined {
  let end = start;
  while (!isBlank(lines[end])) end++;
  if (end === start) return undefined;
  if (lines[end]?.text === '' && definition.test(lines[end + 1]?.text ?? '')) return end + 1;
  for (let line = end - 1; line > start; line--) if (definition.test(lines[line]?.text ?? '')) return line;
  return undefined;
}

/** Whether a list that goes on up to this line ends in front of it. */
function endsList(lines: readonly SourceText[], line: number, first: number): boolean {
  // A definition must hold something: without a text in its line, that is the line break.
  if (line === first + 2 && /^ {0,3}: +$/.test(lines[first]?.text ?? '')) return false;
  const text = lines[line]?.text ?? '';
  if (lines[line - 1]?.text !== '' || !/^[^ \t\n\v\f\r]/.test(text) || definition.test(text)) return false;
  for (let next = line + 1; next < lines.length; next++) {
    const candidate = lines[next]?.text ?? '';
    if (definition.test(candidate)) return false;
    if (candidate === '') return !definition.test(lines[next + 1]?.text ?? '');
    if (/^[ \t\v\f\r]/.test(candidate)) return true;
  }
  return true;
}

const terms = /(?:^\n?|\n\n+)( {0,3}(?!: | )(?:[^ \t\n\v\f\r][^\n]*\n)+?)(?=\n? {0,3}: )/g;

/** Reads terms first, then the definitions between them. */
function readItems(text: SourceText, state: ExtraState): Token[] {
  const list = text.slice(0, text.text.replace(/\n{2,}$/, '\n').length);
  const withTerms = list.replace(terms, ({ 0: whole, 1: lines = '', index }) => {
    const end = index + whole.length;
    const items = list
      .slice(end - lines.length, end)
      .trim()
      .lines();
    const tokens = items.flatMap((term, number) => [
      ...(number === 0 ? [] : [state.made('\n')]),
      ...state.spanElement('dt', 'dt', term.trim(), term),
    ]);
    return state.mark(tokens, 'D', list.slice(index, end).span).before('\n').after('\n');
  });
  const marks = /\n(\n+)?( {0,3}: +)([\s\S]+?)(?=\n+(?: {0,3}: |D\uFDD0|$))/g;
  const rest = withTerms.replace(marks, ({ 0: whole, 1: blank = '', 2: mark = '', index }) => {
    const where = withTerms.slice(index, index + whole.length);
    const content = where.slice(1 + blank.length + mark.length);
    const spaced = blank !== '' || content.text.includes('\n\n');
    const inner = spaced
      ? readBlocks(content.before(' '.repeat(mark.length)).after('\n\n'), state)
      : state.tokens(state.rules.spans(outdent(content.slice(0, content.text.trimEnd().length)), state));
    return state
      .mark(state.element('dd', 'dd', inner, content), 'B', where.span)
      .before('\n')
      .after('\n');
  });
  return [state.made('\n'), ...state.tokens(rest.trim(), 'html_block'), state.made('\n')];
}

function readBlocks(text: SourceText, state: ExtraState): Token[] {
  return [state.made('\n'), ...state.rules.blocks(outdent(text), state), state.made('\n')];
}
