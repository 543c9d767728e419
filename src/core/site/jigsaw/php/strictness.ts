import { message } from '../../../text/message.ts';
import { span } from '../../../text/span.ts';
import { children, is, type Node, type ParseProblem, spanOf } from './ast.ts';

/** What php-parser lets pass in a file and PHP doesn't: no semicolon at the end, a comma too many in an array. */
export function missedMistake(statements: readonly Node[], text: string): ParseProblem | undefined {
  const last = statements.at(-1);
  const expression = is(last, 'return')
    ? last.expr
    : is(last, 'expressionstatement')
      ? last.expression
      : null;
  if (expression) {
    const { end } = spanOf(expression);
    const rest = text.slice(end).replace(/\/\/.*|#.*|\/\*[\s\S]*?\*\//g, '');
    if (!/;|\?>/.test(rest)) {
      const words = message(
        'PHP can’t read this file: {0}.',
        'syntax error, unexpected end of file, expecting ";"',
      );
      return { span: span(Math.max(0, end - 1), end), message: words };
    }
  }
  const array = arrayWithGap(statements);
  if (!array) return undefined;
  const words = message('PHP can’t read this file: {0}.', 'Cannot use empty array elements in arrays');
  return { span: spanOf(array), message: words };
}

/** An array with two commas and nothing between them. */
function arrayWithGap(statements: readonly Node[]): Node | undefined {
  const waiting = [...statements];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (is(node, 'array') && node.items.slice(0, -1).some(({ kind }) => kind === 'noop')) return node;
    waiting.push(...children(node));
  }
  return undefined;
}
