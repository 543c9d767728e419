import { message } from '../../../text/message.ts';
import type { SitePath } from '../../files.ts';
import { Unknown } from '../../unknown.ts';
import type { ConfigProblem } from '../model.ts';
import { children, is, isNode, type Node, parsePhp, spanOf } from './ast.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { PhpArray, type PhpValue } from './php-value.ts';
import { missedMistake } from './strictness.ts';

/** A PHP file of the site: where it is and what it says. */
export interface PhpSource {
  readonly path: SitePath;
  readonly text: string;
}

/** What `include` gives for a file, read without running it, and why PHP couldn't, if so. */
export interface Included {
  readonly value: PhpValue;
  readonly problem: ConfigProblem | undefined;
}

/**
 * Follows a file's statements to its `return`. Literal assignments before it are understood; branches, loops and
 * whatever else might decide the result make it unknown. Never throws.
 */
export function includeFile(source: PhpSource): Included {
  const parsed = parsePhp(source.text);
  const mistake = parsed.problem ?? missedMistake(parsed.statements, source.text);
  if (!parsed.statements || mistake) {
    if (mistake?.isLimit)
      return {
        value: new Unknown(message('Copydesk can’t read all of {0}.', source.path)),
        problem: undefined,
      };
    const problem = mistake && { path: source.path, span: mistake.span, message: mistake.message };
    return { value: new Unknown(message('{0} has a syntax error.', source.path)), problem };
  }
  const scope: Scope = { ...source, variables: new Map(), constants: new Map() };
  try {
    return { value: run(parsed.statements, scope) ?? 1, problem: undefined };
  } catch {
    // Only a stack that overflows on absurd nesting comes here.
    return { value: new Unknown(message('{0} is nested too deeply.', source.path)), problem: undefined };
  }
}

/** @returns what the statements return, or undefined when they run to their end. */
function run(statements: readonly Node[], scope: Scope): PhpValue | undefined {
  for (const statement of statements) {
    if (is(statement, 'return')) return evaluate(statement.expr, scope);
    const returned = step(statement, scope);
    if (returned !== undefined) return returned;
  }
  return undefined;
}

function step(statement: Node, scope: Scope): PhpValue | undefined {
  if (is(statement, 'namespace') || is(statement, 'block')) return run(statement.children, scope);
  if (is(statement, 'expressionstatement')) effect(statement.expression, scope);
  else if (is(statement, 'constantstatement')) {
    for (const item of statement.constants) {
      if (!is(item, 'constant') || !isNode(item.name) || !isNode(item.value)) continue;
      if (is(item.name, 'identifier')) scope.constants.set(item.name.name, evaluate(item.value, scope));
    }
  } else if (BRANCHES.has(statement.kind)) {
    forgetWhatChanges(statement, scope);
    if (returns(statement))
      return new Unknown(message('What {0} returns is known only when it runs.', scope.path));
  }
  return undefined;
}

const BRANCHES = new Set(['if', 'for', 'foreach', 'while', 'do', 'switch', 'try', 'unset', 'global']);

/** What an expression that stands as a statement does to the variables. */
function effect(expression: Node, scope: Scope): void {
  if (is(expression, 'assign') && expression.operator === '=') {
    if (assign(expression.left, evaluate(expression.right, scope), scope)) return;
  }
  if (is(expression, 'call') && is(expression.what, 'name') && expression.what.name === 'define') {
    const [name, value] = expression.arguments;
    if (is(name, 'string')) scope.constants.set(name.value, evaluate(value, scope));
    return;
  }
  forgetWhatChanges(expression, scope);
}

/** @returns whether the assignment was understood. */
function assign(target: Node, value: PhpValue, scope: Scope): boolean {
  if (is(target, 'variable') && typeof target.name === 'string') {
    scope.variables.set(target.name, value instanceof PhpArray ? value.copy() : value);
    return true;
  }
  if (!is(target, 'offsetlookup')) return false;
  const container = evaluate(target.what, scope);
  if (!(container instanceof PhpArray)) return false;
  const place = { path: scope.path, span: spanOf(target.offset || target) };
  if (!target.offset) container.push(value, place);
  else {
    const key = evaluate(target.offset, scope);
    if (typeof key !== 'string' && typeof key !== 'number') return false;
    container.set(String(key), value, place);
  }
  return true;
}

/** Every variable named in a piece of code that isn't followed may be something else afterwards. */
function forgetWhatChanges(node: Node, scope: Scope): void {
  if (is(node, 'variable') && typeof node.name === 'string') {
    const why = message('`{0}` in {1} is computed when the site is built.', `$${node.name}`, scope.path);
    scope.variables.set(node.name, new Unknown(why));
  }
  for (const child of children(node)) forgetWhatChanges(child, scope);
}

function returns(node: Node): boolean {
  if (is(node, 'return')) return true;
  return node.kind !== 'closure' && node.kind !== 'function' && children(node).some(returns);
}
