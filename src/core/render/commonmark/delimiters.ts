import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import Markdown from 'markdown-it';

/** A run of `*`, `_` or `~`, or one quotation mark, that may open or close something. */
export interface Delimiter {
  readonly character: string;
  readonly token: Token;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** How many characters it had, and how many are left. */
  readonly originalLength: number;
  length: number;
  /** What is to stand in front of what is left of it, and behind. */
  readonly before: Token[];
  readonly after: Token[];
}

/** How many characters of two runs of one character make a pair; none if they don't fit. */
type Use = (opener: Delimiter, closer: Delimiter) => number;

interface Kind {
  readonly use: Use;
  /** Which closers look for openers alike, so that a search in vain is made once. */
  key(closer: Delimiter): string;
  /** Does what a pair means. */
  pair(opener: Delimiter, closer: Delimiter, length: number): void;
}

const emphasis: Kind = {
  use(opener, closer) {
    const sum = opener.originalLength + closer.originalLength;
    const isInside = opener.canClose || closer.canOpen;
    if (isInside && closer.originalLength % 3 !== 0 && sum % 3 === 0) return 0;
    return opener.length >= 2 && closer.length >= 2 ? 2 : 1;
  },
  key: ({ character, canOpen, originalLength, length }) =>
    `${character}${canOpen}${originalLength % 3}${Math.min(length, 2)}`,
  pair: (opener, closer, length) => wrap(opener, closer, length === 2 ? 'strong' : 'em'),
};

const strikethrough: Kind = {
  use: (opener, closer) => (opener.length === closer.length && opener.length <= 2 ? opener.length : 0),
  key: ({ length }) => `~${Math.min(length, 3)}`,
  pair: (opener, closer) => wrap(opener, closer, 'del'),
};

function quotation(open: string, close: string): Kind {
  return {
    use: () => 1,
    key: ({ character }) => character,
    pair(opener, closer) {
      opener.after.unshift(textToken(open));
      closer.before.push(textToken(close));
    },
  };
}

const kinds: Readonly<Record<string, Kind>> = {
  '*': emphasis,
  _: emphasis,
  '~': strikethrough,
  '"': quotation('“', '”'),
  "'": quotation('‘', '’'),
};

/** What a quotation mark becomes that has no other. */
const unpaired: Readonly<Record<string, string>> = { '"': '“', "'": '’' };

function wrap(opener: Delimiter, closer: Delimiter, tag: string): void {
  opener.after.unshift(new Markdown.Token(`${tag}_open`, tag, 1));
  closer.before.push(new Markdown.Token(`${tag}_close`, tag, -1));
}

function textToken(content: string): Token {
  const token = new Markdown.Token('text', '', 0);
  token.content = content;
  return token;
}

/** The runs in the order of the text, for each list of delimiters that markdown-it keeps: one a link, one around. */
const runs = new WeakMap<object, Delimiter[]>();

/** An inline rule: takes a run of delimiters, or a quotation mark. League: `Delimiter/DelimiterParser.php`. */
function takeDelimiters(state: StateInline, silent: boolean): boolean {
  const character = state.src.charAt(state.pos);
  if (kinds[character] === undefined) return false;
  const isQuote = character in unpaired;
  let end = state.pos + 1;
  while (!isQuote && end < state.posMax && state.src[end] === character) end++;
  const written = state.src.slice(state.pos, end);
  const start = state.pos;
  state.pos = end;
  if (silent) return true;
  const token = state.push('text', '', 0);
  token.content = written;
  const [left, right] = flanking(characterBefore(state.src, start), characterAfter(state.src, end));
  const before = characterBefore(state.src, start);
  const after = characterAfter(state.src, end);
  const strict = character === '_';
  const canOpen = left && !(isQuote && right) && (!strict || !right || isPunctuation(before));
  const canClose = right && (!strict || !left || isPunctuation(after));
  const { length } = written;
  const delimiter = {
    character,
    token,
    canOpen,
    canClose,
    length,
    originalLength: length,
    before: [],
    after: [],
  };
  const list = runs.get(state.delimiters) ?? [];
  list.push(delimiter);
  runs.set(state.delimiters, list);
  return true;
}

/** Whether a run leans to what follows it, and to what stands before it. */
function flanking(before: string, after: string): readonly [left: boolean, right: boolean] {
  const isOpen = (inner: string, outer: string) =>
    !isSpace(inner) && (!isPunctuation(inner) || isSpace(outer) || isPunctuation(outer));
  return [isOpen(after, before), isOpen(before, after)];
}

function characterBefore(text: string, at: number): string {
  const low = text.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(low) ? text.slice(Math.max(0, at - 2), at) : low;
}

function characterAfter(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The ends of a text count as space. */
function isSpace(character: string): boolean {
  return character === '' || /[\p{Z}\s]/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]/u.test(character);
}

/** Pairs what opens with what closes, from left to right. League: `DelimiterStack::processDelimiters`. */
function pair(delimiters: readonly Delimiter[]): void {
  const previous = delimiters.map((_, index) => index - 1);
  const bottoms = new Map<string, number>();
  const alive = delimiters.map(() => true);
  let closerIndex = 0;
  while (closerIndex < delimiters.length) {
    const closer = delimiters[closerIndex];
    const kind = kinds[closer?.character ?? ''];
    if (closer === undefined || kind === undefined || !closer.canClose || closer.length === 0) {
      closerIndex++;
      continue;
    }
    const key = kind.key(closer);
    const bottom = bottoms.get(key) ?? -1;
    let openerIndex = before(closerIndex, previous, alive);
    let length = 0;
    while (openerIndex > bottom) {
      const opener = delimiters[openerIndex];
      if (opener?.canOpen && opener.character === closer.character) length = kind.use(opener, closer);
      if (length > 0) break;
      openerIndex = before(openerIndex, previous, alive);
    }
    const opener = delimiters[openerIndex];
    if (length === 0 || opener === undefined) {
      bottoms.set(key, closerIndex - 1);
      if (!closer.canOpen) alive[closerIndex] = false;
      closerIndex++;
      continue;
    }
    for (const delimiter of [opener, closer]) {
      delimiter.length -= length;
      delimiter.token.content = delimiter.token.content.slice(length);
    }
    // What stands between the two can't be paired with anything outside any more.
    previous[closerIndex] = openerIndex;
    kind.pair(opener, closer, length);
    if (opener.length === 0) alive[openerIndex] = false;
    if (closer.length > 0) continue;
    alive[closerIndex] = false;
    closerIndex++;
  }
}

/** The index of the nearest delimiter before one that can still be paired; -1 if there is none. */
function before(index: number, previous: number[], alive: readonly boolean[]): number {
  let found = previous[index] ?? -1;
  while (found >= 0 && alive[found] !== true) found = previous[found] ?? -1;
  previous[index] = found;
  return found;
}

/** An inline rule for the second round: puts what the pairs mean among the tokens. */
function placePairs(state: StateInline): void {
  const delimiters = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])].map(
    (list) => runs.get(list) ?? [],
  );
  const byToken = new Map<Token, Delimiter>();
  for (const list of new Set(delimiters)) {
    pair(list);
    for (const delimiter of list) byToken.set(delimiter.token, delimiter);
  }
  if (byToken.size === 0) return;
  const tokens = state.tokens.flatMap((token) => {
    const delimiter = byToken.get(token);
    if (delimiter === undefined) return [token];
    if (delimiter.length > 0) token.content = unpaired[delimiter.character] ?? token.content;
    return [...delimiter.before, ...(token.content === '' ? [] : [token]), ...delimiter.after];
  });
  state.tokens.splice(0, state.tokens.length);
  for (const token of tokens) state.tokens.push(token);
}

/** A markdown-it plugin: emphasis, strikethrough and quotation marks, paired together as League CommonMark does. */
export function pairDelimiters(md: MarkdownIt): void {
  md.inline.ruler.disable(['emphasis', 'strikethrough']);
  md.inline.ruler.before('link', 'delimiters', takeDelimiters);
  md.inline.ruler2.disable(['balance_pairs', 'strikethrough', 'emphasis']);
  md.inline.ruler2.before('fragments_join', 'pairs', placePairs);
}
