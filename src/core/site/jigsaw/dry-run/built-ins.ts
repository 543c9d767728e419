import { Float } from '../../../post/value.ts';
import { is, type Node } from '../php/ast.ts';
import { truth } from './absent.ts';
import {
  type Abstract,
  ARRAY,
  BOOL,
  INT,
  NULL,
  object,
  STRING,
  scalar,
  truthOf,
  typeOf,
  UNKNOWN,
} from './abstract-value.ts';
import { bladeFunction } from './blade-functions.ts';
import { accepts, typeError } from './coercion.ts';
import { ItemsObject } from './items-object.ts';
import type { Machine } from './machine.ts';
import type { Parameter } from './signatures.ts';
import { printed, textIfKnown } from './text.ts';

/**
 * The functions whose result matters or that call others: type checks, those on lists with a function, `implode`,
 * Jigsaw's and Blade's own. @returns undefined for any other function.
 */
export function callBuiltIn(
  name: string,
  args: readonly Abstract[],
  nodes: readonly Node[],
  node: Node,
  machine: Machine,
): Abstract | undefined {
  const [first, second] = args;
  if (name.startsWith('__blade_')) return bladeFunction(name, args, node, machine);
  if (name.startsWith('is_')) return first ? typeCheck(name, first) : undefined;
  switch (name) {
    case 'e':
      return first ? escaped(first, node, machine) : undefined;
    case 'trim':
      return first && !second && machine.host.readsTexts ? trimmed(first, machine) : undefined;
    case 'count':
    case 'sizeof':
      return first ? counted(name, first, node, machine) : undefined;
    case 'implode':
    case 'join':
      return first ? joined(name, first, second, node, machine) : undefined;
    case 'array_map':
      return second ? mapped(name, 2, second, first, node, machine) : undefined;
    case 'array_filter':
      return first ? mapped(name, 1, first, second, node, machine) : undefined;
    case 'usort':
    case 'uasort':
    case 'sort':
    case 'rsort':
    case 'ksort':
    case 'array_push':
    case 'array_pop':
    case 'array_shift':
    case 'array_unshift':
      if (is(nodes[0], 'variable') && typeof nodes[0].name === 'string') {
        machine.frame.variables.set(nodes[0].name, UNKNOWN);
      }
      return UNKNOWN;
    case 'collect':
      return object(new ItemsObject(first ?? NULL));
    case 'strval':
      if (first) printed(first, node, machine);
      return STRING;
    case 'json_encode':
    case 'serialize':
    case 'gettype':
    case 'trimpath':
    case 'lefttrimpath':
    case 'righttrimpath':
      return STRING;
    case 'time':
      return INT;
    case 'boolval':
      return first ? truth(truthOf(first)) : undefined;
    case 'extract':
    case 'parse_str':
      machine.frame.open = true;
      return UNKNOWN;
    default:
      return undefined;
  }
}

const CHECKS: Readonly<Record<string, (type: string) => boolean>> = {
  is_int: (type) => type === 'int',
  is_integer: (type) => type === 'int',
  is_long: (type) => type === 'int',
  is_float: (type) => type === 'float',
  is_double: (type) => type === 'float',
  is_string: (type) => type === 'string',
  is_bool: (type) => type === 'bool',
  is_null: (type) => type === 'null',
  is_array: (type) => type === 'array',
  is_scalar: (type) => ['int', 'float', 'string', 'bool'].includes(type),
  is_object: (type) => !['int', 'float', 'string', 'bool', 'null', 'array'].includes(type),
};

function typeCheck(name: string, value: Abstract): Abstract {
  if (name === 'is_numeric' && value.kind === 'scalar') {
    if (typeof value.value !== 'string')
      return truth(['number', 'bigint'].includes(typeof value.value) || value.value instanceof Float);
    return truth(
      accepts({ types: ['float'], name: '', shown: '', variadic: false, byReference: false }, value),
    );
  }
  if (name === 'is_iterable' && value.kind !== 'object' && value.kind !== 'unknown')
    return truth(value.kind === 'array');
  const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
  const type = typeOf(value);
  return check && type !== undefined ? truth(check(type)) : BOOL;
}

const STRING_PARAMETER: Parameter = {
  name: 'string',
  types: ['string'],
  shown: 'string',
  variadic: false,
  byReference: false,
};

/** Blade's `{{ … }}`. */
function escaped(value: Abstract, node: Node, machine: Machine): Abstract {
  if (accepts(STRING_PARAMETER, value) === false) {
    machine.fail(typeError('htmlspecialchars', 1, STRING_PARAMETER, value), node, value);
  }
  return STRING;
}

function counted(name: string, value: Abstract, node: Node, machine: Machine): Abstract {
  const parameter = {
    ...STRING_PARAMETER,
    name: 'value',
    types: ['Countable', 'array'],
    shown: 'Countable|array',
  };
  const refused = value.kind === 'scalar' || value.kind === 'typed';
  if (refused) machine.fail(typeError(name, 1, parameter, value), node, value);
  return value.kind === 'array' && value.items ? scalar(value.items.size) : INT;
}

/** `implode($separator, $list)`, or a list alone. */
function joined(
  name: string,
  first: Abstract,
  second: Abstract | undefined,
  node: Node,
  machine: Machine,
): Abstract {
  const list = second ?? first;
  const parameter = { ...STRING_PARAMETER, name: 'array', types: ['array', 'null'], shown: '?array' };
  if (second && list.kind === 'scalar' && list.value === null) {
    machine.fail(typeError(name, 1, { ...parameter, shown: 'array' }, first), node, list);
  }
  if (second && accepts(parameter, list) === false)
    machine.fail(typeError(name, 2, parameter, list), node, list);
  if (!second && list.kind === 'scalar') {
    machine.fail(`${name}(): Argument #2 ($array) must be of type ?array, string given`, node, list);
  }
  if (list.kind === 'array') for (const item of list.items?.values() ?? []) printed(item, node, machine);
  return STRING;
}

/** A function that is called with each item of a list. */
function mapped(
  name: string,
  position: number,
  list: Abstract,
  callback: Abstract | undefined,
  node: Node,
  machine: Machine,
): Abstract {
  const parameter = { ...STRING_PARAMETER, name: 'array', types: ['array'], shown: 'array' };
  if (accepts(parameter, list) === false)
    machine.fail(typeError(name, position, parameter, list), node, list);
  const invoke = callback?.kind === 'object' ? callback.object.invoke?.bind(callback.object) : undefined;
  if (invoke && list.kind === 'array') {
    for (const item of list.items?.values() ?? []) invoke([item], machine);
    if (!list.items) machine.perhaps(() => invoke([UNKNOWN], machine));
  }
  return ARRAY;
}

function trimmed(value: Abstract, machine: Machine): Abstract {
  const text = textIfKnown(value, machine);
  return text === undefined
    ? STRING
    : scalar(text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, ''), value.field);
}
