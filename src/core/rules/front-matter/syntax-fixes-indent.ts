import { type Message, message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Attempt, Broken } from './syntax-fixes.ts';
import { nextLineAt, type YamlLine, yamlLineAt } from './yaml-lines.ts';

/** Writes spaces instead of the tabs at the start of the lines, as many as the other lines go in by, or none. */
export function tabFixes({ text, line, until }: Broken): readonly Attempt[] {
  const edits: TextEdit[] = [];
  const step = stepOf(text, until);
  for (let at = line.span.start; at < until; at = nextLineAt(text, at)) {
    const { indent } = yamlLineAt(text, at);
    const spaces = slice(text, indent);
    if (spaces.includes('\t')) edits.push({ span: indent, text: spaces.replaceAll('\t', step) });
  }
  return [
    { title: message('Use spaces instead of tabs'), edits },
    { title: titleFor(0), edits: [{ span: line.indent, text: '' }] },
  ];
}

/** By how many spaces the lines above go in; two where none does. */
function stepOf(text: string, until: number): string {
  return /[\r\n]( +)[^\s#]/.exec(text.slice(0, until))?.[1] ?? '  ';
}

/** Gives a line, and those below that go in as far, the nearest indentation that the lines above have. */
export function indentFixes({ text, line, until }: Broken): readonly Attempt[] {
  const depth = line.indent.end - line.indent.start;
  return depthsAbove(text, line)
    .filter((each) => each !== depth)
    .sort((a, b) => Math.abs(a - depth) - Math.abs(b - depth) || b - a)
    .map((each) => ({
      title: titleFor(each),
      edits: shifted(text, line, until, each - depth),
    }));
}

function titleFor(spaces: number): Message {
  if (spaces === 0) return message('Don’t indent this line');
  return spaces === 1
    ? message('Indent this line by 1 space')
    : message('Indent this line by {0} spaces', spaces);
}

/** The indentations of the lines above, up to the key of the top level; an item's content counts too. */
function depthsAbove(text: string, { span: { start } }: YamlLine): number[] {
  const depths = new Set<number>([0]);
  for (let at = start - 1; at > 0; ) {
    const above = yamlLineAt(text, at);
    if (above.indent.end < above.span.end) {
      depths.add(above.indent.end - above.indent.start);
      if (above.item) depths.add(above.item.start - above.span.start);
    }
    if (above.indent.end === above.indent.start && above.key) break;
    at = above.span.start - 1;
  }
  return [...depths];
}

/** Moves a line and those below it that go in at least as far. */
function shifted(
  text: string,
  { span: { start }, indent }: YamlLine,
  until: number,
  by: number,
): readonly TextEdit[] {
  const depth = indent.end - indent.start;
  const edits: TextEdit[] = [];
  for (let at = start; at < until; at = nextLineAt(text, at)) {
    const line = yamlLineAt(text, at);
    const own = line.indent.end - line.indent.start;
    if (own < depth) break;
    edits.push({ span: line.indent, text: ' '.repeat(Math.max(0, own + by)) });
    if (line.span.end >= text.length) break;
  }
  return edits;
}
