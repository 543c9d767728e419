import { knownField } from '../../fields/known-fields.ts';
import { parsePost } from '../../post/parse-post.ts';
import type { Field, FrontMatter, Post } from '../../post/post.ts';
import { type Span, slice, span } from '../../text/span.ts';
import { applyEdits } from '../../text/text-edit.ts';

/** Dashes around a front matter that don't do what the writer meant. */
export type Boundary =
  /**
   * The opening dashes aren't the file's first three characters: the generator sees no front matter at all. Where
   * they are `missing`, `opener` is the first field's name.
   */
  | {
      readonly kind: 'not-seen';
      readonly opener: Span;
      readonly closer: Span | undefined;
      readonly before: Before;
    }
  /** Nothing closes it, or only dashes that belong to the text below it (`taken`). */
  | { readonly kind: 'unclosed'; readonly end: number; readonly taken: Span | undefined }
  /** Dashes within it close it; the writer meant those at `meant`. */
  | { readonly kind: 'closed-early'; readonly closer: Span; readonly meant: Span | undefined };

/** What keeps opening dashes from being the first three characters. */
export type Before = 'byte-order-mark' | 'blank' | 'other-dashes' | 'missing';

/** One line of a text: its span without the line break, and what it says. */
interface Line {
  readonly span: Span;
  readonly text: string;
}

/** A key and its colon, as a front matter has them; so does many a line of prose. */
const ENTRY = /^(?:([\p{L}_][\p{L}\p{N}_.-]*)|"[^"]+"|'[^']+')[ \t]*:(?:[ \t]|$)/u;

/** A line that a front matter may hold: blank, a comment, an entry, or part of the entry above it. */
const WITHIN = /^(?:[ \t]|$|#|- |-$)/;

/** Opening dashes after what keeps them from being seen, alone on their line. */
const LATE_OPENER = /^([\s\uFEFF\u200B\u2060]*)([-–—]{1,5})[ \t]*(?=[\r\n])/u;

/** How many lines a front matter may have at which dashes are still looked for: more are no writer's. */
const MOST_LINES = 500;

const found = new WeakMap<Post, { readonly boundary: Boundary | undefined }>();

/** What is wrong with the dashes around a post's front matter, if anything surely is. */
export function boundaryMistake(post: Post): Boundary | undefined {
  const known = found.get(post);
  if (known) return known.boundary;
  const boundary = post.frontMatter ? misplacedCloser(post, post.frontMatter) : withoutFrontMatter(post.text);
  found.set(post, { boundary });
  return boundary;
}

function withoutFrontMatter(text: string): Boundary | undefined {
  const [, blank = '', dashes = ''] = LATE_OPENER.exec(text) ?? [];
  if (dashes === '') return withoutOpener(text);
  const opener = span(blank.length, blank.length + dashes.length);
  const below = linesFrom(text, lineEnd(text, opener.end));
  const isRead = dashes === '---';
  const end = below.findIndex(({ text: line }) => (isRead ? /^---/ : /^[-–—]{1,5}[ \t]*$/).test(line));
  const inside = below.slice(0, end === -1 ? undefined : end);
  if (!startsWithFields(inside)) return undefined;
  if (isRead && blank === '') return { kind: 'unclosed', end: endOfFields(inside), taken: undefined };
  const closing = below[end];
  const closer = closing && span(closing.span.start, closing.span.start + closing.text.trimEnd().length);
  if (!isRead && !closer) return undefined;
  const before = !isRead
    ? 'other-dashes'
    : /\S/.test(blank.replaceAll('\uFEFF', '?'))
      ? 'byte-order-mark'
      : 'blank';
  return { kind: 'not-seen', opener, closer: isRead ? undefined : closer, before };
}

/** Fields at the start of the file, and dashes below them: only those above are missing. */
function withoutOpener(text: string): Boundary | undefined {
  const lines = linesFrom(text, /^\s*/.exec(text)?.[0].length ?? 0);
  const end = lines.findIndex(({ text: line }) => /^---[ \t]*$/.test(line));
  const inside = lines.slice(0, Math.max(0, end));
  const [first] = inside;
  if (!first || !startsWithFields(inside) || !inside.some(isKnownEntry)) return undefined;
  if (!inside.every(({ text: line }) => WITHIN.test(line) || ENTRY.test(line))) return undefined;
  const name = first.span.start + first.text.indexOf(':');
  return { kind: 'not-seen', opener: span(first.span.start, name), closer: undefined, before: 'missing' };
}

/** Whether these lines are surely fields and no prose: two entries in a row, or one with a key that has a meaning. */
function startsWithFields(lines: readonly Line[]): boolean {
  const [first, second] = lines.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const key = ENTRY.exec(first?.text ?? '');
  return key !== null && (knownField(key[1] ?? '') !== undefined || ENTRY.test(second?.text ?? ''));
}

/** The end of the last line that surely belongs to the fields: before the first blank line after which prose comes. */
function endOfFields(lines: readonly Line[]): number {
  const prose = lines.findIndex(({ text }) => !WITHIN.test(text) && !ENTRY.test(text));
  return lastFieldLine(lines, prose === -1 ? lines.length : prose)?.span.end ?? 0;
}

/** The last line above `below` that isn't blank, nor a heading (which a YAML comment looks like) after a blank line. */
function lastFieldLine(lines: readonly Line[], below: number): Line | undefined {
  let last = below - 1;
  for (let at = last; at >= 0; at -= 1) {
    const line = lines[at]?.text.trim() ?? '';
    if (line !== '' && !line.startsWith('#')) break;
    if (line === '') last = at - 1;
  }
  return lines[last];
}

function misplacedCloser(post: Post, frontMatter: FrontMatter): Boundary | undefined {
  const { text } = post;
  const { opener, closer } = frontMatter;
  const lines = linesFrom(text, lineEnd(text, opener.end), closer.start);
  const isInline = closer.start > 0 && !'\r\n'.includes(text.charAt(closer.start - 1));
  return (
    indentedCloser(lines, frontMatter) ??
    unclosed(lines, frontMatter) ??
    closedEarly(post, frontMatter, isInline ? lines.at(-1) : undefined)
  );
}

/** Dashes after a space close nothing: they go on with the text of the field above, and so does all below them. */
function indentedCloser(lines: readonly Line[], { closer, fields }: FrontMatter): Boundary | undefined {
  const line = lines.find(({ text }) => /^[ \t]+-{3,}[ \t]*$/.test(text));
  const field = line && fields.findLast(({ span: where }) => where.start < line.span.start);
  if (!line || field?.node.style !== 'plain' || field.span.end < line.span.start) return undefined;
  return { kind: 'unclosed', end: line.span.end, taken: closer };
}

/** The text below the fields is read as YAML up to dashes of its own: a rule, or the second line of a table. */
function unclosed(lines: readonly Line[], { problem, closer, fields }: FrontMatter): Boundary | undefined {
  if (!problem || fields.length === 0) return undefined;
  const isClosed = closer.start < closer.end;
  const prose = lines.findIndex(({ text }) => !WITHIN.test(text) && !ENTRY.test(text));
  const stop = lines.findIndex(({ span: line }) => line.end >= problem.span.start);
  const body = Math.min(prose, stop);
  if (body < 1 || lines.slice(body).some(isKnownEntry)) return undefined;
  const last = lastFieldLine(lines, body);
  const blankAbove = last !== undefined && last !== lines[body - 1];
  if (!blankAbove || problem.span.start <= last.span.end) return undefined;
  return { kind: 'unclosed', end: last.span.end, taken: isClosed ? closer : undefined };
}

/** The fields go on below the dashes that close them. */
function closedEarly(
  post: Post,
  { closer, problem, fields }: FrontMatter,
  inline: Line | undefined,
): Boundary | undefined {
  const { path, text } = post;
  const below = linesFrom(text, closer.end);
  const end = below.findIndex(({ text: line }) => /^---[ \t]*$/.test(line));
  const inside = below.slice(0, Math.max(0, end)).slice(1);
  const meant = below[end] && span(below[end].span.start, below[end].span.start + 3);
  if (inline) {
    const isWithin = ENTRY.test(inline.text) || /^[ \t]/.test(inline.text);
    const goesOn = inside.every(({ text: line }) => WITHIN.test(line) || ENTRY.test(line));
    return isWithin || (meant && goesOn && inside.some(isKnownEntry))
      ? { kind: 'closed-early', closer, meant: goesOn ? meant : undefined }
      : undefined;
  }
  if (!meant) return undefined;
  if (problem?.kind === 'unclosed-quote') {
    // Read on past the dashes: if the quote closes below, they stand in its text.
    const { frontMatter } = parsePost(
      path,
      applyEdits(text, [{ span: span(closer.start, closer.start), text: ' ' }]),
    );
    const isText = frontMatter && !frontMatter.problem && frontMatter.closer.start === meant.start + 1;
    return isText ? { kind: 'closed-early', closer, meant } : undefined;
  }
  if (goesOnWith(fields.at(-1), inside, text)) return { kind: 'closed-early', closer, meant };
  if (!inside.some(isKnownEntry)) return undefined;
  const isProse = inside.some(
    ({ text: line }) => line.trim() === '' || !(WITHIN.test(line) || ENTRY.test(line)),
  );
  return isProse ? undefined : { kind: 'closed-early', closer, meant };
}

/** Whether these lines are the rest of a block of text: all of them are indented as it is. */
function goesOnWith(field: Field | undefined, lines: readonly Line[], text: string): boolean {
  if (!field || !['literal', 'folded'].includes(field.node.style) || lines.length === 0) return false;
  const indent = /[\r\n]([ ]+)\S/.exec(slice(text, field.node.span))?.[1];
  return (
    indent !== undefined && lines.every(({ text: line }) => line.startsWith(indent) && line.trim() !== '')
  );
}

function isKnownEntry({ text }: Line): boolean {
  return knownField(ENTRY.exec(text)?.[1] ?? '') !== undefined;
}

/** The lines of a text from an offset on, the rest of the line that it stands in first; at most `MOST_LINES`. */
function linesFrom(text: string, from: number, until = text.length): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= until && lines.length < MOST_LINES; ) {
    const end = Math.min(until, lineEnd(text, start));
    lines.push({ span: span(start, end), text: text.slice(start, end) });
    if (end >= until) break;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
