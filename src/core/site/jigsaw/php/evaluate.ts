import { Float } from '../../../post/value.ts';
import { message } from '../../../text/message.ts';
import { slice } from '../../../text/span.ts';
import type { SitePath } from '../../files.ts';
import { Unknown } from '../../unknown.ts';
import { is, isNode, type Node, spanOf } from './ast.ts';
import { COMPUTED, PhpArray, PhpClosure, type PhpValue, toText, truthy } from './php-value.ts';

/** What is known while a file is read from top to bottom. */
export interface Scope {
  readonly path: SitePath;
  readonly text: string;
  readonly variables: Map<string, PhpValue>;
  readonly constants: Map<string, PhpValue>;
}

/** PHP's own constants that configs use. */
const CONSTANTS = new Map<string, PhpValue>([
  ['PHP_EOL', '\n'],
  ['DIRECTORY_SEPARATOR', '/'],
  ['DATE_ATOM', 'Y-m-d\\TH:i:sP'],
  ['PHP_INT_MAX', 9223372036854775807n],
]);

/** The value of an expression as far as it is fixed by the text alone; anything else is unknown. */
export function evaluate(node: Node | null | undefined, scope: Scope): PhpValue {
  if (!node || is(node, 'nullkeyword')) return null;
  if (is(node, 'boolean')) return node.value === true;
  if (is(node, 'number')) return number(String(node.value));
  if (is(node, 'string')) return node.value;
  if (is(node, 'nowdoc')) return String(node.value);
  if (is(node, 'encapsed')) return encapsed(node.value, scope);
  if (is(node, 'array')) return array(node.items, scope);
  if (is(node, 'closure') || is(node, 'arrowfunc')) {
    return new PhpClosure({ node, path: scope.path, span: spanOf(node) });
  }
  if (is(node, 'unary')) return unary(node.type, evaluate(node.what, scope));
  if (is(node, 'bin')) return binary(node.type, node.left, node.right, scope);
  if (is(node, 'retif')) return ternary(node.test, node.trueExpr, node.falseExpr, scope);
  if (is(node, 'variable')) return variable(node.name, scope) ?? unknown(node, scope);
  if (is(node, 'name')) return constant(node.name, scope) ?? unknown(node, scope);
  if (is(node, 'magic')) return magic(String(node.value), scope) ?? unknown(node, scope);
  if (is(node, 'staticlookup')) return className(node.what, node.offset) ?? unknown(node, scope);
  if (is(node, 'offsetlookup')) return lookup(node.what, node.offset, scope) ?? unknown(node, scope);
  if (is(node, 'call')) return call(node.what, node.arguments, scope) ?? unknown(node, scope);
  if (is(node, 'cast')) return cast(node.type, evaluate(node.expr, scope)) ?? unknown(node, scope);
  if (is(node, 'silent')) return evaluate(node.expr, scope);
  return unknown(node, scope);
}

/** An array with its entries evaluated; one that spreads something unknown is open. */
function array(items: readonly Node[], scope: Scope): PhpArray {
  const result = new PhpArray();
  for (const item of items) {
    if (!is(item, 'entry')) continue;
    const value = evaluate(item.value, scope);
    const place = { path: scope.path, span: spanOf(item.key ?? item) };
    if (item.unpack) spread(result, value);
    else if (!item.key) result.push(value, place);
    else {
      const key = arrayKey(evaluate(item.key, scope));
      if (key === undefined) result.open ??= unknown(item.key, scope);
      else result.set(key, value, place);
    }
  }
  return result;
}

function spread(into: PhpArray, value: PhpValue): void {
  if (value instanceof PhpArray) into.append(value);
  else into.open ??= value instanceof Unknown ? value : new Unknown(COMPUTED);
}

/** A value as PHP turns it into an array key, or undefined where that is not known. */
function arrayKey(value: PhpValue): string | undefined {
  if (value instanceof Float) return String(Math.trunc(value.value));
  if (value === true || value === false) return value ? '1' : '0';
  return toText(value);
}

function number(text: string): PhpValue {
  const digits = text.replaceAll('_', '').toLowerCase();
  if (/^0[0-7]+$/.test(digits)) return whole(`0o${digits.slice(1)}`);
  if (/^(?:\d+|0x[\da-f]+|0b[01]+|0o[0-7]+)$/.test(digits)) return whole(digits);
  return new Float(Number(digits));
}

function whole(digits: string): PhpValue {
  const value = BigInt(digits);
  if (value > 9223372036854775807n) return new Float(Number(value));
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function encapsed(parts: unknown, scope: Scope): PhpValue {
  let text = '';
  for (const part of Array.isArray(parts) ? parts.filter(isNode) : []) {
    const value = evaluate(is(part, 'encapsedpart') ? part.expression : part, scope);
    const piece = toText(value);
    if (piece === undefined) return unknown(part, scope);
    text += piece;
  }
  return text;
}

function unary(operator: string, value: PhpValue): PhpValue {
  if (value instanceof Unknown) return value;
  if (operator === '!') {
    const known = truthy(value);
    return known instanceof Unknown ? known : !known;
  }
  const sign = operator === '-' ? -1 : 1;
  if (value instanceof Float) return new Float(sign * value.value);
  if (typeof value === 'number') return sign * value;
  if (typeof value === 'bigint') return BigInt(sign) * value;
  return new Unknown(COMPUTED);
}

function binary(operator: string, leftNode: Node, rightNode: Node, scope: Scope): PhpValue {
  const left = evaluate(leftNode, scope);
  if (operator === '??') return left === null ? evaluate(rightNode, scope) : left;
  const right = evaluate(rightNode, scope);
  if (left instanceof Unknown) return left;
  if (right instanceof Unknown) return right;
  if (operator === '.') {
    const [before, after] = [toText(left), toText(right)];
    return before === undefined || after === undefined ? new Unknown(COMPUTED) : before + after;
  }
  if (operator === '+' && left instanceof PhpArray && right instanceof PhpArray) return union(left, right);
  if (operator === '===') return left === right;
  if (operator === '!==') return left !== right;
  if (typeof left === 'number' && typeof right === 'number') return arithmetic(operator, left, right);
  const [a, b] = [truthy(left), truthy(right)];
  if (a instanceof Unknown || b instanceof Unknown) return new Unknown(COMPUTED);
  if (operator === '&&' || operator === 'and') return a && b;
  if (operator === '||' || operator === 'or') return a || b;
  return new Unknown(COMPUTED);
}

/** `$a + $b` of two arrays: what the first lacks comes from the second. */
function union(left: PhpArray, right: PhpArray): PhpArray {
  const result = new PhpArray();
  for (const source of [left, right]) {
    for (const [key, value] of source.items) {
      if (!result.items.has(key)) result.set(key, value, source.placeOf(key));
    }
    result.open ??= source.open;
  }
  return result;
}

function arithmetic(operator: string, left: number, right: number): PhpValue {
  const result = { '+': left + right, '-': left - right, '*': left * right }[operator];
  return result !== undefined && Number.isSafeInteger(result) ? result : new Unknown(COMPUTED);
}

function ternary(test: Node, whenTrue: Node | null, whenFalse: Node, scope: Scope): PhpValue {
  const value = evaluate(test, scope);
  const decided = truthy(value);
  if (decided instanceof Unknown) return decided;
  if (!decided) return evaluate(whenFalse, scope);
  return whenTrue ? evaluate(whenTrue, scope) : value;
}

function variable(name: unknown, scope: Scope): PhpValue | undefined {
  return typeof name === 'string' ? scope.variables.get(name) : undefined;
}

function constant(name: string, scope: Scope): PhpValue | undefined {
  const bare = name.replace(/^\\/, '');
  return scope.constants.get(bare) ?? CONSTANTS.get(bare);
}

/** The site's root is not known here; `build` and hint paths are relative to it, so `__DIR__` becomes `''`. */
function magic(name: string, scope: Scope): PhpValue | undefined {
  if (name !== '__DIR__' || scope.path.includes('/')) return undefined;
  return '';
}

/** `\Full\Name::class`; a shorter name depends on `use` and the namespace. */
function className(what: Node, offset: Node): PhpValue | undefined {
  const full =
    is(what, 'name') && what.name.startsWith('\\') && is(offset, 'identifier') && offset.name === 'class';
  return full ? what.name.slice(1) : undefined;
}

function lookup(what: Node, offset: Node | false, scope: Scope): PhpValue | undefined {
  const container = evaluate(what, scope);
  const key = offset ? arrayKey(evaluate(offset, scope)) : undefined;
  return container instanceof PhpArray && !container.open && key !== undefined
    ? container.items.get(key)
    : undefined;
}

/** The few functions that only put literals together. */
function call(what: Node, parameters: readonly Node[], scope: Scope): PhpValue | undefined {
  if (!is(what, 'name')) return undefined;
  const name = what.name.replace(/^\\/, '').toLowerCase();
  const values = parameters.map((parameter) => evaluate(parameter, scope));
  const [first] = values;
  if (name === 'collect' && first instanceof PhpArray) return first;
  if (name === 'array_merge' && parameters.every(({ kind }) => kind !== 'variadic')) {
    const merged = new PhpArray();
    for (const value of values) spread(merged, value);
    return merged;
  }
  return undefined;
}

function cast(type: string, value: PhpValue): PhpValue | undefined {
  if (value instanceof Unknown) return value;
  if (type === 'string') return toText(value);
  if (type === 'bool' || type === 'boolean') return truthy(value);
  if (type === 'array' && value instanceof PhpArray) return value;
  if (type === 'int' && typeof value === 'number') return value;
  return undefined;
}

/** Why a node is not known: the start of its text, so that a reader of the reason can find it. */
function unknown(node: Node, scope: Scope): Unknown {
  const source = slice(scope.text, spanOf(node)).replace(/\s+/g, ' ').slice(0, 60);
  return new Unknown(message('`{0}` in {1} is computed when the site is built.', source, scope.path));
}
