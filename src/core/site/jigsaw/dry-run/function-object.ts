import type { NodeOf } from '../php/ast.ts';
import type { Abstract } from './abstract-value.ts';
import type { Code, Machine } from './machine.ts';
import type { PhpObject } from './php-object.ts';

/** A function that the site wrote, with the variables that it took along. */
export class FunctionObject implements PhpObject {
  readonly className = 'Closure';
  readonly text = false;
  readonly #definition: NodeOf<'closure'> | NodeOf<'arrowfunc'>;
  readonly #code: Code;
  readonly #captured: ReadonlyMap<string, Abstract>;

  constructor(
    definition: NodeOf<'closure'> | NodeOf<'arrowfunc'>,
    code: Code,
    captured: ReadonlyMap<string, Abstract> = new Map(),
  ) {
    this.#definition = definition;
    this.#code = code;
    this.#captured = captured;
  }

  invoke(args: readonly Abstract[], machine: Machine): Abstract {
    return machine.invoke(this.#definition, this.#code, args, this.#captured);
  }
}
