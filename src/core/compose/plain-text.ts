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
  parser.end(body.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*\s*$/gm, ' '));
  return parts
    .join('')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])(?:\{[^}\n]*\})?/g, ' ')
    .replace(/\]\([^)\n]*\)(?:\{[^}\n]*\})?/g, ' ')
    .replace(/[*_~#>|[\]!]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
