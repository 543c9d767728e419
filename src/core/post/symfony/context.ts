import type { Span } from '../../text/span.ts';
import { AliasBudget } from '../limits.ts';
import type { Value } from '../value.ts';
import { Mistake } from './mistake.ts';

/** After how many mistakes the reader stops looking for what else it can read. Each may cost a look at all that follows. */
const MOST_MISTAKES = 20;

/** What all blocks of one front matter share while it is read. */
export class Context {
  readonly text: string;
  /** How many lines the YAML has, without those that are dropped at its head; undefined before it is read. */
  lineCount: number | undefined;
  readonly #anchors = new Map<string, Value>();
  readonly #open: string[] = [];
  readonly #budget = new AliasBudget();
  #mistakes = 0;
  /** The first mistake, at which Symfony stops. */
  firstMistake: Mistake | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether there were so many mistakes that reading on is no use. */
  get isExhausted(): boolean {
    return this.#mistakes >= MOST_MISTAKES;
  }

  report(mistake: Mistake): void {
    this.firstMistake ??= mistake;
    this.#mistakes++;
  }

  /** An anchor whose value is being read from here on. */
  open(anchor: string): void {
    this.#open.push(anchor);
  }

  /** The value of the anchor that was opened last is known. */
  close(anchor: string, value: Value): void {
    this.define(anchor, value);
    this.#open.pop();
  }

  /** Forgets anchors that were opened after there were `count`, because reading their values failed. */
  abandon(count: number): void {
    this.#open.length = count;
  }

  get openCount(): number {
    return this.#open.length;
  }

  define(anchor: string, value: Value): void {
    this.#anchors.set(anchor, value);
  }

  /** The value that an alias stands for. @throws Mistake */
  resolve(name: string, where: Span): Value {
    const value = this.#anchors.get(name);
    if (value === undefined) {
      const words = name === '' ? 'A reference must contain at least one character.' : missing(name);
      throw new Mistake('unknown-alias', where, words);
    }
    if (!this.#budget.spend(value)) {
      throw new Mistake('too-large', where, 'The aliases stand for too many values.');
    }
    return value;
  }

  /** The same outside brackets, where Symfony also looks for an alias within the very value that it stands for. */
  resolveBlock(name: string, where: Span, circularLine: number, missingLine: number, near: string): Value {
    if (this.#anchors.has(name)) return this.resolve(name, where);
    const at = this.#open.indexOf(name);
    if (at === -1) throw new Mistake('unknown-alias', where, missing(name), missingLine, near);
    const circle = [...this.#open.slice(at), name].join(', ');
    const words = `Circular reference [${circle}] detected for reference "${name}".`;
    throw new Mistake('unknown-alias', where, words, circularLine, near);
  }
}

function missing(name: string): string {
  return `Reference "${name}" does not exist.`;
}
