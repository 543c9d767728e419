import type { Span } from '../../../text/span.ts';
import { NEEDS_ARGUMENTS } from './bare.ts';

/** Directives that open an `if` of PHP's, each closed by `end` and its own name. */
export const IFS: readonly string[] = [
  'if',
  'unless',
  'isset',
  'auth',
  'guest',
  'env',
  'production',
  'once',
  'can',
  'cannot',
  'canany',
  'error',
  'session',
  'context',
];

/** Those that open the block of their own name in PHP. */
export const PHP_BLOCKS: readonly string[] = ['for', 'foreach', 'while', 'switch'];

/** Which of PHP's blocks a directive opens, and which it closes. */
const OPENS: ReadonlyMap<string, string> = new Map([
  ...[...IFS, 'hassection', 'sectionmissing', 'hasstack', 'pushonce'].map((name) => [name, 'if'] as const),
  ...PHP_BLOCKS.map((name) => [name, name] as const),
]);
const CLOSES: ReadonlyMap<string, string> = new Map([
  ...[...IFS, 'empty', 'forelse', 'pushonce'].map((name) => [`end${name}`, 'if'] as const),
  ...PHP_BLOCKS.map((name) => [`end${name}`, name] as const),
]);

/** Directives that older Laravels take for text, such as the `"@context":` of JSON-LD: alone they may be just that. */
const MAY_BE_TEXT = new Set(['context', 'session', 'endcontext', 'endsession']);

/** Follows whether the blocks that directives open are closed. */
export class Blocks {
  readonly #open: { readonly block: string; readonly span: Span }[] = [];
  #broken: { readonly error: string; readonly span: Span } | undefined;
  /** Whether PHP of the template's own opens or closes blocks, so that nothing can be said. */
  #mixed = false;

  add(name: string, hasArguments: boolean, span: Span): void {
    if (!hasArguments && MAY_BE_TEXT.has(name)) {
      this.#mixed = true;
      return;
    }
    const needed = hasArguments ? undefined : NEEDS_ARGUMENTS.get(name);
    if (needed !== undefined) this.#broken ??= { error: needed, span };
    if (name === 'forelse') this.#open.push({ block: 'foreach', span });
    else if (name === 'empty' && hasArguments) this.#open.push({ block: 'if', span });
    else if (name === 'empty') {
      this.#close('foreach', span);
      this.#open.push({ block: 'if', span });
    }
    const opened = OPENS.get(name);
    if (opened !== undefined) this.#open.push({ block: opened, span });
    if (name === 'break' || name === 'continue') this.#leave(name, span);
    const closed = CLOSES.get(name);
    if (closed !== undefined) this.#close(closed, span);
  }

  /** Takes note of PHP between the directives. */
  mix(php: string): void {
    if (/:\s*$|\bend(?:if|for|foreach|while|switch)\b|[{}]\s*$|^\s*\}/.test(php)) this.#mixed = true;
  }

  end(): { readonly error: string; readonly span: Span } | undefined {
    const left = this.#open.at(-1);
    if (left && !this.#mixed) {
      const expected = left.block === 'if' ? ', expecting "elseif" or "else" or "endif"' : '';
      this.#broken ??= { error: `syntax error, unexpected end of file${expected}`, span: left.span };
    }
    return this.#broken;
  }

  #leave(name: string, span: Span): void {
    if (this.#mixed || this.#open.some(({ block }) => block !== 'if')) return;
    this.#broken ??= { error: `'${name}' not in the 'loop' or 'switch' context`, span };
  }

  #close(block: string, span: Span): void {
    if (this.#open.at(-1)?.block === block) this.#open.pop();
    else if (!this.#mixed) {
      this.#broken ??= { error: `syntax error, unexpected token "end${block}"`, span };
    }
  }
}
