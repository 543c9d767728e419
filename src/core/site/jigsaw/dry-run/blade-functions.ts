import type { Node } from '../php/ast.ts';
import { type Abstract, BOOL, NULL, truthOf, UNKNOWN } from './abstract-value.ts';
import type { Machine } from './machine.ts';

/** What `compileBlade` writes for directives that have no plain PHP. */
export function bladeFunction(
  name: string,
  args: readonly Abstract[],
  node: Node,
  machine: Machine,
): Abstract {
  const [first = UNKNOWN, second, third] = args;
  const { host } = machine;
  switch (name) {
    case '__blade_include':
      host.include(first, second, machine, node, 'always');
      return NULL;
    case '__blade_include_if':
      host.include(first, second, machine, node, 'if-there');
      return NULL;
    case '__blade_include_first':
      host.includeFirst(first, second, machine, node);
      return NULL;
    case '__blade_include_when':
    case '__blade_include_unless': {
      const truth = truthOf(first);
      const include = () => host.include(second ?? UNKNOWN, third, machine, node, 'always');
      const runs = truth === undefined ? undefined : truth === (name === '__blade_include_when');
      if (runs) include();
      else if (runs === undefined) machine.perhaps(include);
      return NULL;
    }
    case '__blade_props':
      machine.frame.open = true;
      return NULL;
    case '__blade_unknown':
      return BOOL;
    default:
      return UNKNOWN;
  }
}
