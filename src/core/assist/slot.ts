import { type Span, span } from '../text/span.ts';

/** A place for a value: what a choice replaces, and how it must be written there. */
export interface Slot {
  /** What stands there, without its quotes: the value, the one item of a list, or the one line of a longer text. */
  readonly word: Span;
  /** `block-text` is a line of a text after `>` or `|`, in which nothing needs quotes. */
  readonly writing: 'plain' | 'single-quoted' | 'double-quoted' | 'block-text';
  readonly within: 'value' | 'block-list' | 'flow-list';
  /** Where the colon, the dash or the comma in front of it ends: behind it stands a space. */
  readonly mark: number | undefined;
  /** Whether a quote is open that nothing closes. */
  readonly isOpen: boolean;
}

type Within = Pick<Slot, 'within' | 'mark'>;

/**
 * The slot of a field's value that a place is in.
 * @param mark the end of the field's colon.
 * @param line the line that the place is in: the field's own or one below it.
 * @returns undefined in a comment, in what is nested deeper than a list, and behind the end of a value.
 */
export function slotAt(text: string, mark: number, line: Span, offset: number): Slot | undefined {
  const start = skip(text, mark, BLANK);
  const head = text[start];
  if (isNothing(head)) {
    return mark >= line.start
      ? emptySlot(start, offset, { within: 'value', mark })
      : itemSlot(text, mark, line, offset);
  }
  if (head === '[') return flowSlot(text, start, line, offset);
  if (head === '>' || head === '|') return mark >= line.start ? undefined : textSlot(text, line, offset);
  return scalarSlot(text, start, line, offset, { within: 'value', mark });
}

const BLANK = /[ \t]/;

/** Whether a value's first character says that there is none on this line. */
function isNothing(head: string | undefined): boolean {
  return head === undefined || head === '\n' || head === '\r' || head === '#';
}

/** A value that isn't begun. @param end where a comment or the next line starts. */
function emptySlot(end: number, offset: number, at: Within & { readonly mark: number }): Slot | undefined {
  if (offset < at.mark || offset > end) return undefined;
  return { ...at, word: span(offset, offset), writing: 'plain', isOpen: false };
}

/** An item of a list that stands below its key. */
function itemSlot(text: string, from: number, line: Span, offset: number): Slot | undefined {
  const dash = /^([ \t]*)-(?=[ \t]|$)/.exec(text.slice(line.start, line.end));
  if (!dash) return undefined;
  const indent = dash[1]?.length ?? 0;
  // Below something that is indented less, the list belongs to that and not to the field.
  if (linesOf(text.slice(from, line.start)).some((each) => indentOf(each) < indent)) return undefined;
  const mark = line.start + dash[0].length;
  const start = skip(text, mark, BLANK);
  const at = { within: 'block-list', mark } as const;
  if (isNothing(text[start])) return emptySlot(start, offset, at);
  const item = text.slice(start, line.end);
  return /^-(?:[ \t]|$)|^[^'"\s][^:]*:(?:[ \t]|$)/.test(item)
    ? undefined
    : scalarSlot(text, start, line, offset, at);
}

/** The lines of a block that say something. */
function linesOf(block: string): readonly string[] {
  return block.split(/[\r\n]+/).filter((line) => /^[ \t]*[^\s#]/.test(line));
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** A line of a text that is folded or kept. */
function textSlot(text: string, line: Span, offset: number): Slot | undefined {
  const start = skip(text, line.start, BLANK);
  if (start === line.start || offset < start) return undefined;
  const word = span(start, Math.max(offset, trimmedEnd(text, start, line.end)));
  return { word, writing: 'block-text', within: 'value', mark: undefined, isOpen: false };
}

/** The item of a list in square brackets, which may go over several lines. */
function flowSlot(text: string, bracket: number, line: Span, offset: number): Slot | undefined {
  let item = bracket + 1;
  let depth = 0;
  const at = () => ({ within: 'flow-list', mark: item > bracket + 1 ? item : undefined }) as const;
  for (let i = bracket; i < offset; i += 1) {
    const char = text[i];
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    else if (char === ',' && depth === 1) item = i + 1;
    else if ((char === "'" || char === '"') && /^\s*$/.test(text.slice(item, i))) {
      const close = closingQuote(text, i, line.end);
      if (close === undefined || close >= offset) return scalarSlot(text, i, line, offset, at());
      i = close;
    }
    if (depth === 0) return undefined;
  }
  const start = skip(text, item, /\s/);
  if (depth !== 1) return undefined;
  if (start < offset) return scalarSlot(text, start, line, offset, at());
  const isFree = start >= line.end || text[start] === ',' || text[start] === ']';
  if (!isFree && start === offset) return scalarSlot(text, start, line, offset, at());
  return isFree ? { ...at(), word: span(offset, offset), writing: 'plain', isOpen: false } : undefined;
}

/** What a scalar that starts at `start`, in this line or above it, has in this line. */
function scalarSlot(text: string, start: number, line: Span, offset: number, at: Within): Slot | undefined {
  const first = Math.max(start, skip(text, line.start, BLANK));
  if (offset < first) return undefined;
  const quote = text[start];
  if (quote === "'" || quote === '"') {
    const close = closingQuote(text, start, line.end);
    const from = start === first ? start + 1 : first;
    const end = close ?? trimmedEnd(text, from, line.end);
    if (offset < from || (close !== undefined && offset > close)) return undefined;
    const writing = quote === "'" ? 'single-quoted' : 'double-quoted';
    return { ...at, word: span(from, Math.max(offset, end)), writing, isOpen: close === undefined };
  }
  if (/[&*!{]/.test(quote ?? '')) return undefined;
  const rest = text.slice(first, line.end);
  const ends =
    at.within === 'flow-list' ? /[,\]}]|[ \t]#/ : start < line.start ? /:(?=[ \t]|$)|[ \t]#/ : /[ \t]#/;
  const end = first + (ends.exec(rest)?.index ?? rest.length);
  if (offset > end) return undefined;
  return {
    ...at,
    word: span(first, Math.max(offset, trimmedEnd(text, first, end))),
    writing: 'plain',
    isOpen: false,
  };
}

/** Where the quote at `start` is closed, up to `end`. */
function closingQuote(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  for (let i = start + 1; i < end; i += 1) {
    if (text[i] === '\\' && quote === '"') i += 1;
    else if (text[i] === quote) {
      if (quote === '"' || text[i + 1] !== quote) return i;
      i += 1;
    }
  }
  return undefined;
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text[at] ?? '')) at += 1;
  return at;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
