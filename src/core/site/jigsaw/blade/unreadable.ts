import { type Span, slice } from '../../../text/span.ts';
import { parsePhp } from '../php/ast.ts';
import { scanBlade } from './scan.ts';

/** Where the first echo stands that is no PHP expression, such as `{{ $page title }}`; undefined for none. */
export function unreadableEcho(text: string): Span | undefined {
  for (const token of scanBlade(text)) {
    const isEcho = token.kind === 'echo' || (token.kind === 'php' && token.echo);
    if (!isEcho) continue;
    const code = slice(text, token.span).replace(/;\s*$/, '');
    const { problem } = parsePhp(`echo (${code}\n);`, 'eval');
    if (problem && !problem.isLimit) return token.span;
  }
  return undefined;
}
