import { createScanner } from 'jsonc-parser';
import { type Span, span } from '../text/span.ts';

/** More brackets in each other than any settings have; far fewer than overflow the parser's stack. */
const DEEPEST = 100;

/** The bracket from which on a JSON text is nested too deeply to be read; undefined where it isn't. */
export function tooDeep(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    if (scanner.getTokenLength() !== 1) continue;
    const at = scanner.getTokenOffset();
    if (/[[{]/.test(text.charAt(at))) depth += 1;
    else if (/[\]}]/.test(text.charAt(at))) depth -= 1;
    if (depth > DEEPEST) return span(at, at + 1);
  }
  return undefined;
}
