import * as vscode from 'vscode';
import type { Message } from '../../core/text/message.ts';
import { toText } from '../convert.ts';

/**
 * A message as Markdown: its template is Markdown in the reader's language, what goes into it is plain text. Written
 * between backticks, `{0}` becomes code whatever is in it.
 */
export function toMarkdown({ template, args }: Message): string {
  return vscode.l10n.t(template).replace(/`\{(\d+)\}`|\{(\d+)\}/g, (whole, code?: string, plain?: string) => {
    const arg = args[Number(code ?? plain)];
    if (arg === undefined) return whole;
    return code === undefined ? escaped(toText(arg)) : asCode(toText(arg));
  });
}

/** Plain text as Markdown that shows it as it is, on one line. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+\-.!|~&$]/g, '\\$&');
}

/** Plain text as code: with more backticks around it than it has in a row. */
function asCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const most = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(most + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
