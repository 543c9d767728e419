import { styleText } from 'node:util';
import type { Doubt } from '../core/remote/answer.ts';
import type { CheckedProblem, CheckResult } from './check.ts';

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue' } as const;

/** The result for people: the problems by file, then a line that counts them. */
export function formatText({ posts, collections, problems, remote }: CheckResult, colours: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(style, text) : text;
  const lines: string[] = [];
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const own = problems.filter((problem) => problem.file === file);
    lines.push(paint('underline', file));
    for (const { start, severity, message, rule } of own) {
      const place = `${start.line}:${start.column}`.padEnd(8);
      lines.push(`  ${place} ${paint(COLOURS[severity], severity)}  ${message}  ${paint('dim', rule)}`);
    }
    lines.push('');
  }
  if (remote && remote.unsure.length > 0) {
    lines.push(paint('underline', 'Could not be checked, so they may be fine:'));
    for (const { address, why } of remote.unsure) lines.push(`  ${address}  ${paint('dim', DOUBTS[why])}`);
    lines.push('');
  }
  return [...lines, `${count(posts, 'file')} checked${places(collections)}: ${summary(problems)}.`].join(
    '\n',
  );
}

/** Which files those were: not all of them are posts. */
function places(collections: CheckResult['collections']): string {
  const { '': pages = 0, ...named } = collections;
  const parts = Object.entries(named).map(([name, number]) => `${number} in ${name}`);
  if (parts.length === 0) return '';
  return ` (${[...parts, ...(pages > 0 ? [count(pages, 'page')] : [])].join(', ')})`;
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  timeout: 'no answer in time',
  unreachable: 'no connection',
  refused: 'the server refuses access',
  busy: 'too many requests for the server',
  'server-error': 'the server has an error',
  redirects: 'redirects without end, or to a server that is never asked',
  unclear: 'what it sends is unclear',
};

function summary(problems: readonly CheckedProblem[]): string {
  if (problems.length === 0) return 'nothing to fix';
  const parts = Object.keys(COLOURS).flatMap((severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    if (number === 0) return [];
    return severity === 'information' ? [`${number} for information`] : [count(number, severity)];
  });
  return parts.join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
