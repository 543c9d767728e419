import { span } from '../../text/span.ts';
import type { Lines, Slices } from './lines.ts';
import { Mistake } from './mistake.ts';

/**
 * Takes the lines that belong to the line at hand, without their indentation, and moves behind them
 * (`Parser::getNextEmbedBlock`).
 * @param indentation how deep they are; found out from the first of them if undefined.
 * @param inList whether the line at hand is a list's item, so that an item right below it is not part of it.
 */
export function takeBlock(lines: Lines, indentation: number | undefined, inList: boolean): Slices {
  const oldIndentation = lines.indentation;
  const nothing: Slices = { starts: [lines.end], ends: [lines.end] };
  if (!lines.next()) return nothing;

  const depth = indentation ?? depthOfNext(lines);
  const cut = depth ?? 0;
  const block: Slices = { starts: [], ends: [] };
  const take = (from: number) => {
    block.starts.push(Math.min(lines.start + from, lines.end));
    block.ends.push(lines.end);
  };

  if (lines.indentation >= cut) take(cut);
  else if (lines.isEmpty) take(0);
  else {
    lines.previous();
    return nothing;
  }
  if (inList && oldIndentation === depth && startsWithDash(lines, block)) {
    lines.previous();
    return nothing;
  }

  let isFlushList = lines.isFlushItem;
  let isComment = lines.isComment;
  while (lines.next()) {
    if (isComment && !isFlushList) {
      isFlushList = lines.isFlushItem;
      isComment = lines.isComment;
    }
    const indent = lines.indentation;
    if (isFlushList && !lines.isEmpty && !lines.isFlushItem && depth === indent) {
      lines.previous();
      break;
    }
    if (lines.isBlank || indent >= cut) take(cut);
    else if (lines.isComment) take(0);
    else if (indent === 0) {
      lines.previous();
      break;
    } else throw indentationMistake(lines);
  }
  return block;
}

function startsWithDash({ text }: Lines, { starts: [start = 0], ends: [end = 0] }: Slices): boolean {
  return start < end && text[start] === '-';
}

/** The indentation of the next line that says something; undefined when none does. */
function depthOfNext(lines: Lines): number | undefined {
  const at = lines.index;
  while (lines.isEmpty && lines.next());
  const depth = lines.isEmpty ? undefined : lines.indentation;
  lines.moveTo(at);
  if (depth === 0 && !lines.isEmpty && !lines.isFlushItem) throw indentationMistake(lines);
  return depth;
}

function indentationMistake(lines: Lines): Mistake {
  const { start, end } = lines.contentSpan;
  const where = span(lines.start, start > lines.start ? start : end);
  return new Mistake('indentation', where, 'Indentation problem.', lines.number, lines.line);
}

/** `Parser::isNextLineIndented`: whether the next line that says something is deeper than the line at hand. */
export function isNextIndented(lines: Lines): boolean {
  const at = lines.index;
  const indentation = lines.indentation;
  const found = toNextContent(lines);
  const answer = found && lines.indentation > indentation;
  lines.moveTo(at);
  return answer;
}

/**
 * `Parser::isNextLineUnIndentedCollection`: whether the next line that says something is an item of a list that is
 * not indented. When there is no such line, Symfony forgets to come back from the last one, and later names its number.
 */
export function isNextFlushItem(lines: Lines): boolean {
  const at = lines.index;
  const indentation = lines.indentation;
  if (!toNextContent(lines)) return false;
  const answer = lines.indentation === indentation && lines.isFlushItem;
  lines.moveTo(at);
  return answer;
}

function toNextContent(lines: Lines): boolean {
  do {
    if (!lines.next()) return false;
  } while (lines.isEmpty);
  return true;
}
