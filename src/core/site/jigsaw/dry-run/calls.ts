import { is, type Node } from '../php/ast.ts';
import {
  type Abstract,
  ARRAY,
  BOOL,
  FLOAT,
  INT,
  NULL,
  object,
  STRING,
  typeOf,
  UNKNOWN,
} from './abstract-value.ts';
import { callBuiltIn } from './built-ins.ts';
import { accepts, typeError } from './coercion.ts';
import { DateObject, parsesAsDate, readsUnixTime } from './date-object.ts';
import { valuesOf } from './expressions.ts';
import type { Machine } from './machine.ts';
import type { Signature } from './signatures.ts';
import { signatureOfFunction } from './signatures.ts';
import { textIfKnown } from './text.ts';

/** Calls a function by its name: one of Blade's, one that is known here, or one of which only the types are. */
export function callFunction(
  name: string,
  parameters: readonly Node[],
  node: Node,
  machine: Machine,
): Abstract {
  const bare = name.replace(/^\\/, '').toLowerCase();
  const args = valuesOf(parameters, machine);
  const own = callBuiltIn(bare, args, parameters, node, machine);
  if (own) return own;
  const signature = signatureOfFunction(bare);
  if (!signature) return UNKNOWN;
  check(bare, signature, args, node, machine);
  setReferences(signature, parameters, machine);
  return RESULTS[signature.returns] ?? UNKNOWN;
}

const RESULTS: Readonly<Record<string, Abstract>> = {
  string: STRING,
  int: INT,
  float: FLOAT,
  bool: BOOL,
  array: ARRAY,
};

/** Fails for the first argument that PHP would refuse. */
export function check(
  name: string,
  { parameters }: Pick<Signature, 'parameters'>,
  args: readonly Abstract[],
  node: Node,
  machine: Machine,
): void {
  args.forEach((value, at) => {
    const parameter = parameters[at] ?? (parameters.at(-1)?.variadic ? parameters.at(-1) : undefined);
    if (!parameter || accepts(parameter, value) !== false) return;
    machine.fail(typeError(name, at + 1, parameter, value), node, value);
  });
}

function setReferences({ parameters }: Signature, nodes: readonly Node[], machine: Machine): void {
  parameters.forEach(({ byReference }, at) => {
    const node = nodes[at];
    if (byReference && is(node, 'variable') && typeof node.name === 'string') {
      machine.frame.variables.set(node.name, UNKNOWN);
    }
  });
}

/** `$owner->method(…)`. */
export function callMethod(
  owner: Abstract,
  method: string,
  args: readonly Abstract[],
  node: Node,
  machine: Machine,
): Abstract {
  if (owner.kind === 'unknown') return UNKNOWN;
  if (owner.kind === 'object') return owner.object.call?.(method, args, machine, node) ?? UNKNOWN;
  return machine.fail(`Call to a member function ${method}() on ${typeOf(owner) ?? 'null'}`, node, owner);
}

const DATETIME_PARAMETER = {
  name: 'datetime',
  types: ['string'],
  shown: 'string',
  variadic: false,
  byReference: false,
};

/** `Class::method(…)`: only dates are known. */
export function callStatic(
  owner: string,
  method: string,
  args: readonly Abstract[],
  node: Node,
  machine: Machine,
): Abstract {
  const name = dateClass(owner);
  if (!name || method.toLowerCase() !== 'createfromformat') return UNKNOWN;
  const [format, datetime] = args;
  if (!format || !datetime) return UNKNOWN;
  if (accepts(DATETIME_PARAMETER, datetime) === false) {
    machine.fail(typeError(`${name}::${method}`, 2, DATETIME_PARAMETER, datetime), node, datetime);
  }
  if (textIfKnown(format, machine) !== 'U' || datetime.kind !== 'scalar') return UNKNOWN;
  return readsUnixTime(datetime.value)
    ? object(new DateObject(name), datetime.field)
    : { kind: 'scalar', value: false, field: datetime.field };
}

const DATES = ['DateTime', 'DateTimeImmutable'];

/** The class of dates that a name means; PHP doesn't care about letter case. */
function dateClass(name: string): string | undefined {
  const bare = name.replace(/^\\/, '').toLowerCase();
  return DATES.find((each) => each.toLowerCase() === bare);
}

/** `new Class(…)`: only dates are known. */
export function construct(what: Node, args: readonly Abstract[], node: Node, machine: Machine): Abstract {
  const name = is(what, 'name') ? dateClass(what.name) : undefined;
  if (!name) return UNKNOWN;
  const [datetime] = args;
  if (!datetime) return object(new DateObject(name));
  if (accepts(DATETIME_PARAMETER, datetime) === false) {
    machine.fail(typeError(`${name}::__construct`, 1, DATETIME_PARAMETER, datetime), node, datetime);
  }
  if (isStamp(datetime)) return object(new DateObject(name), datetime.field);
  const text = datetime === NULL ? '' : textIfKnown(datetime, machine);
  if (text !== undefined && parsesAsDate(text) === false) {
    machine.fail(`Failed to parse time string (${text})`, node, datetime);
  }
  return object(new DateObject(name), datetime.field);
}

/** `'@' . $seconds`, whichever whole number it is. */
function isStamp(value: Abstract): boolean {
  if (value.kind !== 'typed' || value.parts?.length !== 2) return false;
  const [sign, seconds] = value.parts;
  if (sign?.kind !== 'scalar' || sign.value !== '@' || sign.field !== undefined || !seconds) return false;
  if (seconds.kind === 'typed') return seconds.type === 'int';
  return seconds.kind === 'scalar' && typeOf(seconds) === 'int';
}
