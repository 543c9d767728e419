import type { Span } from '../../../text/span.ts';
import type { SitePath } from '../../files.ts';
import { is, type Node, type NodeOf, spanOf } from '../php/ast.ts';
import type { Place } from '../php/php-value.ts';
import { type Abstract, NULL, UNKNOWN } from './abstract-value.ts';
import { evaluate } from './expressions.ts';
import { PhpFailure, type PhpObject } from './php-object.ts';
import { run, type Signal } from './statements.ts';

/** A file whose PHP runs: where its nodes stand. */
export interface Code {
  readonly path: SitePath;
  locate(span: Span): Span | undefined;
}

/** The variables of one view or function, and how sure it is that its code runs. */
export interface Frame {
  readonly code: Code;
  variables: Map<string, Abstract>;
  /** Whether there may be more variables than these. */
  open: boolean;
  /** Whether the rest may not run: it may have returned before. */
  mayHaveEnded: boolean;
  /** Whether the rest of the loop at hand may not run. */
  mayHaveLeft: boolean;
}

/** What a run finds out by the way. */
export interface Host {
  /** Runs a view for `@include` and its kin. */
  include(
    name: Abstract,
    data: Abstract | undefined,
    machine: Machine,
    node: Node,
    need: 'always' | 'if-there',
  ): void;
  includeFirst(names: Abstract, data: Abstract | undefined, machine: Machine, node: Node): void;
  readonly env: PhpObject;
  /** Told whenever the content of a field decides, not only its type. */
  looksInto(field: string): void;
  /** Whether it is asked what is printed: then texts are followed letter by letter, whatever posts look alike. */
  readonly readsTexts: boolean;
}

/** More steps than any template takes; then nothing is said of it. */
const MOST_STEPS = 100_000;

/** Calls and views within each other. */
const DEEPEST = 60;

/** Thrown when a run takes too long. */
export class OutOfPatience extends Error {}

/** Runs PHP in the abstract: what is not known stays unknown, and only what surely happens counts. */
export class Machine {
  readonly host: Host;
  frame: Frame;
  #steps = 0;
  /** How many things deep it stands in that may not happen. */
  #doubts = 0;
  #depth = 0;

  constructor(host: Host, frame: Frame) {
    this.host = host;
    this.frame = frame;
  }

  /** Whether what runs now runs in every build. */
  get certain(): boolean {
    return this.#doubts === 0 && !this.frame.mayHaveEnded && !this.frame.mayHaveLeft;
  }

  /** The place of a node in its file, for the writer. */
  placeOf(node: Node, code: Code = this.frame.code): Place {
    return { path: code.path, span: code.locate(spanOf(node)) ?? { start: 0, end: 0 } };
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw new OutOfPatience();
  }

  fail(error: string, node: Node, ...blamed: readonly (Abstract | undefined)[]): never {
    const field = blamed.find((value) => value?.field !== undefined)?.field;
    throw new PhpFailure(error, this.placeOf(node), field);
  }

  evaluate(node: Node): Abstract {
    this.step();
    return evaluate(node, this);
  }

  run(statements: readonly Node[]): Signal | undefined {
    return run(statements, this);
  }

  /** Does what may not happen: a failure in it is none. @returns whether it came to its end. */
  perhaps(action: () => void): boolean {
    this.#doubts += 1;
    try {
      action();
      return true;
    } catch (error) {
      if (error instanceof PhpFailure) return false;
      throw error;
    } finally {
      this.#doubts -= 1;
    }
  }

  /** Does each of some things of which one will happen; variables that differ afterwards are unknown. */
  oneOf(actions: readonly (() => Signal | undefined)[]): void {
    const before = this.frame.variables;
    const ends: Map<string, Abstract>[] = [];
    for (const action of actions) {
      this.frame.variables = new Map(before);
      let signal: Signal | undefined;
      this.perhaps(() => {
        signal = action();
      });
      if (signal?.kind === 'return') this.frame.mayHaveEnded = true;
      else if (signal) this.frame.mayHaveLeft = true;
      ends.push(this.frame.variables);
    }
    this.frame.variables = merge(ends);
  }

  /** Runs a function's or a view's body in a frame of its own. What fails where it may have ended is no failure. */
  within(code: Code, variables: Map<string, Abstract>, open: boolean, body: () => Abstract): Abstract {
    if (this.#depth > DEEPEST) throw new OutOfPatience();
    const outer = this.frame;
    const doubt = this.certain ? 0 : 1;
    this.frame = { code, variables, open, mayHaveEnded: false, mayHaveLeft: false };
    this.#depth += 1;
    this.#doubts += doubt;
    try {
      return body();
    } catch (error) {
      if (error instanceof PhpFailure && (this.frame.mayHaveEnded || this.frame.mayHaveLeft)) return UNKNOWN;
      throw error;
    } finally {
      this.#doubts -= doubt;
      this.#depth -= 1;
      this.frame = outer;
    }
  }

  /** Calls a function that the site wrote. */
  invoke(
    definition: NodeOf<'closure'> | NodeOf<'arrowfunc'>,
    code: Code,
    args: readonly Abstract[],
    captured: ReadonlyMap<string, Abstract>,
  ): Abstract {
    const variables = new Map<string, Abstract>(captured);
    return this.within(code, variables, false, () => {
      definition.arguments.forEach((parameter, at) => {
        if (!is(parameter, 'parameter') || !is(parameter.name, 'identifier')) return;
        const value = 'value' in parameter ? (parameter.value as Node | null) : null;
        const given = args[at] ?? (value ? this.evaluate(value) : UNKNOWN);
        variables.set(parameter.name.name, 'variadic' in parameter && parameter.variadic ? UNKNOWN : given);
      });
      if (is(definition, 'arrowfunc')) return this.evaluate(definition.body);
      const body =
        definition.body && 'children' in definition.body ? (definition.body.children as readonly Node[]) : [];
      const signal = this.run(body);
      if (this.frame.mayHaveEnded) return UNKNOWN;
      return signal?.kind === 'return' ? signal.value : NULL;
    });
  }
}

function merge(ends: readonly Map<string, Abstract>[]): Map<string, Abstract> {
  const merged = new Map<string, Abstract>();
  for (const end of ends) {
    for (const [name, value] of end) {
      if (merged.has(name)) continue;
      merged.set(name, ends.every((other) => other.get(name) === value) ? value : UNKNOWN);
    }
  }
  return merged;
}
