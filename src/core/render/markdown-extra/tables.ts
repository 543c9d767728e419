import type { Token } from 'markdown-it';
import { attributeList, readAttributes } from './attributes.ts';
import { SourceText } from './source-text.ts';
import { readSpanTokens } from './span-tokens.ts';
import type { ExtraState } from './state.ts';

const end = `(?<list>${attributeList})?(?=\\n|$)`;
const withBar = new RegExp(
  `(?<![^\\n]) {0,3}\\|(?<head>[^\\n]+)\\n {0,3}\\|(?<line> *[-:][-| :]*)\\n(?<rows>(?: *\\|[^\\n]*\\n)*)${end}`,
  'dg',
);
const withoutBar = new RegExp(
  `(?<![^\\n]) {0,3}(?<head>[^ \\t\\v\\f\\r\\n](?=[^\\n]*\\|)[^\\n]*)\\n` +
    ` {0,3}(?<line>[-:]+ *\\|[-| :]*)\\n(?<rows>(?:[^\\n|]*\\|[^\\n]*\\n)*)${end}`,
  'dg',
);

/**
 * Tables, with a bar at the start of each line or without. A table ends at a blank line, and may stand in the middle
 * of a paragraph. Michelf: `MarkdownExtra::doTables`.
 */
export function readTables(text: SourceText, state: ExtraState): SourceText {
  if (!text.text.includes('|')) return text;
  const rest = text.replace(withBar, (match) => table(text, match, state, true));
  return rest.replace(withoutBar, (match) => table(rest, match, state, false));
}

function table(text: SourceText, match: RegExpExecArray, state: ExtraState, bars: boolean): SourceText {
  const part = (name: string) => {
    const [from, to] = match.indices?.groups?.[name] ?? [match.index, match.index];
    return text.slice(from, to);
  };
  const whole = text.slice(match.index, match.index + match[0].length);
  const alignments = withoutLastBar(part('line'))
    .text.split(/ *\| */)
    .map(alignment);
  const head = cells(withoutLastBar(part('head')), Number.POSITIVE_INFINITY, state);
  const line = () => state.made('\n');
  const tokens = state.element('thead', 'thead', [line(), ...row(head, 'th', alignments, state)], whole);
  const rows = part('rows').text === '' ? [part('rows')] : part('rows').lines().slice(0, -1);
  const body = rows.flatMap((line) => {
    const content = bars ? line.slice(/^ *\|/.exec(line.text)?.[0].length ?? 0) : line;
    const read = cells(withoutLastBar(content), head.length, state);
    while (read.length < head.length) read.push(line.slice(line.length));
    return row(read, 'td', alignments, state);
  });
  const [open, ...inner] = state.element(
    'table',
    'table',
    [line(), ...tokens, line(), ...state.element('tbody', 'tbody', [line(), ...body], part('rows')), line()],
    whole,
  );
  if (open === undefined) return whole;
  const { list } = match.groups ?? {};
  open.attrs = [...readAttributes(list)];
  return state.mark([open, ...inner], 'B', whole.span).after('\n');
}

function withoutLastBar(line: SourceText): SourceText {
  return line.slice(0, line.text.replace(/\| *$/, '').length);
}

function alignment(line: string): string | undefined {
  if (/^ *-+: *$/.test(line)) return 'right';
  if (/^ *:-+: *$/.test(line)) return 'center';
  return /^ *:-+ *$/.test(line) ? 'left' : undefined;
}

/** The cells of a line, at most so many: the last one keeps the bars that remain. */
function cells(line: SourceText, limit: number, state: ExtraState): SourceText[] {
  const marked = readSpanTokens(line, state);
  const found: SourceText[] = [];
  let from = 0;
  for (const { 0: bar, index } of marked.text.matchAll(/ *\| */g)) {
    if (found.length + 1 >= limit) break;
    found.push(marked.slice(from, index));
    from = index + bar.length;
  }
  return [...found, marked.slice(from)];
}

function row(
  content: readonly SourceText[],
  tag: string,
  alignments: readonly (string | undefined)[],
  state: ExtraState,
): Token[] {
  const inner = content.flatMap((cell, index) => {
    const tokens = state.spanElement(tag, tag, cell.trim(), cell);
    const [open] = tokens;
    const align = alignments[index];
    if (open !== undefined && align !== undefined) open.attrs = [['align', align]];
    return [state.made('  '), ...tokens, state.made('\n')];
  });
  return [
    ...state.element('tr', 'tr', [state.made('\n'), ...inner], SourceText.join(content)),
    state.made('\n'),
  ];
}
