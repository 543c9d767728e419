import { type Span, span } from '../../text/span.ts';
import type { YamlNode } from '../post.ts';
import { Tagged, type Value } from '../value.ts';
import type { Block } from './block.ts';
import { type BlockScalarHeader, blockScalarHeader, takeBlockScalar } from './block-scalar.ts';
import { readInline } from './inline.ts';
import { InlineLexer } from './inline-lexer.ts';
import { InlineText } from './inline-text.ts';
import type { Lines } from './lines.ts';
import { Mistake } from './mistake.ts';
import { leaf } from './nodes.ts';
import { matchEntry, TEMPLATE } from './patterns.ts';
import { trimmedEnd, trimmedStart } from './php-text.ts';
import { aliasName, evaluateBinary } from './scalar.ts';

/** What may follow a quoted text on its line. A lone `0` is nothing to PHP. */
const TRAILER = /^(?:[ \t\n\v\f\r]*(?:#[^\n]*)?|0)$/;

/**
 * Reads a value that starts on the line at hand, `text[start, end)`, and moves to the last line of it:
 * `Parser::parseValue`.
 * @throws Mistake
 */
export function readValue(block: Block, start: number, end: number): YamlNode {
  const { lines, context } = block;
  const value = lines.text.slice(start, end);
  const first = value[0];
  if (first === '*') {
    const name = aliasName(value);
    const where = span(start, Math.min(end, start + 1 + name.length));
    return leaf(
      where,
      'alias',
      context.resolveBlock(name, where, lines.numberWithin, lines.numberWithin, lines.line),
    );
  }
  const header = first === '|' || first === '>' || first === '!' ? blockScalarHeader(value) : undefined;
  if (header !== undefined) return readBlockScalar(block, header, span(start, end));
  try {
    if (first === '{' || first === '[') return readBracketed(block, start);
    if (first === '"' || first === "'") return readQuotedValue(block, start);
    return readPlain(block, start, end);
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown;
    const mistake = TEMPLATE.test(value) ? thrown.as('template-text', span(start, end)) : thrown;
    throw mistake.seenAt(lines.number, lines.line);
  }
}

function readBlockScalar({ lines, context }: Block, header: BlockScalarHeader, headerSpan: Span): YamlNode {
  const { number } = lines;
  const [text, end] = takeBlockScalar(lines, header, headerSpan, context.lineCount ?? 0);
  const where = span(headerSpan.start, end);
  return leaf(where, header.folded ? 'folded' : 'literal', tagged(text, header.tag, where, number));
}

function tagged(text: string, tag: string | undefined, where: Span, line: number): Value {
  if (tag === undefined) return text;
  if (tag !== '!!binary') return new Tagged(tag.slice(1), text);
  try {
    return evaluateBinary(text, where);
  } catch (thrown) {
    throw thrown instanceof Mistake ? thrown.seenAt(line, text) : thrown;
  }
}

function readBracketed({ lines, context }: Block, start: number): YamlNode {
  const lexer = new InlineLexer(lines, start - lines.start);
  lexer.bracketed();
  return readInline(lexer.result, context);
}

function readQuotedValue({ lines, context }: Block, start: number): YamlNode {
  const { index, end } = lines;
  const lexer = new InlineLexer(lines, start - lines.start);
  lexer.quoted();
  const node = readInline(lexer.result, context);
  const rest = lines.line.slice(lexer.column);
  if (TRAILER.test(rest)) return node;
  const mistake = new Mistake(
    'text-after-value',
    span(lines.start + lexer.column, trimmedEnd(lines.text, lines.start, lines.end)),
    `Unexpected characters near "${rest}".`,
  );
  // A quote that another entry's opening quote closes was left open where it starts.
  const isLeftOpen = lines.index > index && matchEntry(lines.line) !== undefined;
  throw isLeftOpen ? mistake.as('unclosed-quote', span(start, end)) : mistake;
}

/** A text without quotes, which goes on over all lines that are indented at all. */
function readPlain(block: Block, start: number, end: number): YamlNode {
  const { lines, context } = block;
  const input = InlineText.of(lines.text, start, end);
  addContinuation(input, lines);
  const node = readInline(input, context);
  const isChecked = block.kind === 'mapping' && input.text[0] !== '!';
  if (isChecked && typeof node.value === 'string' && node.value.includes(': ')) {
    const colon = input.text.indexOf(': ');
    const where = input.span(colon, colon + 1);
    throw colonMistake(lines, where, start);
  }
  return node;
}

function addContinuation(input: InlineText, lines: Lines): void {
  let glue = ' ';
  while (lines.next()) {
    if (lines.indentation === 0) {
      lines.previous();
      return;
    }
    const lineEnd = trimmedEnd(lines.text, lines.start, lines.end);
    const lineStart = trimmedStart(lines.text, lines.start, lineEnd);
    if (lineStart === lineEnd) {
      input.addInstead('\n', lines.start);
      glue = '';
    } else {
      if (glue !== '') input.addInstead(glue, lines.start);
      input.add(lines.text, lineStart, lineEnd);
      glue = ' ';
    }
  }
}

/** The colon that a text without quotes can't have; or the indentation that made an entry a part of the text before. */
function colonMistake(lines: Lines, colon: Span, start: number): Mistake {
  const words = 'A colon cannot be used in an unquoted mapping value.';
  let lineStart = colon.start;
  while (lineStart > start && !/[\r\n]/.test(lines.text.charAt(lineStart - 1))) lineStart--;
  const before = lines.text.slice(lineStart, colon.start);
  const isEntry = lineStart > start && /^ +[\w-]+ *$/.test(before);
  if (!isEntry) return new Mistake('colon-in-value', colon, words);
  return new Mistake(
    'indentation',
    span(lineStart, lineStart + before.length - before.trimStart().length),
    words,
  );
}
