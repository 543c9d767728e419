import type { Span } from '../../text/span.ts';
import type { Lines } from './lines.ts';
import { Mistake } from './mistake.ts';

/** How a block of text starts: `|` or `>`, with a tag, a chomping and an indentation indicator and a comment if any. */
const HEADER = /^(?:(![\w!./:-]+) +)?([|>])([+-]?\d*|\d+[+-])(?: +#.*)?$/;

export interface BlockScalarHeader {
  /** With its exclamation mark; undefined when there is none. */
  readonly tag: string | undefined;
  readonly folded: boolean;
  readonly chomping: '' | '+' | '-';
  /** 0 when it is to be found out. */
  readonly indentation: number;
}

/** PHP's patterns can't count further, so that `>70000` for more than 70000 is a mistake unless it is the last line. */
const MOST_SPACES = 65_535;

/** Reads the first line of a block of text (`Parser::BLOCK_SCALAR_HEADER_PATTERN`). */
export function blockScalarHeader(value: string): BlockScalarHeader | undefined {
  const match = HEADER.exec(value);
  if (match === null) return undefined;
  const modifiers = match[3] ?? '';
  return {
    tag: match[1],
    folded: match[2] === '>',
    chomping: modifiers.includes('+') ? '+' : modifiers.includes('-') ? '-' : '',
    indentation: Number.parseInt(modifiers.replace(/[+-]/, ''), 10) || 0,
  };
}

/**
 * Takes the lines of a block of text (`Parser::parseBlockScalar`). The document's last line brings no line break with
 * it, whatever the chomping, and a front matter never ends in one: it is trimmed.
 * @returns the text, and the offset at which its last line ends.
 * @throws Mistake
 */
export function takeBlockScalar(
  lines: Lines,
  header: BlockScalarHeader,
  headerSpan: Span,
  documentLines: number,
): [string, number] {
  let end = lines.end;
  let more = lines.next();
  if (!more) return ['', end];
  const taken: string[] = [];
  const move = () => {
    if (!lines.isBlank) end = lines.end;
    more = lines.next();
  };

  while (more && lines.isBlank) {
    move();
    if (more) taken.push('');
  }
  const depth = header.indentation || lines.indentation;
  if (more && depth > MOST_SPACES) {
    throw new Mistake('reserved-character', headerSpan, 'Internal error');
  }
  if (depth > 0) {
    while (more && (lines.isBlank || lines.indentation >= depth)) {
      taken.push(lines.line.slice(depth));
      move();
    }
  } else if (more) taken.push('');

  if (more) {
    taken.push('');
    lines.previous();
  } else if (lines.offset + lines.index < documentLines - 1) taken.push('');
  return [chomp(header.folded ? fold(taken) : taken.join('\n'), header.chomping), end];
}

function fold(lines: readonly string[]): string {
  let text = '';
  let previous: 'start' | 'blank' | 'indented' | 'words' = 'start';
  for (const line of lines) {
    if (line === '') {
      text += '\n';
      previous = 'blank';
    } else if (line.startsWith(' ')) {
      text += `\n${line}`;
      previous = 'indented';
    } else {
      text += previous === 'indented' ? `\n${line}` : previous === 'words' ? ` ${line}` : line;
      previous = 'words';
    }
  }
  return text;
}

function chomp(text: string, chomping: '' | '+' | '-'): string {
  if (chomping === '+') return text;
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end--;
  return text.slice(0, end) + (chomping === '' && end < text.length ? '\n' : '');
}
