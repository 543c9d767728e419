import { Parser } from 'htmlparser2';

const UNREAD = new Set(['script', 'style', 'template', 'pre', 'code']);

/**
 * The words of a body as a reader reads them: without tags, code, pictures, addresses and Markdown's marks. Good enough to
 * count words and to find what a text is about; not a rendering.
 */
export function plainText(body: string): string {
  const parts: string[] = [];
  let unread = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNREAD.has(name)) unread += 1;
    },
    onclosetag: (name) => {
      if (UNREAD.has(name)) unread -= 1;
      parts.push(' ');
    },
    ontext: (text) => {
      if (unread <= 0) parts.push(text);
    },
  });
  parser.end(withoutFences(body));
  return parts
    .join('')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])(?:\{[^}\n]*\})?/g, ' ')
    .replace(/\]\([^)\n]{0,2000}\)(?:\{[^}\n]{0,2000}\})?/g, ' ')
    .replace(/[*_~#>|[\]!]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text without its fenced code; a fence that nothing closes goes on to the end. */
function withoutFences(text: string): string {
  let fence: string | undefined;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const [marks] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined) {
      fence = marks;
      if (marks === undefined) lines.push(line);
    } else if (marks?.startsWith(fence) && line.slice(marks.length).trim() === '') fence = undefined;
  }
  return lines.join('\n');
}
