import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Attempt, Broken } from './syntax-fixes.ts';
import { nextLineAt, yamlLineAt } from './yaml-lines.ts';

/** Writes spaces instead of the tabs at the start of the lines, as many as the other lines go in by. */
export function tabFixes({ text, line, until }: Broken): readonly Attempt[] {
  const edits: TextEdit[] = [];
  for (let at = line.span.start; at < until; at = nextLineAt(text, at)) {
    const { indent } = yamlLineAt(text, at);
    const spaces = slice(text, indent);
    if (spaces.includes('\t'))
      edits.push({ span: indent, text: spaces.replaceAll('\t', stepOf(text, until)) });
  }
  return [{ title: message('Use spaces instead of tabs'), edits }];
}

/** By how many spaces the lines above go in; two where none does. */
function stepOf(text: string, until: number): string {
  return /[\r\n]( +)[^\s#]/.exec(text.slice(0, until))?.[1] ?? '  ';
}

/** Gives a line the nearest indentation that the lines above have, their items counted. */
export function indentFixes({ text, line }: Broken): readonly Attempt[] {
  const depth = line.indent.end - line.indent.start;
  const depths = new Set<number>([0]);
  for (let at = line.span.start - 1; at > 0; ) {
    const above = yamlLineAt(text, at);
    if (above.indent.end < above.span.end) {
      depths.add(above.indent.end - above.indent.start);
      if (above.item) depths.add(above.item.start - above.span.start);
    }
    if (above.indent.end === above.indent.start && above.key) break;
    at = above.span.start - 1;
  }
  depths.delete(depth);
  return [...depths]
    .sort((a, b) => Math.abs(a - depth) - Math.abs(b - depth) || b - a)
    .map((each) => ({
      title: each === 0 ? message('Don’t indent this line') : message('Indent this line by {0}', each),
      edits: [{ span: span(line.indent.start, line.indent.end), text: ' '.repeat(each) }],
    }));
}
