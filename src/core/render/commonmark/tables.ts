import type { MarkdownIt, StateBlock } from 'markdown-it';

/** No more cells are added to rows that lack some. */
const mostAdded = 10_000;

type Alignment = 'left' | 'center' | 'right' | undefined;

/**
 * A table: the last line of a paragraph, then a line of dashes with at least one bar. Its rows are all lines with a
 * bar, whatever they start with, and other ones that start no block. League: `Extension/Table`.
 */
function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 1 >= endLine || indentOf(state, startLine + 1) < 0) return false;
  const head = lineText(state, startLine);
  if (!head.includes('|')) return false;
  const alignments = readSeparator(lineText(state, startLine + 1));
  const titles = splitRow(head);
  if (alignments === undefined || titles.length > alignments.length) return false;
  if (silent) return true;
  const endOfRows = findEnd(state, startLine + 2, endLine);
  state.push('table_open', 'table', 1).map = [startLine, endOfRows];
  state.push('thead_open', 'thead', 1).map = [startLine, startLine + 1];
  pushRow(state, startLine, titles, 'th', alignments);
  state.push('thead_close', 'thead', -1);
  const rows = readRows(state, startLine + 2, endOfRows, titles.length);
  if (rows.length > 0) state.push('tbody_open', 'tbody', 1).map = [startLine + 2, endOfRows];
  for (const [index, cells] of rows.entries()) pushRow(state, startLine + 2 + index, cells, 'td', alignments);
  if (rows.length > 0) state.push('tbody_close', 'tbody', -1);
  state.push('table_close', 'table', -1);
  state.line = endOfRows;
  return true;
}

function findEnd(state: StateBlock, from: number, endLine: number): number {
  const terminators = state.md.block.ruler.getRules('blockquote');
  for (let line = from; line < endLine; line++) {
    if (state.isEmpty(line)) return line;
    const indent = indentOf(state, line);
    const isRow = indent >= 0 && lineText(state, line).includes('|');
    // What a quote takes for its own without a mark can't start a block.
    if (isRow || (state.sCount[line] ?? 0) < 0) continue;
    if (indent > 3 || terminators.some((rule) => rule(state, line, endLine, true))) return line;
  }
  return endLine;
}

/** The rows' cells, as many as there are titles. */
function readRows(state: StateBlock, from: number, to: number, count: number): string[][] {
  const rows: string[][] = [];
  let left = mostAdded;
  for (let line = from; line < to; line++) {
    const cells = splitRow(lineText(state, line));
    left -= Math.max(0, count - cells.length);
    if (left < 0) break;
    rows.push(Array.from({ length: count }, (_, index) => cells[index] ?? ''));
  }
  return rows;
}

function pushRow(
  state: StateBlock,
  line: number,
  cells: readonly string[],
  tag: 'th' | 'td',
  alignments: readonly Alignment[],
): void {
  state.push('tr_open', 'tr', 1).map = [line, line + 1];
  for (const [index, cell] of cells.entries()) {
    const open = state.push(`${tag}_open`, tag, 1);
    const alignment = alignments[index];
    if (alignment !== undefined) open.attrs = [['align', alignment]];
    const inline = state.push('inline', '', 0);
    inline.content = cell.trim();
    inline.children = [];
    state.push(`${tag}_close`, tag, -1);
  }
  state.push('tr_close', 'tr', -1);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** How the columns are aligned, or undefined when this is no line of dashes. */
function readSeparator(line: string): Alignment[] | undefined {
  // Behind a dash and a space there is a list item.
  if (!line.includes('|') || !/^[-:| \t]+$/.test(line) || /^-[ \t]/.test(line)) return undefined;
  const columns = line
    .replace(/^[ \t]*\|/, '')
    .replace(/\|[ \t]*$/, '')
    .split('|');
  const alignments: Alignment[] = [];
  for (const column of columns) {
    const match = /^[ \t]*(:?)-+(:?)[ \t]*$/.exec(column);
    if (match === null) return undefined;
    const [, left, right] = match;
    alignments.push(left ? (right ? 'center' : 'left') : right ? 'right' : undefined);
  }
  return alignments;
}

/** The cells of a row. A bar behind a backslash is part of its cell, even in code. */
function splitRow(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (const [part] of line
    .trim()
    .replace(/^\|/, '')
    .matchAll(/\\\||\||[^\\|]+|\\/g)) {
    if (part === '|') {
      cells.push(cell);
      cell = '';
    } else {
      cell += part === '\\|' ? '|' : part;
    }
  }
  return cell === '' ? cells : [...cells, cell];
}

/** A markdown-it plugin, in the place of its own tables. */
export function tables(md: MarkdownIt): void {
  md.block.ruler.disable('table');
  md.block.ruler.before('lheading', 'table_league', table, { alt: ['paragraph', 'reference'] });
}
