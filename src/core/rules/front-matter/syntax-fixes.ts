import { knownField } from '../../fields/known-fields.ts';
import { type PostDialect, parsePost } from '../../post/parse-post.ts';
import type { Post, YamlProblem, YamlProblemKind } from '../../post/post.ts';
import { english, type Message, message } from '../../text/message.ts';
import { type Span, slice, span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { Fix } from '../rule.ts';
import { inQuotes } from './quoted.ts';
import { entryFixes } from './syntax-fixes-entry.ts';
import { indentFixes, tabFixes } from './syntax-fixes-indent.ts';
import { endOfEntry, nextLineAt, type YamlLine, yamlLineAt } from './yaml-lines.ts';

/** A mistake with what the fixes look at. */
export interface Broken {
  readonly text: string;
  readonly problem: YamlProblem;
  readonly line: YamlLine;
  /** Where the YAML ends. */
  readonly until: number;
}

/** A way to mend a mistake that may turn out not to. */
export interface Attempt {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

type Attempts = (broken: Broken) => readonly Attempt[];

const ATTEMPTS: Partial<Record<YamlProblemKind, Attempts>> = {
  'colon-in-value': quoteValue,
  'reserved-character': (broken) => [...quoteKey(broken), ...quoteName(broken), ...quoteValue(broken)],
  'text-after-value': quoteValue,
  'template-text': quoteValue,
  'unknown-alias': quoteValue,
  'unknown-tag': quoteValue,
  'missing-colon': quoteValue,
  'unclosed-bracket': (broken) =>
    holdsText(broken)
      ? [...quoteValue(broken), ...closeBracket(broken)]
      : [...closeBracket(broken), ...quoteValue(broken)],
  'unclosed-quote': closeOrQuote,
  'unknown-escape': otherEscapes,
  'key-not-text': quoteKey,
  'duplicate-key': removeDuplicate,
  'missing-space-after-colon': ({ problem }) => [
    { title: message('Add a space after the colon'), edits: [insert(problem.span.end, ' ')] },
  ],
  'missing-space-after-dash': ({ problem }) => [
    { title: message('Add a space after the dash'), edits: [insert(problem.span.end, ' ')] },
  ],
  'impossible-date': swapMonthAndDay,
  'tab-indentation': tabFixes,
  indentation: (broken) => [...indentFixes(broken), ...quoteValue(broken)],
  'not-an-entry': entryFixes,
};

/** The ways that surely mend a mistake: each is tried out on the text, and those that don't help are left out. */
export function syntaxFixes(post: Post, problem: YamlProblem, dialect: PostDialect): readonly Fix[] {
  const { text, frontMatter } = post;
  if (!frontMatter) return [];
  const broken = { text, problem, line: yamlLineAt(text, problem.span.start), until: frontMatter.yaml.end };
  const fixes = new Map<string, Attempt>();
  for (const attempt of ATTEMPTS[problem.kind]?.(broken) ?? []) {
    const title = english(attempt.title);
    if (!fixes.has(title) && helps(post, broken, attempt.edits, dialect)) fixes.set(title, attempt);
  }
  return [...fixes.values()].map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** Whether the front matter ends where it did, and has no mistake, or one below this entry only. */
function helps(
  post: Post,
  { text, line, until }: Broken,
  edits: readonly TextEdit[],
  dialect: PostDialect,
): boolean {
  const { frontMatter } = parsePost(post.path, applyEdits(text, edits), dialect);
  if (frontMatter?.closer.start !== moved(post.frontMatter?.closer.start ?? 0, edits)) return false;
  const end = endOfEntry(text, line, until);
  return frontMatter.problem === undefined || frontMatter.problem.span.start > moved(end, edits);
}

/** Where an offset is after the edits. */
function moved(offset: number, edits: readonly TextEdit[]): number {
  const before = edits.filter(({ span: where }) => where.end <= offset);
  return before.reduce((sum, { span: where, text }) => sum + text.length - (where.end - where.start), offset);
}

/** An edit that takes nothing away. */
function insert(at: number, text: string): TextEdit {
  return { span: span(at, at), text };
}

/** Puts the entry's value, or the item, in quotes, with the lines that go on with it; else the text of the entry above. */
function quoteValue({ text, line, until }: Broken): readonly Attempt[] {
  // A field that was indented by mistake is no text of the one above.
  const isField = line.key !== undefined && knownField(slice(text, line.key)) !== undefined;
  const above = isField ? undefined : entryAbove(text, line);
  return [line, ...(above ? [above] : [])].flatMap((entry) => {
    const end = endOfEntry(text, entry, until);
    const value = span(entry.value.start, end > entry.span.end ? end : entry.value.end);
    const bracket = /^[[{]/.test(slice(text, value));
    if (bracket && entry.key && knownField(slice(text, entry.key))?.holds === 'names') return [];
    if (!entry.item) return [inQuotesAt(text, value)];
    const places = isProse(text, entry) ? [entry.item, value] : [value, entry.item];
    return places.map((where) => inQuotesAt(text, where));
  });
}

function inQuotesAt(text: string, where: Span): Attempt {
  return { title: message('Put it in quotes'), edits: [{ span: where, text: inQuotes(slice(text, where)) }] };
}

/** The entry or item that a deeper indented line goes on with; undefined where none is above. */
function entryAbove(text: string, { indent, span: { start } }: YamlLine): YamlLine | undefined {
  for (let at = start; at > 0; ) {
    const above = yamlLineAt(text, at - 1);
    const isShallower = above.indent.end - above.indent.start < indent.end - indent.start;
    if (isShallower && above.indent.end < above.span.end) return above.key || above.item ? above : undefined;
    at = above.span.start;
  }
  return undefined;
}

/** Whether an item with a colon is a sentence, and no `name: value`: several words come before the colon. */
function isProse(text: string, { key }: YamlLine): boolean {
  return key !== undefined && /\s/.test(slice(text, key).trim());
}

/** Puts the name in a list such as `[@one, two]` in quotes. */
function quoteName({ text, line, problem }: Broken): readonly Attempt[] {
  if (!/^[[{]/.test(slice(text, line.value))) return [];
  const { start } = problem.span;
  const length = /^[^,\]}\r\n]*/.exec(text.slice(start, line.value.end))?.[0].trimEnd().length ?? 0;
  return [inQuotesAt(text, span(start, start + length))];
}

function quoteKey({ text, line: { key, indent }, problem }: Broken): readonly Attempt[] {
  if (!key || problem.span.start !== indent.end) return [];
  return [
    {
      title: message('Put the field’s name in quotes'),
      edits: [{ span: key, text: inQuotes(slice(text, key)) }],
    },
  ];
}

function holdsText({ text, line: { key } }: Broken): boolean {
  return key !== undefined && knownField(slice(text, key))?.holds === 'text';
}

function closeBracket({ text, problem, line, until }: Broken): readonly Attempt[] {
  const bracket = text[problem.span.start] === '[' ? ']' : '}';
  if (problem.span.start !== line.value.start || slice(text, line.value).includes(bracket)) return [];
  return [{ title: message('Close the bracket'), edits: [insert(endOfValue(text, line, until), bracket)] }];
}

/** Where a value ends that may go on for several lines. */
function endOfValue(text: string, line: YamlLine, until: number): number {
  const end = endOfEntry(text, line, until);
  return end > line.span.end ? end : line.value.end;
}

/** Words that start with an apostrophe, which YAML takes for a quote. */
const APOSTROPHE = /^'(?:tis|twas|til|em|cause|n|round|\d\ds?)\b/i;

function closeOrQuote(broken: Broken): readonly Attempt[] {
  const startsWithWord = APOSTROPHE.test(broken.text.slice(broken.problem.span.start).slice(0, 10));
  const close = closeQuote(broken);
  return startsWithWord ? [...quoteValue(broken), ...close] : close;
}

/** Closes a quote at its value's end, where another kind of quote may stand by mistake. */
function closeQuote({ text, problem, line, until }: Broken): readonly Attempt[] {
  const quote = text[problem.span.start] ?? '';
  const end = endOfValue(text, line, until);
  const hasOther = /['"’”]/.test(text[end - 1] ?? '') && end - 1 > problem.span.start;
  return [
    {
      title: message('Close the quote'),
      edits: [{ span: span(hasOther ? end - 1 : end, end), text: quote }],
    },
  ];
}

/** In single quotes a backslash is itself; in double quotes two of them are one. */
function otherEscapes({ text, problem, line: { value } }: Broken): readonly Attempt[] {
  const doubled = { title: message('Write two backslashes'), edits: [insert(problem.span.start, '\\')] };
  const inner = /^"(.*)"$/.exec(slice(text, value))?.[1];
  if (inner === undefined || /\\["nt]/.test(inner)) return [doubled];
  const single = `'${inner.replaceAll("'", "''")}'`;
  return [{ title: message('Use single quotes'), edits: [{ span: value, text: single }] }, doubled];
}

/** Removes the entry that stands there twice, the second one or the first. */
function removeDuplicate({ text, problem, line, until }: Broken): readonly Attempt[] {
  if (problem.span.start !== line.indent.end) return [];
  const name = slice(text, problem.span);
  const key = name.replace(/^(['"])(.*)\1$/, '$2');
  const again: Attempt = {
    title: message('Remove this `{0}`', key),
    edits: [{ span: wholeEntry(text, line, until), text: '' }],
  };
  const first = firstOf(text, key, line);
  if (!first) return [again];
  return [
    again,
    {
      title: message('Remove the first `{0}`', key),
      edits: [{ span: wholeEntry(text, first, until), text: '' }],
    },
  ];
}

/** The line above with the same key and indentation. */
function firstOf(text: string, key: string, { indent, span: { start } }: YamlLine): YamlLine | undefined {
  for (let at = start - 1; at > 0; ) {
    const line = yamlLineAt(text, at);
    const name = line.key && slice(text, line.key).replace(/^(['"])(.*)\1$/, '$2');
    if (name === key && !line.item && slice(text, line.indent) === slice(text, indent)) return line;
    if (line.span.start === 0) return undefined;
    at = line.span.start - 1;
  }
  return undefined;
}

/** An entry with its line breaks: the one behind it, or in the last line the one before it. */
function wholeEntry(text: string, line: YamlLine, until: number): Span {
  const end = endOfEntry(text, line, until);
  return span(line.span.start, nextLineAt(text, end));
}

function swapMonthAndDay({ text, problem }: Broken): readonly Attempt[] {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(slice(text, problem.span)) ?? [];
  if (!year || !month || !day || Number(month) <= 12 || Number(day) > 12) return [];
  const date = span(problem.span.start, problem.span.start + `${year}-${month}-${day}`.length);
  return [{ title: message('Swap month and day'), edits: [{ span: date, text: `${year}-${day}-${month}` }] }];
}
