import { type Span, span } from '../../../text/span.ts';
import { closingParenthesis, endOfPhp } from './arguments.ts';

/** One thing that Blade compiles. All spans are offsets of the template's text. */
export type BladeToken =
  /** `@name` or `@name(…)`; `name` in lower case, as PHP finds the compiler's methods. */
  | {
      readonly kind: 'directive';
      readonly name: string;
      readonly span: Span;
      readonly args: Span | undefined;
    }
  /** The expression of `{{ … }}`, `{{{ … }}}` or `{!! … !!}`. */
  | { readonly kind: 'echo'; readonly span: Span; readonly raw: boolean }
  /** The code of `@php … @endphp` or `<?php … ?>`; `echo` for that of `<?= … ?>`. */
  | { readonly kind: 'php'; readonly span: Span; readonly echo: boolean }
  /** `<x-name`, and `</x-name` with `closing`. */
  | { readonly kind: 'component'; readonly name: string; readonly span: Span; readonly closing: boolean };

/**
 * What Blade finds in a template, in the order of the text: nothing in comments, `@verbatim` or behind an escaping
 * `@`. Follows the order of Laravel's `BladeCompiler::compileString`. Linear in the text's length.
 */
export function scanBlade(text: string): readonly BladeToken[] {
  const verbatim = between(text, '@verbatim', '@endverbatim', true);
  const withoutVerbatim = blank(text, verbatim);
  const blocks = between(withoutVerbatim, '@php', '@endphp', true);
  const withoutBlocks = blank(withoutVerbatim, blocks);
  const comments = between(withoutBlocks, '{{--', '--}}', false);
  const visible = blank(withoutBlocks, comments);
  const tokens: BladeToken[] = [];
  let comment = 0;
  for (const block of blocks) {
    while ((comments[comment]?.end ?? Infinity) <= block.start) comment += 1;
    if ((comments[comment]?.start ?? Infinity) <= block.start) continue;
    tokens.push({
      kind: 'php',
      span: span(block.start + '@php'.length, block.end - '@endphp'.length),
      echo: false,
    });
  }
  new Scanner(visible, tokens).run();
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

/** The parts from an opener to the next closer; an opener right after `@` is none when `escapable`. */
function between(text: string, open: string, close: string, escapable: boolean): readonly Span[] {
  const found: Span[] = [];
  let at = text.indexOf(open);
  while (at >= 0) {
    if (escapable && text[at - 1] === '@') {
      at = text.indexOf(open, at + open.length);
      continue;
    }
    const end = text.indexOf(close, at + open.length);
    if (end < 0) break;
    found.push(span(at, end + close.length));
    at = text.indexOf(open, end + close.length);
  }
  return found;
}

/** The text with parts replaced by blanks, so that offsets stay. */
function blank(text: string, parts: readonly Span[]): string {
  if (parts.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of parts) {
    pieces.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

const OPENER = /\{!!|\{\{\{?|\B@@?\w+(?:::\w+)?|<\?(?:[pP][hH][pP]\b|=)|<\/?x[-:][\w\-:.]*/g;

class Scanner {
  readonly #text: string;
  readonly #tokens: BladeToken[];
  /** Closers that don't come any more, so that nobody looks for them again. */
  readonly #exhausted = new Set<string>();
  /** How many more characters may be spent on parentheses that don't close. */
  #patience = 1_000_000;

  constructor(text: string, tokens: BladeToken[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  run(): void {
    const opener = new RegExp(OPENER);
    for (let match = opener.exec(this.#text); match; match = opener.exec(this.#text)) {
      opener.lastIndex = this.#token(match[0], match.index);
    }
  }

  /** @returns where to go on. */
  #token(opened: string, start: number): number {
    const after = start + opened.length;
    if (opened === '{!!') return this.#echo(start, after, '!!}');
    if (opened.startsWith('{{')) return this.#echo(start, after, opened === '{{{' ? '}}}' : '}}');
    if (opened.startsWith('@')) return this.#directive(opened, start, after);
    if (opened.startsWith('<?')) return this.#php(opened, after);
    const closing = opened[1] === '/';
    const name = opened.slice(closing ? 4 : 3);
    if (name) this.#tokens.push({ kind: 'component', name, span: span(start, after), closing });
    return after;
  }

  #echo(start: number, after: number, closer: string): number {
    const end = this.#find(closer, after);
    if (end === undefined) return after;
    if (this.#text[start - 1] !== '@') {
      this.#tokens.push({ kind: 'echo', span: span(after, end), raw: closer === '!!}' });
    }
    return end + closer.length;
  }

  #php(opened: string, after: number): number {
    const end = endOfPhp(this.#text, after);
    this.#tokens.push({ kind: 'php', span: span(after, end), echo: opened === '<?=' });
    return end;
  }

  #directive(opened: string, start: number, after: number): number {
    let open = after;
    while (this.#text[open] === ' ' || this.#text[open] === '\t') open += 1;
    const end =
      this.#text[open] === '(' && this.#patience > 0 ? closingParenthesis(this.#text, open) : undefined;
    if (this.#text[open] === '(' && end === undefined) this.#patience -= this.#text.length - open;
    const args = end === undefined ? undefined : span(open + 1, end);
    const whole = span(start, end === undefined ? after : end + 1);
    if (!opened.startsWith('@@')) {
      this.#tokens.push({ kind: 'directive', name: opened.slice(1).toLowerCase(), span: whole, args });
    }
    return whole.end;
  }

  #find(closer: string, from: number): number | undefined {
    if (this.#exhausted.has(closer)) return undefined;
    const found = this.#text.indexOf(closer, from);
    if (found >= 0) return found;
    this.#exhausted.add(closer);
    return undefined;
  }
}
