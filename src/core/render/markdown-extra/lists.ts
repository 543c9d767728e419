import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

interface Kind {
  readonly tag: 'ul' | 'ol';
  readonly marker: string;
  readonly other: string;
}

/** How deep lists are looked for in lists. */
const deepest = 30;

const bullet = '[*+-]';
const number = '\\d+\\.';
const kinds: readonly Kind[] = [
  { tag: 'ul', marker: bullet, other: number },
  { tag: 'ol', marker: number, other: bullet },
];

/**
 * Lists, bulleted ones first. Outside of a list one starts behind a blank line only; inside, wherever there is a
 * marker. It ends at a blank line with something behind it that is neither indented nor an item. Michelf:
 * `Markdown::doLists`.
 */
export function readLists(text: SourceText, state: ExtraState): SourceText {
  return kinds.reduce((rest, kind) => readKind(rest, kind, state), text);
}

function readKind(text: SourceText, { tag, marker, other }: Kind, state: ExtraState): SourceText {
  const start = new RegExp(`^( {0,3})(${marker}) +`);
  if (state.listLevel > deepest || !new RegExp(`(?<![^\\n]) {0,3}${marker} `).test(text.text)) return text;
  const item = new RegExp(`^${marker} `);
  const lines = text.lines();
  const offsets = lineOffsets(lines);
  const parts: SourceText[] = [];
  let done = 0;
  for (let index = 0; index < lines.length; index++) {
    const match = start.exec(lines[index]?.text ?? '');
    if (match === null || (state.listLevel === 0 && index > 0 && lines[index - 1]?.text !== '')) continue;
    const [{ length: lead }, indent = '', first = ''] = match;
    const isEmpty = lead === lines[index]?.length;
    if (isEmpty && index === lines.length - 1 && lead === indent.length + first.length + 1) continue;
    const otherItem = new RegExp(`^${indent}${other} `);
    let last = index + 1;
    // Where the list ends: at a line of this number, with the line break before it or without.
    let end = text.length;
    for (; last < lines.length; last++) {
      const line = lines[last]?.text ?? '';
      if (line === '') continue;
      const offset = offsets[last] ?? 0;
      // An item must hold something: without a text in its first line, that is the line break.
      const breaks = isEmpty ? last - index - 1 : last - index;
      const isBehindBlank = lines[last - 1]?.text === '' && breaks > 1;
      if (isBehindBlank && /^[^ \t\n\v\f\r]/.test(line) && !item.test(line)) end = offset;
      else if (breaks > 0 && otherItem.test(line)) end = offset - 1;
      else continue;
      break;
    }
    const from = offsets[index] ?? 0;
    // Outside of lists the blank line before it goes with the list.
    const before = state.listLevel === 0 && index > 0 ? from - 1 : from;
    parts.push(
      text.slice(done, Math.max(done, before)),
      list(text.slice(from, end), tag, marker, first, state),
    );
    done = end;
    index = last - 1;
  }
  parts.push(text.slice(done));
  return SourceText.join(parts);
}

function lineOffsets(lines: readonly SourceText[]): number[] {
  let offset = 0;
  return lines.map(({ length }) => {
    const start = offset;
    offset += length + 1;
    return start;
  });
}

function list(
  text: SourceText,
  tag: 'ul' | 'ol',
  marker: string,
  first: string,
  state: ExtraState,
): SourceText {
  state.listLevel++;
  const items = splitItems(text, marker).flatMap((item) => [...readItem(item, state), state.made('\n')]);
  state.listLevel--;
  const tokens = state.element(
    tag === 'ul' ? 'bullet_list' : 'ordered_list',
    tag,
    [state.made('\n'), ...items],
    text,
  );
  const start = Number.parseInt(first, 10);
  if (tag === 'ol' && start > 1) tokens[0]?.attrSet('start', start);
  return state.mark(tokens, 'B', text.span).before('\n').after('\n\n');
}

interface Item {
  /** The item with its indentation and marker. */
  readonly whole: SourceText;
  /** How many characters these take. */
  readonly lead: number;
  /** Whether a blank line stands before or behind it. */
  readonly spaced: boolean;
}

/** An item starts at each line with a marker that is indented as the first one is. */
function splitItems(text: SourceText, marker: string): Item[] {
  const indent = /^ */.exec(text.text)?.[0] ?? '';
  const pattern = new RegExp(`(?<![^\\n])${indent}${marker}(?: +|(?![^\\n]))`, 'g');
  const starts = [...text.text.matchAll(pattern)];
  let spacedBefore = false;
  return starts.map(({ 0: { length: lead }, index }, number) => {
    const next = starts[number + 1]?.index;
    const all = text.slice(index, next);
    const trimmed = all.text.replace(/\n+$/, '');
    const spaced = next !== undefined && all.length - trimmed.length > 1;
    const item = {
      whole: all.slice(0, trimmed.length),
      lead: Math.min(lead, trimmed.length),
      spaced: spaced || spacedBefore,
    };
    spacedBefore = spaced;
    return item;
  });
}

/** An item with blank lines in or around it holds blocks; any other one holds lists and spans only. */
function readItem({ whole, lead, spaced }: Item, state: ExtraState) {
  const content = whole.slice(lead);
  const inner =
    spaced || content.text.includes('\n\n')
      ? state.rules.blocks(outdent(content.before(' '.repeat(lead))).after('\n'), state)
      : state.rules.paragraphs(readLists(outdent(content), state), state, false);
  return state.element('list_item', 'li', inner, whole);
}

/** Takes one level of indentation away from each line. */
export function outdent(text: SourceText): SourceText {
  return text.remove(/(?<![^\n]) {1,4}/g);
}
