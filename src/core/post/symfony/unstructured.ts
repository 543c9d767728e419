import { type Span, span } from '../../text/span.ts';
import type { YamlNode, YamlProblemKind } from '../post.ts';
import type { Block } from './block.ts';
import { Context } from './context.ts';
import { readInline } from './inline.ts';
import { InlineLexer } from './inline-lexer.ts';
import { InlineText } from './inline-text.ts';
import type { Lines } from './lines.ts';
import { Mistake } from './mistake.ts';
import { unreadNode } from './nodes.ts';
import { TEMPLATE } from './patterns.ts';
import { trim, trimmedEnd, trimmedStart } from './php-text.ts';

/**
 * Reads a document that is neither mapping nor list, from the line at hand on: a quoted text, a value in brackets, a
 * text without quotes; the last branches of `Parser::doParse`.
 * @throws Mistake, above all when the block has entries or items already and this line is none.
 */
export function readUnstructured(block: Block): YamlNode {
  const { lines, kind } = block;
  const first = lines.line[0];
  if (first === '"' || first === "'" || first === '{' || first === '[') {
    if (kind !== undefined) throw unreadable(block, 'Unable to parse.');
    return onLine(lines, () => (first === '"' || first === "'" ? quoted(block) : bracketed(block)));
  }
  if (lines.line === '---') {
    const words = 'Multiple documents are not supported.';
    throw new Mistake('not-an-entry', lines.contentSpan, words, lines.numberWithin, lines.line);
  }
  if (lines.line.startsWith('? ')) {
    const where = span(lines.start, lines.start + 1);
    throw new Mistake('complex-key', where, 'Complex mappings are not supported.', lines.number, lines.line);
  }
  if (isOneLine(block)) {
    const input = InlineText.of(lines.text, lines.startOf(0), lines.endOf(0));
    return onLine(lines, () => readInline(input, block.context));
  }
  if (lines.index !== 0) throw unreadable(block, 'Unable to parse.');
  return severalLines(block);
}

/** What follows the closing quote, on its line and below, is not looked at. */
function quoted({ lines, context }: Block): YamlNode {
  const lexer = new InlineLexer(lines, 0);
  lexer.quoted();
  return readInline(lexer.result, context);
}

function bracketed(block: Block): YamlNode {
  const { lines, context } = block;
  const opening = lines.contentSpan;
  const lexer = new InlineLexer(lines, 0);
  lexer.bracketed();
  const node = readInline(lexer.result, context);
  while (lines.next()) {
    if (!lines.isEmpty) throw unreadable(block, 'Unable to parse.').as('not-an-entry', opening);
  }
  return node;
}

/**
 * Whether nothing but white space follows the first line, and none surrounds it. Symfony compares that line with a
 * variable which holds the last value by the time there was one, so that behind a blank line and `title: ""`, a line
 * that can't be read makes an empty text of the whole.
 */
function isOneLine({ lines, lastValue }: Block): boolean {
  const first = lines.lineOf(0);
  if (lastValue !== undefined) return typeof lastValue === 'string' && trim(lastValue) === first;
  if (trim(first) !== first) return false;
  for (let index = 1; index < lines.count; index++) if (trim(lines.lineOf(index)) !== '') return false;
  return true;
}

/** A text without quotes on several lines, which knows no aliases. */
function severalLines(block: Block): YamlNode {
  const { lines } = block;
  const input = new InlineText();
  let glue = '';
  for (let index = 0; index < lines.count; index++) {
    const line = lines.lineOf(index);
    const start = lines.startOf(index);
    const end = trimmedEnd(lines.text, start, lines.endOf(index));
    const from = trimmedStart(lines.text, start, end);
    if (lines.text[from] === '#' && from < end) continue;
    if (lines.offset === 0 && line[0] === ' ') throw unreadable(block, 'Unable to parse.');
    if (line.includes(': ')) throw unreadable(block, 'Mapping values are not allowed in multi-line blocks.');
    if (from === end) {
      input.addInstead('\n', start);
      glue = '';
      continue;
    }
    const isEscaped = line.endsWith('\\');
    if (glue !== '') input.addInstead(glue, start);
    input.add(lines.text, from, isEscaped ? Math.max(from, end - 1) : end);
    glue = isEscaped ? '' : ' ';
  }
  try {
    return readInline(input, new Context(lines.text));
  } catch (thrown) {
    throw thrown instanceof Mistake ? unreadable(block, 'Unable to parse.') : thrown;
  }
}

function onLine(lines: Lines, read: () => YamlNode): YamlNode {
  const { line: firstLine, contentSpan: where } = lines;
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown;
    const mistake = TEMPLATE.test(firstLine) ? thrown.as('template-text', where) : thrown;
    throw mistake.seenAt(lines.number, lines.line);
  }
}

/** What `key:value` without its space is. An address, `https://…`, is none. */
const GLUED = /^([^\s:#]+):(?!\/\/)(?=\S)/;

/** The line at hand is no entry, nor anything else that can stand there. */
function unreadable(block: Block, words: string): Mistake {
  const { lines, kind } = block;
  const { line, start, contentSpan: content } = lines;
  const mistake = (what: YamlProblemKind, where: Span) => new Mistake(what, where, words, lines.number, line);
  if (TEMPLATE.test(line)) return mistake('template-text', content);
  if (line.startsWith(' ')) return mistake('indentation', span(start, content.start));
  if (kind === 'list' && /^-[^-\s]/.test(line))
    return mistake('missing-space-after-dash', span(start, start + 1));
  const key = GLUED.exec(line)?.[1];
  if (key === undefined) return mistake('not-an-entry', content);
  const colon = start + key.length;
  block.addUnread(key, span(start, colon), unreadNode(lines.text, colon + 1, content.end));
  return mistake('missing-space-after-colon', span(colon, colon + 1));
}
