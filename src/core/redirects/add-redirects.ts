import { span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import {
  isSameAddress,
  type Redirect,
  type RedirectFormat,
  toRedirect,
  withoutSpaces,
} from './redirect-format.ts';

/**
 * The edit of a file of redirects after which old addresses lead to new ones, each in one step: what led to an old one
 * leads to the new one at once, and an address that is a page's again leads nowhere else.
 * @returns undefined when the text is no file of this format; null when nothing is to be changed.
 */
export function addRedirects(
  text: string,
  format: RedirectFormat,
  redirects: readonly Redirect[],
): TextEdit | null | undefined {
  let now = text;
  if (!format.isWritable(now)) return undefined;
  for (const { to } of redirects) now = format.remove(now, to);
  for (const redirect of redirects) {
    const { from } = redirect;
    const to = withoutSpaces(redirect.to);
    // Two pages that change places have no old addresses.
    if (redirects.some((each) => isSameAddress(each.to, from))) continue;
    for (const rule of format.read(now) ?? []) {
      const each = toRedirect(rule);
      if (each && isSameAddress(each.to, from)) now = format.set(now, { from: each.from, to });
    }
    now = format.set(now, { from, to });
  }
  return now === text ? null : difference(text, now);
}

/** One edit that makes the second text of the first. */
function difference(before: string, after: string): TextEdit {
  let [start, end] = [0, 0];
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start += 1;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { span: span(start, before.length - end), text: after.slice(start, after.length - end) };
}
