import { knownField } from '../../fields/known-fields.ts';
import { message } from '../../text/message.ts';
import { span } from '../../text/span.ts';
import type { Attempt, Broken } from './syntax-fixes.ts';
import { nextLineAt, yamlLineAt } from './yaml-lines.ts';

/** For a line that is neither an entry nor an item: what it is most likely meant to be. */
export function entryFixes({ text, problem, line }: Broken): readonly Attempt[] {
  const { start } = problem.span;
  const written = text.slice(start, line.span.end);
  const replace = (from: number, length: number, by: string) => [
    { span: span(from, from + length), text: by },
  ];

  const onOpener = line.span.start === 0 && start > 0;
  if (onOpener) return [{ title: message('Remove it'), edits: replace(start, written.length, '') }];
  if (/^[*•+][ \t]/.test(written))
    return [{ title: message('Use a dash'), edits: starsToDashes(text, start) }];
  if (/^\.\.\./.test(written)) {
    const whole = span(line.span.start, nextLineAt(text, line.span.end));
    return [{ title: message('Remove this line'), edits: [{ span: whole, text: '' }] }];
  }
  const [, note] = /^(?:<!--[ \t]*(.*?)[ \t]*-->|\/\/[ \t]*(.*))[ \t]*$/.exec(written) ?? [];
  if (note !== undefined)
    return [
      {
        title: message('Write the note as a comment (`#`)'),
        edits: replace(start, written.length, `# ${note}`),
      },
    ];
  const [equation, name = ''] = /^([\w-]+)[ \t]*=[ \t]*/.exec(written) ?? [];
  if (equation)
    return [{ title: message('Write a colon'), edits: replace(start, equation.length, `${name}: `) }];

  const [word = ''] = /^[\w-]+(?=[ \t])/.exec(written) ?? [];
  const withColon = { title: message('Add a colon'), edits: replace(start + word.length, 0, ':') };
  const goesOn = {
    title: message('Indent this line so that it belongs to the field above'),
    edits: replace(start, 0, '  '),
  };
  return knownField(word) ? [withColon, goesOn] : [goesOn];
}

/** The line's bullet, and those of the lines below that have the same one. */
function starsToDashes(text: string, start: number): Attempt['edits'] {
  const bullet = text[start] ?? '';
  const edits = [];
  for (let at = start; ; ) {
    const { indent, span: line } = yamlLineAt(text, at);
    if (text[indent.end] !== bullet) break;
    edits.push({ span: span(indent.end, indent.end + 1), text: '-' });
    if (line.end >= text.length) break;
    at = nextLineAt(text, line.end);
  }
  return edits;
}
