import { attributeList } from './attributes.ts';
import { enclosedEnd, isTagOf, tagEnd } from './html-tag.ts';
import { SourceText } from './source-text.ts';
import type { Boundary, ExtraState } from './state.ts';

/** Elements that are blocks wherever their tag stands. */
const blockTags =
  'p|div|h[1-6]|blockquote|pre|table|dl|ol|ul|address|form|fieldset|iframe|hr|legend|article|section|nav|aside|' +
  'hgroup|header|footer|figcaption|figure|details|summary';
/** Elements that are blocks when nothing follows their opening tag in its line. */
const contextTags =
  'script|noscript|style|ins|del|iframe|object|source|track|param|math|svg|canvas|audio|video';
/** Elements whose content is never Markdown. */
const cleanTags = 'script|style|math|svg';
/** Elements in which `markdown="1"` means spans. */
const spanTags = 'p|h[1-6]|li|dd|dt|td|th|legend|address';
/** Elements without an end. */
const voidTags = 'hr|img|param|source|track';

/** How deep Markdown in HTML in Markdown is followed. */
const maxDepth = 20;

interface Context {
  /** Columns to ignore when looking for indented code, in Markdown inside HTML. */
  readonly indent: number;
  /** The element that the Markdown is inside of; its closing tag ends it. */
  readonly enclosing: string;
  /** Whether there are spans only, no blocks. */
  readonly spans: boolean;
  readonly depth: number;
}

/** What was read, and what remains. */
type Read = readonly [read: SourceText, rest: SourceText];

/**
 * Puts marks in the place of blocks of HTML, which Markdown then leaves alone, but for what `markdown="1"` asks for.
 * Knows code just well enough not to look for tags in it. Michelf: `MarkdownExtra::hashHTMLBlocks`.
 */
export function readHtmlBlocks(text: SourceText, state: ExtraState): SourceText {
  if (!text.text.includes('<')) return text;
  return readMarkdown(text, state, { indent: 0, enclosing: '', spans: false, depth: 0 })[0];
}

/** White space as PHP's patterns know it. */
const white = ' \\t\\n\\v\\f\\r';

const patterns = new Map<string, RegExp>();

/** What may start a tag or code. */
function pattern({ indent, enclosing, spans }: Context): RegExp {
  const key = `${indent} ${enclosing} ${spans}`;
  let found = patterns.get(key);
  if (found === undefined) {
    // Outside of HTML any tag is passed over as a whole, and a name is never given back once it is found.
    const last = enclosing === '' ? `(?![${white}])` : enclosing.replaceAll('$', '\\$');
    const names = [blockTags, contextTags, cleanTags, last].join('|');
    const element = `</?(?=(?<name>${names}))\\k<name>(?=[${white}"'/a-zA-Z0-9>])`;
    const tag = `(?<tag>${element}|<!--|<\\?|<%|<!\\[CDATA\\[)`;
    const code = `(?<code>(?:^ *\\n|^|\\n *\\n) {${indent + 4}}[^\\n]*\\n(?:(?: {${indent + 4}}[^\\n]*| *)\\n)*)`;
    const fence =
      `(?<fence>(?<=^|\\n)(?<space> {0,${indent + 3}})(?<marker>~{3,}|\`{3,}) *` +
      `(?:\\.?[-_:a-zA-Z0-9]+ *)?(?:${attributeList} *)?(?=\\n))`;
    found = new RegExp([tag, ...(spans ? [] : [code, fence]), '(?<ticks>`+)'].join('|'), 'g');
    if (patterns.size > 100) patterns.clear();
    patterns.set(key, found);
  }
  return found;
}

/** Reads Markdown with HTML in it, up to the end of the enclosing element or of the text. */
function readMarkdown(text: SourceText, state: ExtraState, context: Context): Read {
  const parts: SourceText[] = [];
  let rest = text;
  let depth = 0;
  while (rest.length > 0) {
    const found = next(rest.text, state, context);
    const before = rest.slice(0, found?.start ?? rest.length);
    parts.push(context.spans ? withoutBlocks(before, state) : before);
    if (found === undefined) return [SourceText.join(parts), rest.slice(rest.length)];
    const { start, end, isTag } = found;
    const tag = rest.text.slice(start, end);
    const after = rest.slice(end);
    if (!isTag) {
      parts.push(rest.slice(start, end));
      rest = after;
    } else if (isTagOf(blockTags, tag) && !tag.startsWith('</')) {
      const [block, remaining] = readHtml(rest.slice(start), state, 'B', context.depth);
      parts.push(block.before('\n\n').after('\n\n'));
      rest = remaining;
    } else if (
      isTagOf(contextTags, tag) &&
      !tag.startsWith('</') &&
      /^(?: *<!--[\s\S]*?-->)? *\n/.test(after.text)
    ) {
      const [block, remaining] = readHtml(rest.slice(start), state, 'B', context.depth);
      parts.push(block.before('\n\n').after('\n\n'));
      rest = remaining;
    } else if ((isTagOf(cleanTags, tag) && !tag.startsWith('</')) || tag[1] === '!' || tag[1] === '?') {
      const [block, remaining] = readHtml(rest.slice(start), state, 'C', maxDepth);
      parts.push(block);
      rest = remaining;
    } else {
      if (context.enclosing !== '' && isTagOf(context.enclosing, tag)) {
        if (tag.startsWith('</')) depth--;
        else if (!tag.endsWith('/>')) depth++;
        if (depth < 0) return [SourceText.join(parts), rest.slice(start)];
      }
      parts.push(rest.slice(start, end));
      rest = after;
    }
  }
  return [SourceText.join(parts), rest];
}

/** In spans no line may look like the start of a block. */
function withoutBlocks(text: SourceText, state: ExtraState): SourceText {
  const nothing = state.mark([], ':', text.span).text;
  const parts = text.lines().map((line, index) => line.before(index === 0 ? nothing : `\n${nothing}`));
  return SourceText.join(parts).after(nothing);
}

/** The next tag or piece of code. Code reaches to its end, so that nothing in it is looked at. */
function next(
  text: string,
  state: ExtraState,
  context: Context,
): { readonly start: number; readonly end: number; readonly isTag: boolean } | undefined {
  for (const match of text.matchAll(pattern(context))) {
    const start = match.index;
    const end = start + match[0].length;
    const { tag, code, fence, ticks, marker = '', space = '' } = match.groups ?? {};
    if (code !== undefined) return { start, end, isTag: false };
    if (fence !== undefined || ticks !== undefined) {
      const after = text.slice(end);
      // Three backticks within a line are taken for a fence, too.
      const isFence = fence !== undefined || (ticks?.length ?? 0) >= 3;
      const length = isFence
        ? fenceLength(after, ticks ?? marker, space.length, state)
        : codeSpanLength(after, ticks ?? '', state);
      return { start, end: end + length, isTag: false };
    }
    const close = /^<[!?%]/.test(tag ?? '') ? enclosedEnd(text, start, state) : tagEnd(text, end, state);
    if (close >= 0) return { start, end: close, isTag: true };
  }
  return undefined;
}

/** How far a fenced block reaches behind its opening marker; nothing when it isn't closed. */
function fenceLength(text: string, marker: string, indent: number, state: ExtraState): number {
  if (state.isTired) return 0;
  const close = new RegExp(`(?<=^|\\n) {${indent}}${marker} *(?:\\n|$)`).exec(text);
  const length = close === null ? 0 : close.index + close[0].length;
  state.spend(length === 0 ? text.length : length);
  return length;
}

/** How far a code span reaches behind its opening backticks; a blank line ends the search. */
function codeSpanLength(text: string, ticks: string, state: ExtraState): number {
  if (state.isTired) return 0;
  const blank = text.indexOf('\n\n');
  const paragraph = blank < 0 ? text : text.slice(0, blank);
  for (const { 0: run, index } of paragraph.matchAll(/`+/g)) {
    if (run.length !== ticks.length) continue;
    state.spend(index);
    return index + run.length;
  }
  state.spend(paragraph.length);
  return 0;
}

/** A tag, a comment or the like inside HTML. */
const anyTag = /<\/?[\w:$]+|<!--|<\?|<%|<!\[CDATA\[/g;
const markdownAttribute = /(?<!\s)\s*markdown\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/;

/** Reads an element from its opening tag to its end, or a comment or the like. */
function readHtml(text: SourceText, state: ExtraState, boundary: Boundary, depth: number): Read {
  const name = /^<([\w:$]*)\b/.exec(text.text)?.[1] ?? '';
  const parts: SourceText[] = [];
  let rest = text;
  let block: SourceText[] = [];
  let level = 0;
  do {
    const found = nextTag(rest.text, state);
    // Without its end this is no element: its first character is text, and what follows is looked at anew.
    if (found === undefined) return [text.slice(0, 1), text.slice(1)];
    const tag = rest.slice(found.start, found.end);
    block.push(rest.slice(0, found.start));
    rest = rest.slice(found.end);
    if (isTagOf(voidTags, tag.text) || tag.text[1] === '!' || tag.text[1] === '?') {
      block.push(tag);
      continue;
    }
    if (isTagOf(name, tag.text)) {
      if (tag.text[1] === '/') level--;
      else if (!tag.text.endsWith('/>')) level++;
      // Known at once where nothing is closed any more, as thousands of elements would each be looked through.
      if (level > 0 && !rest.text.includes('</')) return [text.slice(0, 1), text.slice(1)];
    }
    const attribute = boundary === 'B' && depth < maxDepth ? markdownAttribute.exec(tag.text) : null;
    const mode = attribute === null ? '' : (attribute[1] ?? attribute[2] ?? attribute[3] ?? '');
    if (attribute === null || !/^1|block|span$/.test(mode)) {
      block.push(tag);
      continue;
    }
    const spans = mode === 'span' || (mode !== 'block' && isTagOf(spanTags, tag.text) && tag.text[1] !== '/');
    const line = SourceText.join(block).text.replace(/\n$/, '');
    const indent = /^ */.exec(line.slice(line.lastIndexOf('\n') + 1))?.[0].length ?? 0;
    const { index } = attribute;
    block.push(tag.slice(0, index), tag.slice(index + attribute[0].length));
    parts.push(markHtml(SourceText.join(block), state, boundary));
    const enclosing = /^<([\w:$]*)\b/.exec(tag.text)?.[1] ?? '';
    const [inner, remaining] = readMarkdown(rest, state, { indent, enclosing, spans, depth: depth + 1 });
    const outdented = indent > 0 ? inner.remove(new RegExp(`(?<=^|\\n) {1,${indent}}`, 'g')) : inner;
    parts.push(spans ? outdented : outdented.before('\n\n').after('\n\n'));
    rest = remaining;
    block = [];
  } while (level > 0);
  parts.push(markHtml(SourceText.join(block), state, boundary));
  return [SourceText.join(parts), rest];
}

function nextTag(
  text: string,
  state: ExtraState,
): { readonly start: number; readonly end: number } | undefined {
  if (state.isTired) return undefined;
  for (const { 0: opening, index: start } of text.matchAll(anyTag)) {
    const end = /^<[!?%]/.test(opening)
      ? enclosedEnd(text, start, state)
      : tagEnd(text, start + opening.length, state);
    if (end < 0) continue;
    state.spend(end);
    return { start, end };
  }
  state.spend(text.length);
  return undefined;
}

function markHtml(html: SourceText, state: ExtraState, boundary: Boundary): SourceText {
  return state.mark(state.tokens(html, 'html_block'), boundary, html.span);
}
