import { Engine } from 'php-parser';
import { type Message, message } from '../../../text/message.ts';
import { type Span, span } from '../../../text/span.ts';

/** A node of php-parser's syntax tree. Its own declarations don't tell kinds apart, so these do. */
export interface Node {
  readonly kind: string;
  readonly loc: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  } | null;
}

type Nodes = readonly Node[];

/** What each kind of node holds, as far as this project looks at it. */
interface Fields {
  array: { items: Nodes };
  arrowfunc: { arguments: Nodes; body: Node };
  assign: { left: Node; right: Node; operator: string };
  bin: { type: string; left: Node; right: Node };
  block: { children: Nodes };
  break: { level: Node | null };
  boolean: { value: unknown };
  case: { test: Node | null; body: Node | null };
  call: { what: Node; arguments: Nodes };
  cast: { type: string; expr: Node };
  closure: { arguments: Nodes; uses: Nodes; body: Node | null };
  constant: { name: unknown; value: unknown };
  constantstatement: { constants: Nodes };
  continue: { level: Node | null };
  do: { test: Node };
  echo: { expressions: Nodes };
  empty: { expression: Node };
  encapsed: { value: unknown };
  encapsedpart: { expression: Node };
  entry: { key: Node | null; value: Node; unpack?: boolean };
  expressionstatement: { expression: Node };
  for: object;
  foreach: { source: Node; key: Node | null; value: Node; body: Node | null };
  global: object;
  identifier: { name: string };
  if: { test: Node; body: Node; alternate: Node | null };
  isset: { variables: Nodes };
  list: { items: Nodes };
  magic: { value: unknown };
  match: { cond: Node; arms: Nodes };
  matcharm: { conds: Nodes | null; body: Node };
  name: { name: string };
  namedargument: { value: Node };
  namespace: { children: Nodes };
  new: { what: Node; arguments: Nodes };
  nowdoc: { value: unknown };
  nullkeyword: object;
  nullsafepropertylookup: { what: Node; offset: Node };
  number: { value: unknown };
  offsetlookup: { what: Node; offset: Node | false };
  parameter: { name: Node };
  print: { expression: Node };
  propertylookup: { what: Node; offset: Node };
  retif: { test: Node; trueExpr: Node | null; falseExpr: Node };
  return: { expr: Node | null };
  silent: { expr: Node };
  static: object;
  staticlookup: { what: Node; offset: Node };
  string: { value: string };
  switch: { test: Node; body: Node };
  throw: { what: Node };
  try: object;
  unary: { type: string; what: Node };
  unset: { variables: Nodes };
  variable: { name: unknown };
  variadic: { what: Node };
  while: { test: Node };
}

type Kind = keyof Fields;
/** A node whose kind is known. */
export type NodeOf<K extends Kind> = Node & { readonly kind: K } & Readonly<Fields[K]>;

/** Whether a node is of a kind. */
export function is<K extends Kind>(node: Node | null | undefined | false, kind: K): node is NodeOf<K> {
  return Boolean(node) && node !== false && node?.kind === kind;
}

/** Whether a value found in a node's field is a node itself. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

/** The nodes right below a node, in the order of the text. */
export function children(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc') continue;
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found;
}

/** Where a node stands, in UTF-16 offsets of the parsed text. */
export function spanOf(node: Node): Span {
  return node.loc ? span(node.loc.start.offset, node.loc.end.offset) : span(0, 0);
}

/** A PHP text's statements, or what stops the parser. */
export type Parsed =
  | { readonly statements: readonly Node[]; readonly problem?: undefined }
  | { readonly statements?: undefined; readonly problem: ParseProblem };

export interface ParseProblem {
  readonly span: Span;
  readonly message: Message;
  /** Whether it may be this parser's limit, and none of PHP's: nesting, size, syntax that it doesn't know yet. */
  readonly isLimit?: true;
}

/**
 * Syntax of PHP 8.4 and 8.5 that php-parser 3 takes for mistakes: `clone($a, […])`, `(void)`, `final` properties in a
 * constructor, `instanceof (…)`, `|>`. Where a text has any of it, its mistakes may be none.
 */
const NEWER =
  /\bclone\s*\(|\(\s*void\s*\)|\bfinal\s+(?:public|protected|private|readonly)\b|\binstanceof\s*\(|\|>/i;

/** Larger texts than this are not worth the wait: a config is a few kilobytes. */
const LARGEST = 500_000;

/** More steps than the operators of any config take: with each operator in a row php-parser goes over all before it. */
const MOST_STEPS = 500_000;

/** Lets the parser give up where it would take time by the square of an expression's length. */
function limitSteps(ast: object): void {
  const resolve: unknown = Reflect.get(ast, 'resolvePrecedence');
  if (typeof resolve !== 'function') return;
  let steps = 0;
  Reflect.set(ast, 'resolvePrecedence', (...operands: readonly unknown[]): unknown => {
    steps += 1;
    if (steps > MOST_STEPS) throw new RangeError('Too many operators in a row');
    return Reflect.apply(resolve, ast, operands);
  });
}

/** Parses a PHP file (`<?php …`), or with `eval` bare statements. Never throws. */
export function parsePhp(text: string, mode: 'file' | 'eval' = 'file'): Parsed {
  if (text.length > LARGEST) {
    return {
      problem: { span: span(0, 0), message: message('This file is too large to be read.'), isLimit: true },
    };
  }
  try {
    // The engine keeps its state, so that each text gets its own.
    const engine = new Engine({
      parser: { extractDoc: false, suppressErrors: false, version: '8.5' },
      ast: { withPositions: true, withSource: false },
    });
    limitSteps(engine.ast);
    const program = mode === 'file' ? engine.parseCode(text, '') : engine.parseEval(text);
    return { statements: program.children };
  } catch (error) {
    const isLimit = !(error instanceof SyntaxError) || NEWER.test(text);
    return {
      problem: { span: placeOf(error, text), message: messageOf(error), ...(isLimit && { isLimit }) },
    };
  }
}

/** php-parser's error names line and column; a stack that overflows on absurd nesting names no place. */
function placeOf(error: unknown, text: string): Span {
  if (!(error instanceof SyntaxError && 'lineNumber' in error && 'columnNumber' in error)) return span(0, 0);
  const { lineNumber, columnNumber } = error;
  if (typeof lineNumber !== 'number' || typeof columnNumber !== 'number') return span(0, 0);
  let start = 0;
  for (let line = 1; line < lineNumber; line++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const at = Math.min(start + columnNumber, text.length);
  return span(at, Math.min(at + 1, text.length));
}

function messageOf(error: unknown): Message {
  if (!(error instanceof SyntaxError)) return message('This PHP is nested too deeply to be read.');
  const detail = error.message.replace(/^Parse Error : /, '').replace(/ on line \d+$/, '');
  return message('PHP can’t read this file: {0}.', detail);
}
