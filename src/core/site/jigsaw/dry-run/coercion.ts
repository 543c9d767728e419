import { Float } from '../../../post/value.ts';
import { type Abstract, numberness, type Scalar, typeOf, wholeness } from './abstract-value.ts';
import type { Parameter } from './signatures.ts';

/**
 * Whether one of PHP's own functions takes a value for a parameter, without `strict_types`: what it can convert it
 * takes, null for anything but an array among it (that is only deprecated).
 * @returns undefined when that depends on what isn't known.
 */
export function accepts({ types }: Parameter, value: Abstract): boolean | undefined {
  if (value.kind === 'unknown' || types.includes('mixed')) return true;
  if (value.kind === 'array') return types.includes('array');
  if (value.kind === 'object') {
    if (types.includes('Traversable') || types.includes('Countable'))
      return value.object.rounds ? true : undefined;
    return types.includes('string') && value.object.text
      ? true
      : types.includes('object') || undefinedUnlessKnown(types);
  }
  if (value.kind === 'typed') {
    if (types.includes(value.type) || types.includes('string') || types.includes('bool')) return true;
    if (!types.some((type) => type === 'int' || type === 'float')) return false;
    return value.type === 'string' ? undefined : true;
  }
  return acceptsScalar(types, value.value);
}

/** An object where a scalar or an array is wanted fails for certain. */
function undefinedUnlessKnown(types: readonly string[]): boolean | undefined {
  return types.every((type) => ['string', 'int', 'float', 'bool', 'array', 'null'].includes(type))
    ? false
    : undefined;
}

function acceptsScalar(types: readonly string[], value: Scalar): boolean {
  if (value === null) return types.includes('null') || types.some((type) => SCALARS.has(type));
  if (types.includes('string') || types.includes('bool')) return true;
  if (types.includes('float')) return typeof value !== 'string' || isNumber(value);
  if (!types.includes('int')) return false;
  if (value instanceof Float) return wholeness(value.value) !== 'huge';
  return typeof value !== 'string' || isNumber(value);
}

const SCALARS = new Set(['string', 'int', 'float', 'bool']);

function isNumber(text: string): boolean {
  return ['zero', 'digits', 'number'].includes(numberness(text));
}

/** PHP's words for an argument of the wrong type. */
export function typeError(name: string, position: number, parameter: Parameter, value: Abstract): string {
  const shown = parameter.variadic ? '' : ` ($${parameter.name})`;
  return `${name}(): Argument #${position}${shown} must be of type ${parameter.shown}, ${typeOf(value) ?? 'mixed'} given`;
}
