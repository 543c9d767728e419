import type { Node } from '../php/ast.ts';
import { toText } from '../php/php-value.ts';
import { type Abstract, FILE_NAME_FIELD } from './abstract-value.ts';
import type { Machine } from './machine.ts';

/** What happens where PHP makes text of a value: `echo`, `.`, `"$x"`, `(string)`. */
export function printed(value: Abstract, node: Node, machine: Machine): void {
  if (value.kind === 'array') machine.fail('Array to string conversion', node, value);
  if (value.kind === 'object' && !value.object.text) {
    machine.fail(`Object of class ${value.object.className} could not be converted to string`, node, value);
  }
}

/** The text of some values put together; it is only looked at where it decides. */
export function together(parts: readonly Abstract[], machine: Machine): Abstract {
  const field = parts.find((part) => part.field !== undefined)?.field;
  if (field !== undefined || parts.some((part) => part.kind !== 'scalar')) {
    return { kind: 'typed', type: 'string', parts, field };
  }
  return { kind: 'scalar', value: parts.map((part) => textIfKnown(part, machine) ?? '').join('') };
}

/** The value's text, where it is known; whoever asks decides by the content of the field. */
export function textIfKnown(value: Abstract, machine: Machine): string | undefined {
  if (value.kind === 'typed' && value.parts) {
    const texts = value.parts.map((part) => textIfKnown(part, machine));
    return texts.includes(undefined) ? undefined : texts.join('');
  }
  if (value.kind !== 'scalar') return undefined;
  if (value.field !== undefined) machine.host.looksInto(value.field);
  return toText(value.value);
}

/** Stands for the post's file name in a text that is put together. */
export const FILE_NAME = Symbol('file name');

/** The pieces of a text that depends on nothing of the post but its file name; undefined for any other. */
export function nameParts(value: Abstract): readonly (string | typeof FILE_NAME)[] | undefined {
  if (value.kind === 'typed' && value.parts) {
    const parts = value.parts.map(nameParts);
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if (value.kind !== 'scalar') return undefined;
  if (value.field === FILE_NAME_FIELD) return [FILE_NAME];
  const text = value.field === undefined ? toText(value.value) : undefined;
  return text === undefined ? undefined : [text];
}
