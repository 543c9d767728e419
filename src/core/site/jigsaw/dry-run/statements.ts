import { children, is, isNode, type Node } from '../php/ast.ts';
import { type Abstract, NULL, truthOf, typeOf, UNKNOWN } from './abstract-value.ts';
import { assign } from './assignment.ts';
import type { Machine } from './machine.ts';
import type { Round } from './php-object.ts';
import { printed } from './text.ts';

/** How a statement leaves what it stands in. */
export type Signal =
  | { readonly kind: 'return'; readonly value: Abstract }
  | { readonly kind: 'break' | 'continue'; readonly levels: number };

/** Runs statements in order. @returns how they left, or undefined when they came to their end. */
export function run(statements: readonly Node[], machine: Machine): Signal | undefined {
  for (const statement of statements) {
    const signal = runOne(statement, machine);
    if (signal) return signal;
  }
  return undefined;
}

function runOne(node: Node, machine: Machine): Signal | undefined {
  machine.step();
  if (is(node, 'block') || is(node, 'namespace')) return run(node.children, machine);
  if (is(node, 'expressionstatement')) {
    machine.evaluate(node.expression);
    return undefined;
  }
  if (is(node, 'echo')) {
    for (const expression of node.expressions) printed(machine.evaluate(expression), expression, machine);
    return undefined;
  }
  if (is(node, 'return')) return { kind: 'return', value: node.expr ? machine.evaluate(node.expr) : NULL };
  if (is(node, 'break') || is(node, 'continue')) {
    const level = is(node.level, 'number') ? Number(node.level.value) : 1;
    return { kind: node.kind, levels: level };
  }
  if (is(node, 'if')) return branch(node.test, node.body, node.alternate, machine);
  if (is(node, 'foreach')) return loop(node.source, node.key, node.value, node.body, machine);
  if (is(node, 'switch')) return choose(node.test, node.body, machine);
  if (is(node, 'for') || is(node, 'while') || is(node, 'do')) return repeat(node, machine);
  if (is(node, 'try')) return attempt(node, machine);
  if (is(node, 'throw')) machine.fail('The site’s own code throws an exception.', node);
  if (is(node, 'unset')) for (const each of node.variables) forget(each, machine);
  if (is(node, 'global') || is(node, 'static')) machine.frame.open = true;
  return undefined;
}

function forget(node: Node, machine: Machine): void {
  if (is(node, 'variable') && typeof node.name === 'string') machine.frame.variables.delete(node.name);
}

function branch(test: Node, body: Node, alternate: Node | null, machine: Machine): Signal | undefined {
  const truth = truthOf(machine.evaluate(test));
  if (truth === true) return runOne(body, machine);
  if (truth === false) return alternate ? runOne(alternate, machine) : undefined;
  machine.oneOf([() => runOne(body, machine), () => (alternate ? runOne(alternate, machine) : undefined)]);
  return undefined;
}

/** Loops of a known list go round by round; of a collection only the round of the post at hand is looked at. */
function loop(
  source: Node,
  key: Node | null,
  value: Node,
  body: Node | null,
  machine: Machine,
): Signal | undefined {
  const over = machine.evaluate(source);
  const rounds = roundsOf(over);
  if (rounds === undefined) {
    if (over.kind === 'scalar' || over.kind === 'typed') {
      machine.fail(`foreach() argument must be of type array|object, ${typeOf(over)} given`, source, over);
    }
    inDoubt([value, key, body], machine, () => {
      assign(value, UNKNOWN, machine);
      if (key) assign(key, UNKNOWN, machine);
      return body ? runOne(body, machine) : undefined;
    });
    return undefined;
  }
  const known = over.kind === 'array';
  const leaves = body !== null && mayLeave(body);
  for (const round of rounds) {
    const action = (): Signal | undefined => {
      assign(value, round.value, machine);
      if (key) assign(key, round.key, machine);
      return body ? runOne(body, machine) : undefined;
    };
    if (!round.certain || (leaves && !known)) {
      inDoubt([value, key, body], machine, action);
      continue;
    }
    const signal = action();
    machine.frame.mayHaveLeft = machine.frame.mayHaveLeft && leaves && known;
    if (signal?.kind === 'return') return signal;
    if (signal && signal.levels > 1) return { ...signal, levels: signal.levels - 1 };
    if (signal?.kind === 'break') break;
  }
  machine.frame.mayHaveLeft = false;
  // Rounds by reference change the list itself.
  if ('byref' in value && value.byref && is(source, 'variable') && typeof source.name === 'string') {
    machine.frame.variables.set(source.name, UNKNOWN);
  }
  // The other posts' rounds change the variables too.
  if (!known) for (const name of assigned([value, key, body])) machine.frame.variables.set(name, UNKNOWN);
  return undefined;
}

/** @returns undefined for what is no list, or none that is known. */
function roundsOf(value: Abstract): readonly Round[] | undefined {
  if (value.kind === 'object') return value.object.rounds?.();
  if (value.kind !== 'array' || !value.items) return undefined;
  return Array.from(value.items, ([key, item]) => ({
    key: { kind: 'scalar', value: key },
    value: item,
    certain: true,
  }));
}

/** Runs what may run never, or often. */
function inDoubt(
  touched: readonly (Node | null)[],
  machine: Machine,
  action: () => Signal | undefined,
): void {
  machine.oneOf([action, () => undefined]);
  machine.frame.mayHaveLeft = false;
  for (const name of assigned(touched)) machine.frame.variables.set(name, UNKNOWN);
}

const leaving = new WeakMap<Node, boolean>();

/** Whether a loop's body can end the loop. */
function mayLeave(node: Node): boolean {
  const known = leaving.get(node);
  if (known !== undefined) return known;
  const leaves =
    is(node, 'break') || is(node, 'return') || (node.kind !== 'closure' && children(node).some(mayLeave));
  leaving.set(node, leaves);
  return leaves;
}

const assignments = new WeakMap<Node, ReadonlySet<string>>();

/** The variables that a piece of code may set. */
function assigned(nodes: readonly (Node | null)[]): ReadonlySet<string> {
  const last = nodes.at(-1);
  const known = last && assignments.get(last);
  if (known) return known;
  const names = new Set<string>();
  const visit = (node: Node, target: boolean): void => {
    if (is(node, 'variable') && typeof node.name === 'string' && target) names.add(node.name);
    else if (is(node, 'assign')) {
      visit(node.left, true);
      visit(node.right, false);
    } else if (node.kind !== 'closure' && node.kind !== 'arrowfunc') {
      const changes = target || node.kind === 'pre' || node.kind === 'post' || node.kind === 'foreach';
      for (const child of children(node)) visit(child, changes && node.kind !== 'block');
    }
  };
  nodes.forEach((node, at) => {
    if (node) visit(node, at < 2);
  });
  if (last) assignments.set(last, names);
  return names;
}

/** The branches of a `switch`: each may run. */
function choose(test: Node, body: Node, machine: Machine): Signal | undefined {
  machine.evaluate(test);
  const cases = is(body, 'block') ? body.children.filter((each) => is(each, 'case')) : [];
  machine.oneOf([
    ...cases.map((each) => () => {
      const signal = each.body ? runOne(each.body, machine) : undefined;
      return signal?.kind === 'return' ? signal : undefined;
    }),
    () => undefined,
  ]);
  for (const name of assigned([null, null, body])) machine.frame.variables.set(name, UNKNOWN);
  return undefined;
}

function repeat(node: Node, machine: Machine): Signal | undefined {
  inDoubt([null, null, node], machine, () => {
    for (const child of children(node)) {
      if (child.kind === 'block' || child.kind === 'expressionstatement' || child.kind === 'echo') {
        const signal = runOne(child, machine);
        if (signal?.kind === 'return') return signal;
      } else machine.evaluate(child);
    }
    return undefined;
  });
  return undefined;
}

/** What fails in a `try` may be caught. */
function attempt(node: Node, machine: Machine): Signal | undefined {
  inDoubt([null, null, node], machine, () => {
    for (const child of children(node)) if (isNode(child) && child.kind === 'block') runOne(child, machine);
    return undefined;
  });
  return undefined;
}
