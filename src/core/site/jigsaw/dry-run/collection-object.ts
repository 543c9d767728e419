import type { Node } from '../php/ast.ts';
import {
  type Abstract,
  BOOL,
  FALSE,
  INT,
  NULL,
  object,
  STRING,
  TRUE,
  truthOf,
  UNKNOWN,
} from './abstract-value.ts';
import { element } from './lookups.ts';
import type { Machine } from './machine.ts';
import { compare } from './operators.ts';
import type { PhpObject, Round } from './php-object.ts';
import { textIfKnown } from './text.ts';

/** Whether the member at hand is among those that a collection has. */
type Membership = 'yes' | 'maybe' | 'no';

/** Methods after which the same members are there, if in another order. */
const KEEPS = new Set([
  'all',
  'values',
  'reverse',
  'shuffle',
  'sort',
  'sortDesc',
  'sortKeys',
  'collect',
  'toBase',
  'keyBy',
]);
/** Methods after which some members are gone, nobody knows which. */
const PICKS = new Set([
  'take',
  'limit',
  'skip',
  'slice',
  'forPage',
  'nth',
  'random',
  'unique',
  'except',
  'only',
  'takeWhile',
  'skipWhile',
  'takeUntil',
  'skipUntil',
  'splice',
]);
/** Methods that take a function and call it with each member. */
const CALLS = new Set([
  'each',
  'map',
  'flatMap',
  'mapWithKeys',
  'sortBy',
  'sortByDesc',
  'groupBy',
  'sum',
  'max',
  'min',
  'avg',
  'average',
  'unique',
  'keyBy',
  'partition',
  'transform',
  'pluck',
]);

/**
 * A collection of the site during a dry run for one post: it is looked at only as far as that post is in it. What
 * its other members do is for their own runs to tell.
 */
export class CollectionObject implements PhpObject {
  readonly className = 'TightenCo\\Jigsaw\\PageVariable';
  readonly text = true;
  readonly #member: Abstract;
  readonly #membership: Membership;

  /** @param member the post, or what a method has made of it. */
  constructor(member: Abstract, membership: Membership) {
    this.#member = member;
    this.#membership = membership;
  }

  rounds(): readonly Round[] {
    if (this.#membership === 'no') return [];
    return [{ key: UNKNOWN, value: this.#member, certain: this.#membership === 'yes' }];
  }

  call(method: string, args: readonly Abstract[], machine: Machine, node: Node): Abstract {
    const [first] = args;
    const callback =
      first?.kind === 'object' && first.object.invoke ? first.object.invoke.bind(first.object) : undefined;
    const call = (): Abstract =>
      callback ? this.#with(machine, (member) => callback([member, UNKNOWN], machine)) : UNKNOWN;
    switch (method) {
      case 'filter':
        return this.#narrowed(callback ? truthOf(call()) : truthOf(this.#member));
      case 'reject': {
        const truth = truthOf(call());
        return this.#narrowed(truth === undefined ? undefined : !truth);
      }
      case 'where':
      case 'whereStrict':
        return this.#narrowed(this.#where(method, args, machine, node));
      case 'map':
        return object(new CollectionObject(call(), this.#membership));
      case 'pluck':
        return object(new CollectionObject(this.#value(first, machine, node), this.#membership));
      case 'chunk':
      case 'split':
      case 'splitIn':
        return object(new CollectionObject(object(this), this.#membership));
      case 'groupBy':
        if (callback) call();
        else this.#value(first, machine, node);
        return object(new CollectionObject(object(this), this.#membership));
      case 'isEmpty':
        return this.#membership === 'yes' ? FALSE : BOOL;
      case 'isNotEmpty':
        return this.#membership === 'yes' ? TRUE : BOOL;
      case 'count':
        return INT;
      case 'toJson':
      case 'implode':
      case 'join':
        return STRING;
      case 'first':
      case 'last':
      case 'get':
        return UNKNOWN;
      default:
        return this.#other(method, first, call, machine, node);
    }
  }

  #other(
    method: string,
    first: Abstract | undefined,
    call: () => Abstract,
    machine: Machine,
    node: Node,
  ): Abstract {
    if (CALLS.has(method)) {
      if (first?.kind === 'object') call();
      else if (first) this.#value(first, machine, node);
    }
    if (KEEPS.has(method) || method === 'sortBy' || method === 'sortByDesc' || method === 'each')
      return object(this);
    if (PICKS.has(method) || method.startsWith('where')) return this.#narrowed(undefined);
    return UNKNOWN;
  }

  /** Does something with the member, in doubt where it may not be there. */
  #with(machine: Machine, action: (member: Abstract) => Abstract): Abstract {
    if (this.#membership === 'yes') return action(this.#member);
    if (this.#membership === 'maybe') machine.perhaps(() => action(this.#member));
    return UNKNOWN;
  }

  #narrowed(stays: boolean | undefined): Abstract {
    const membership =
      stays === true ? this.#membership : stays === false || this.#membership === 'no' ? 'no' : 'maybe';
    return object(new CollectionObject(this.#member, membership));
  }

  /** Laravel's `data_get($member, 'a.b')`: a key that is there but null is an error with Jigsaw's pages. */
  #value(key: Abstract | undefined, machine: Machine, node: Node): Abstract {
    const path = key && textIfKnown(key, machine);
    if (path === undefined) return UNKNOWN;
    return this.#with(machine, (member) => dataGet(member, path.split('.'), machine, node));
  }

  /** `where('key', 'value')`, `where('key', '=', 'value')`; undefined where it isn't certain. */
  #where(method: string, args: readonly Abstract[], machine: Machine, node: Node): boolean | undefined {
    const [key, second, third] = args;
    const found = this.#value(key, machine, node);
    const operator = third && second ? textIfKnown(second, machine) : undefined;
    const wanted = third ?? second ?? TRUE;
    const sign = method === 'whereStrict' ? '===' : (operator ?? '=');
    if (sign === '=' || sign === '==' || sign === '===')
      return equals(found, wanted, sign === '===', machine);
    if (sign !== '!=' && sign !== '<>' && sign !== '!==') return undefined;
    const equal = equals(found, wanted, sign === '!==', machine);
    return equal === undefined ? undefined : !equal;
  }
}

function dataGet(target: Abstract, path: readonly string[], machine: Machine, node: Node): Abstract {
  let value = target;
  for (const key of path) {
    const has =
      value.kind === 'object' && value.object.get ? value.object.get(key, machine, node) : undefined;
    if (has && has.kind === 'scalar' && has.value === null) {
      // Missing is null; there but null is an error.
      const isThere = value.kind === 'object' && value.object.holds?.(key);
      return isThere ? machine.fail(`Error: The key '${key}' does not exist.`, node, has) : NULL;
    }
    value =
      has ??
      (value.kind === 'array'
        ? element(value, { kind: 'scalar', value: key }, node, machine, true)
        : UNKNOWN);
  }
  return value;
}

/** `==` as far as types and truth decide. */
function equals(left: Abstract, right: Abstract, strict: boolean, machine: Machine): boolean | undefined {
  if (!strict) {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (one.kind === 'scalar' && typeof one.value === 'boolean') {
        const truth = truthOf(other);
        return truth === undefined ? undefined : truth === one.value;
      }
      // Null equals what is empty, but for the text `0`.
      if (one.kind === 'scalar' && one.value === null && other.kind === 'scalar') {
        return typeof other.value === 'string' ? other.value === '' : truthOf(other) === false;
      }
    }
  }
  return truthOf(compare(strict ? '===' : '==', left, right, machine) ?? BOOL);
}
