import type { Token } from 'markdown-it';
import { enclosedEnd } from './html-tag.ts';
import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const white = '[ \\t\\n\\v\\f\\r]';
const name = '[-a-zA-Z0-9:_]+';
/** A backslash before one of these makes it a plain character. */
const escaped = /\\[\\`*_{}[\]()>#+\-.!:|]/y;
const openTag = new RegExp(`<[!$]?${name}(?=>|${white})`, 'y');
const otherTag = new RegExp(`<(?:${name}${white}*/|/${name}${white}*)>`, 'y');

/** What a token is made of, and where in the text it ends. */
interface Found {
  readonly end: number;
  readonly tokens: Token[];
}

/**
 * Puts marks in the place of escaped characters, code spans and tags, so that nothing in them is taken for Markdown.
 * Michelf: `Markdown::parseSpan`.
 */
export function readSpanTokens(text: SourceText, state: ExtraState): SourceText {
  const parts: SourceText[] = [];
  const special = /[\\<]|`+/g;
  let done = 0;
  for (let match = special.exec(text.text); match !== null; match = special.exec(text.text)) {
    const at = match.index;
    const found = match[0].startsWith('`') ? readCode(text, at, match[0], state) : readOther(text, at, state);
    if (found === undefined) continue;
    parts.push(text.slice(done, at), state.mark(found.tokens, 'X', text.slice(at, found.end).span));
    done = found.end;
    special.lastIndex = done;
  }
  parts.push(text.slice(done));
  return SourceText.join(parts);
}

function readOther(text: SourceText, at: number, state: ExtraState): Found | undefined {
  if (text.text[at] === '\\') {
    escaped.lastIndex = at;
    if (!escaped.test(text.text)) return undefined;
    return { end: at + 2, tokens: [state.made(`&#${text.text.charCodeAt(at + 1)};`)] };
  }
  const end = htmlEnd(text.text, at, state);
  return end < 0 ? undefined : { end, tokens: state.tokens(text.slice(at, end), 'html_inline') };
}

function htmlEnd(text: string, at: number, state: ExtraState): number {
  if (/^<(?:!--|[?%])/.test(text.slice(at, at + 4))) {
    const end = enclosedEnd(text, at, state);
    if (end >= 0) return end;
  }
  openTag.lastIndex = at;
  const end = openTag.test(text) ? attributesEnd(text, openTag.lastIndex, state) : -1;
  if (end >= 0) return end;
  otherTag.lastIndex = at;
  return otherTag.test(text) ? otherTag.lastIndex : -1;
}

/** Where a tag ends whose name ends at `from`, or -1. A quote in it must be closed. */
function attributesEnd(text: string, from: number, state: ExtraState): number {
  if (state.isTired) return -1;
  let at = from;
  while (at < text.length && text[at] !== '>') {
    const quote = text.charAt(at);
    const next = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : at;
    if (next < 0) at = text.length;
    else at = next + 1;
  }
  state.spend(at - from);
  return at < text.length ? at + 1 : -1;
}

/** A code span ends at the next run of just as many backticks; an empty one is none. */
function readCode(text: SourceText, at: number, ticks: string, state: ExtraState): Found | undefined {
  const start = at + ticks.length;
  if (state.isTired) return undefined;
  const runs = /`+/g;
  runs.lastIndex = start;
  for (let run = runs.exec(text.text); run !== null; run = runs.exec(text.text)) {
    if (run[0].length !== ticks.length) continue;
    state.spend(run.index - start);
    const token = state.token('code_inline', 'code', 0);
    token.children = state.tokens(text.slice(start, run.index).trim(), 'code');
    return { end: runs.lastIndex, tokens: [token] };
  }
  state.spend(text.length - start);
  return undefined;
}
