import { isMarkdown } from '../../../post/file-kind.ts';
import { Float } from '../../../post/value.ts';
import { is, isNode, type Node } from '../php/ast.ts';
import { evaluate as evaluateLiteral } from '../php/evaluate.ts';
import { toText } from '../php/php-value.ts';
import { all, coalesce, contrary, isSet, notEmpty, truth } from './absent.ts';
import {
  type Abstract,
  ARRAY,
  BOOL,
  FLOAT,
  INT,
  object,
  SHORTED,
  STRING,
  scalar,
  truthOf,
  typeOf,
  UNKNOWN,
} from './abstract-value.ts';
import { assign } from './assignment.ts';
import { callFunction, callMethod, callStatic, construct } from './calls.ts';
import { FunctionObject } from './function-object.ts';
import { element, isNull, property } from './lookups.ts';
import type { Machine } from './machine.ts';
import { arithmetic, compare } from './operators.ts';
import { printed, together } from './text.ts';

/** The value of an expression; fails where PHP would. */
export function evaluate(node: Node, machine: Machine): Abstract {
  if (is(node, 'variable')) return variable(node, node.name, machine);
  if (is(node, 'propertylookup') || is(node, 'nullsafepropertylookup')) {
    return property(node, machine.evaluate(node.what), node.offset, machine, node.kind !== 'propertylookup');
  }
  if (is(node, 'call')) return call(node.what, node.arguments, node, machine);
  if (is(node, 'string')) return scalar(node.value);
  if (is(node, 'encapsed')) return encapsed(node.value, machine);
  if (is(node, 'array')) return arrayOf(node.items, machine);
  if (is(node, 'closure') || is(node, 'arrowfunc')) {
    const captured = is(node, 'arrowfunc') ? machine.frame.variables : uses(node.uses, machine);
    return object(new FunctionObject(node, machine.frame.code, captured));
  }
  if (is(node, 'bin')) return binary(node.type, node.left, node.right, node, machine);
  if (is(node, 'unary')) return unary(node.type, machine.evaluate(node.what), node, machine);
  if (is(node, 'retif')) return ternary(node.test, node.trueExpr, node.falseExpr, machine);
  if (is(node, 'assign')) return assignment(node.left, node.right, node.operator, node, machine);
  if (is(node, 'offsetlookup')) {
    const owner = machine.evaluate(node.what);
    return node.offset ? element(owner, machine.evaluate(node.offset), node, machine, false) : UNKNOWN;
  }
  if (is(node, 'isset')) return truth(all(node.variables.map((each) => isSet(each, machine))));
  if (is(node, 'empty')) return truth(contrary(notEmpty(node.expression, machine)));
  if (is(node, 'cast')) return cast(node.type, machine.evaluate(node.expr), node, machine);
  if (is(node, 'match')) return matching(node.cond, node.arms, machine);
  if (is(node, 'new')) return construct(node.what, valuesOf(node.arguments, machine), node, machine);
  if (is(node, 'silent')) {
    let value: Abstract = UNKNOWN;
    machine.perhaps(() => {
      value = machine.evaluate(node.expr);
    });
    return value;
  }
  if (is(node, 'print')) {
    printed(machine.evaluate(node.expression), node, machine);
    return INT;
  }
  if (LITERALS.has(node.kind)) return literal(node, machine);
  // Another file's code may set any variable.
  if (node.kind === 'include' || node.kind === 'eval') machine.frame.open = true;
  return UNKNOWN;
}

const LITERALS = new Set(['number', 'boolean', 'nullkeyword', 'nowdoc', 'name']);

function literal(node: Node, machine: Machine): Abstract {
  const { path } = machine.frame.code;
  const value = evaluateLiteral(node, { path, text: '', variables: new Map(), constants: new Map() });
  const known = value === null || typeof value !== 'object' || value instanceof Float;
  if (known) return scalar(value);
  // A word in a writer's own text, as in the templates of other languages: `{{ name }}`.
  if (is(node, 'name') && isMarkdown(path) && /^[a-z]\w*$/.test(node.name)) {
    machine.fail(`Undefined constant "${node.name}"`, node);
  }
  return UNKNOWN;
}

function variable(node: Node, name: unknown, machine: Machine): Abstract {
  if (typeof name !== 'string' || name === 'this') return UNKNOWN;
  if (name === '__env') return object(machine.host.env);
  const value = machine.frame.variables.get(name);
  if (value) return value;
  if (machine.frame.open) return UNKNOWN;
  return machine.fail(`Undefined variable $${name}`, node);
}

function call(what: Node, parameters: readonly Node[], node: Node, machine: Machine): Abstract {
  if (is(what, 'name')) return callFunction(what.name, parameters, node, machine);
  if (is(what, 'propertylookup') || is(what, 'nullsafepropertylookup')) {
    const owner = machine.evaluate(what.what);
    if (owner === SHORTED || (what.kind !== 'propertylookup' && isNull(owner))) return SHORTED;
    const name = is(what.offset, 'identifier') ? what.offset.name : undefined;
    const args = valuesOf(parameters, machine);
    return name === undefined ? UNKNOWN : callMethod(owner, name, args, node, machine);
  }
  if (is(what, 'staticlookup')) {
    const owner = is(what.what, 'name') ? what.what.name : '';
    const method = is(what.offset, 'identifier') ? what.offset.name : '';
    return callStatic(owner, method, valuesOf(parameters, machine), node, machine);
  }
  const callee = machine.evaluate(what);
  const args = valuesOf(parameters, machine);
  return callee.kind === 'object' ? (callee.object.invoke?.(args, machine) ?? UNKNOWN) : UNKNOWN;
}

/** The arguments of a call; those after one that is spread or named can't be told. */
export function valuesOf(parameters: readonly Node[], machine: Machine): readonly Abstract[] {
  const values: Abstract[] = [];
  for (const parameter of parameters) {
    if (is(parameter, 'variadic') || is(parameter, 'namedargument')) {
      machine.evaluate(is(parameter, 'variadic') ? parameter.what : parameter.value);
      return values.map(() => UNKNOWN);
    }
    if (parameter.kind !== 'variadicplaceholder') values.push(machine.evaluate(parameter));
  }
  return values;
}

function uses(variables: readonly Node[], machine: Machine): ReadonlyMap<string, Abstract> {
  const captured = new Map<string, Abstract>();
  for (const each of variables) {
    if (!is(each, 'variable') || typeof each.name !== 'string') continue;
    captured.set(each.name, machine.frame.variables.get(each.name) ?? UNKNOWN);
  }
  return captured;
}

function encapsed(parts: unknown, machine: Machine): Abstract {
  const values = (Array.isArray(parts) ? parts.filter(isNode) : []).map((part) => {
    const expression = is(part, 'encapsedpart') ? part.expression : part;
    const value = machine.evaluate(expression);
    printed(value, expression, machine);
    return value;
  });
  return together(values, machine);
}

function arrayOf(items: readonly Node[], machine: Machine): Abstract {
  const result = new Map<string, Abstract>();
  let next = 0;
  let known = true;
  for (const item of items) {
    if (!is(item, 'entry')) continue;
    const key = item.key ? machine.evaluate(item.key) : undefined;
    const value = machine.evaluate(item.value);
    if (item.unpack) known = false;
    else if (!key) result.set(String(next++), value);
    else if (key.kind === 'scalar') result.set(toText(key.value) ?? '', value);
    else known = false;
  }
  return known ? { kind: 'array', items: result } : ARRAY;
}

function binary(operator: string, left: Node, right: Node, node: Node, machine: Machine): Abstract {
  if (operator === '??') return coalesce(left, () => machine.evaluate(right), machine);
  if (operator === '&&' || operator === 'and') return shortCircuit(left, right, false, machine);
  if (operator === '||' || operator === 'or') return shortCircuit(left, right, true, machine);
  const first = machine.evaluate(left);
  if (operator === 'instanceof') return BOOL;
  const second = machine.evaluate(right);
  if (operator === '.') {
    printed(first, left, machine);
    printed(second, right, machine);
    return together([first, second], machine);
  }
  return compare(operator, first, second, machine) ?? arithmetic(operator, first, second, node, machine);
}

function shortCircuit(left: Node, right: Node, decides: boolean, machine: Machine): Abstract {
  const known = truthOf(machine.evaluate(left));
  if (known === decides) return truth(decides);
  if (known !== undefined) return truth(truthOf(machine.evaluate(right)));
  machine.oneOf([() => void machine.evaluate(right), () => undefined]);
  return BOOL;
}

function unary(operator: string, value: Abstract, node: Node, machine: Machine): Abstract {
  if (operator === '!') return truth(contrary(truthOf(value)));
  if (operator !== '-' && operator !== '+') return UNKNOWN;
  if (value.kind === 'scalar' && typeof value.value === 'number')
    return scalar(operator === '-' ? -value.value : value.value, value.field);
  return arithmetic('*', value, scalar(1), node, machine);
}

function ternary(test: Node, whenTrue: Node | null, whenFalse: Node, machine: Machine): Abstract {
  const value = machine.evaluate(test);
  const known = truthOf(value);
  if (known === true) return whenTrue ? machine.evaluate(whenTrue) : value;
  if (known === false) return machine.evaluate(whenFalse);
  const results: Abstract[] = [];
  machine.oneOf([
    () => void results.push(whenTrue ? machine.evaluate(whenTrue) : value),
    () => void results.push(machine.evaluate(whenFalse)),
  ]);
  return common(results);
}

/** What values of which one will be have in common. */
function common([first, ...others]: readonly Abstract[]): Abstract {
  if (!first) return UNKNOWN;
  if (others.every((each) => each === first)) return first;
  const type = typeOf(first);
  const same = others.every((each) => typeOf(each) === type);
  if (!same || first.kind === 'object') return UNKNOWN;
  return { string: STRING, int: INT, float: FLOAT, bool: BOOL, array: ARRAY }[type ?? ''] ?? UNKNOWN;
}

function assignment(left: Node, right: Node, operator: string, node: Node, machine: Machine): Abstract {
  const value =
    operator === '='
      ? machine.evaluate(right)
      : operator === '??='
        ? coalesce(left, () => machine.evaluate(right), machine)
        : binary(operator.slice(0, -1), left, right, node, machine);
  assign(left, value, machine);
  return value;
}

function matching(subject: Node, arms: readonly Node[], machine: Machine): Abstract {
  machine.evaluate(subject);
  machine.oneOf(
    arms.map((arm) => () => {
      if (is(arm, 'matcharm')) machine.evaluate(arm.body);
      return undefined;
    }),
  );
  return UNKNOWN;
}

function cast(type: string, value: Abstract, node: Node, machine: Machine): Abstract {
  switch (type) {
    case 'string':
    case 'binary': {
      printed(value, node, machine);
      return value.kind === 'scalar' && typeof value.value === 'string' ? value : together([value], machine);
    }
    case 'int':
    case 'integer':
      return value.kind === 'scalar' && typeof value.value === 'number' ? value : INT;
    case 'float':
    case 'double':
      return FLOAT;
    case 'bool':
    case 'boolean':
      return truth(truthOf(value));
    case 'array':
      return value.kind === 'array' ? value : ARRAY;
    default:
      return UNKNOWN;
  }
}
