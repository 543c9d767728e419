import { Float } from '../../../post/value.ts';
import type { Node } from '../php/ast.ts';
import {
  type Abstract,
  BOOL,
  FALSE,
  numberness,
  type Scalar,
  scalar,
  TRUE,
  typeOf,
  UNKNOWN,
} from './abstract-value.ts';
import type { Machine } from './machine.ts';

/** A comparison; undefined when the operator is none. */
export function compare(
  operator: string,
  left: Abstract,
  right: Abstract,
  machine: Machine,
): Abstract | undefined {
  if (!COMPARISONS.has(operator)) return undefined;
  const [a, b] = [typeOf(left), typeOf(right)];
  if ((operator === '===' || operator === '!==') && a !== undefined && b !== undefined && a !== b) {
    return operator === '===' ? FALSE : TRUE;
  }
  if (left.kind !== 'scalar' || right.kind !== 'scalar' || a !== b) return BOOL;
  const result = decide(operator, left.value, right.value);
  if (result === undefined) return BOOL;
  // Null and booleans are what a field's type already tells.
  if (left.value !== null && typeof left.value !== 'boolean') {
    for (const { field } of [left, right]) if (field !== undefined) machine.host.looksInto(field);
  }
  return result ? TRUE : FALSE;
}

const COMPARISONS = new Set(['==', '!=', '<>', '===', '!==', '<', '>', '<=', '>=', '<=>']);

/** Two scalars of one type; texts that are numbers compare as numbers, which is left open. */
function decide(operator: string, left: Scalar, right: Scalar): boolean | undefined {
  const same = left instanceof Float && right instanceof Float ? left.value === right.value : left === right;
  if (operator === '===') return same;
  if (operator === '!==') return !same;
  if (typeof left === 'string' && (numberness(left) !== 'text' || numberness(String(right)) !== 'text')) {
    return same ? { '==': true, '!=': false, '<>': false }[operator] : undefined;
  }
  if (operator === '==') return same;
  if (operator === '!=' || operator === '<>') return !same;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return { '<': left < right, '>': left > right, '<=': left <= right, '>=': left >= right }[operator];
}

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**']);

/** `+ - * / %`: an array or a text without a number in it is an error. */
export function arithmetic(
  operator: string,
  left: Abstract,
  right: Abstract,
  node: Node,
  machine: Machine,
): Abstract {
  if (!ARITHMETIC.has(operator)) return UNKNOWN;
  const [a, b] = [typeOf(left), typeOf(right)];
  const bothArrays = left.kind === 'array' && right.kind === 'array';
  for (const side of [left, right]) {
    const text =
      side.kind === 'scalar' && typeof side.value === 'string' ? numberness(side.value) : undefined;
    const refused =
      (side.kind === 'array' && !(bothArrays && operator === '+')) || text === 'text' || text === 'empty';
    if (refused && a !== undefined && b !== undefined) {
      machine.fail(`Unsupported operand types: ${a} ${operator} ${b}`, node, side);
    }
    if (text === 'leading') machine.fail('A non-numeric value encountered', node, side);
  }
  if (bothArrays && operator === '+') return { kind: 'array', items: undefined };
  const zero = right.kind === 'scalar' && right.value === 0;
  if (zero && operator === '/') machine.fail('Division by zero', node, right);
  if (zero && operator === '%') machine.fail('Modulo by zero', node, right);
  if (
    left.kind !== 'scalar' ||
    right.kind !== 'scalar' ||
    left.field !== undefined ||
    right.field !== undefined
  )
    return UNKNOWN;
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return UNKNOWN;
  const result = {
    '+': left.value + right.value,
    '-': left.value - right.value,
    '*': left.value * right.value,
  }[operator];
  return result !== undefined && Number.isSafeInteger(result) ? scalar(result) : UNKNOWN;
}
