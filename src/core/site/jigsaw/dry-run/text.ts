import type { Node } from '../php/ast.ts';
import { toText } from '../php/php-value.ts';
import type { Abstract } from './abstract-value.ts';
import type { Machine } from './machine.ts';

/** What happens where PHP makes text of a value: `echo`, `.`, `"$x"`, `(string)`. */
export function printed(value: Abstract, node: Node, machine: Machine): void {
  if (value.kind === 'array') machine.fail('Array to string conversion', node, value);
  if (value.kind === 'object' && !value.object.text) {
    machine.fail(`Object of class ${value.object.className} could not be converted to string`, node, value);
  }
}

/** The value's text, where it is known; whoever asks decides by the content of the field. */
export function textIfKnown(value: Abstract, machine: Machine): string | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (value.field !== undefined) machine.host.looksInto(value.field);
  return toText(value.value);
}
