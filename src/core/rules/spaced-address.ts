import type { Reference } from '../post/references.ts';
import { isImageName } from '../site/similar.ts';
import { type Message, message } from '../text/message.ts';
import type { Finding, RuleContext } from './rule.ts';

/** The addresses with a space in them of a post's images or links: what readers see of each, and how to write it. */
export function* spacedAddressesOf(
  kind: Reference['kind'],
  { spacedAddresses }: Pick<RuleContext, 'spacedAddresses'>,
): Iterable<Finding> {
  for (const reference of spacedAddresses) {
    const finding = reference.kind === kind ? spacedAddress(reference) : undefined;
    if (finding) yield finding;
  }
}

function spacedAddress({ kind, address = '', addressSpan: span }: Reference): Finding | undefined {
  if (!span || !isAddress(kind, address)) return undefined;
  const { first, rest } = parts(address);
  const put = (text: string) => ({
    title: message('Change to `{0}`', text),
    edits: [{ span, text }],
    preferred: true,
  });
  if (!isTitle(kind, address)) {
    return {
      span,
      message: message(
        '{0}: an address can’t have spaces in it. Write `%20` in their places.',
        whatIsSeen(kind),
      ),
      ...(!/["']|\s\//.test(rest) && { fixes: () => [put(address.replace(/[ \t]/g, '%20'))] }),
    };
  }
  const title = rest.replace(QUOTES_AROUND, '').trim();
  return {
    span,
    message: message(
      '{0}: only a title in straight quotes may follow the address, as in `{1}`.',
      whatIsSeen(kind),
      '(/address "title")',
    ),
    ...(title !== '' && !/["\\]|^=\d*x\d*$/.test(title) && { fixes: () => [put(`${first} "${title}"`)] }),
  };
}

function whatIsSeen(kind: Reference['kind']): Message {
  return kind === 'image'
    ? message('Readers see these characters instead of an image')
    : message('Readers see these characters instead of a link');
}

/** Whether an address is surely meant, and no remark in parentheses. */
function isAddress(kind: Reference['kind'], address: string): boolean {
  return kind === 'image'
    ? /\//.test(address) || isImageName(address) || isImageName(parts(address).first)
    : /^(?:\.{0,2}\/[^\s/]|https?:\/\/[^\s/])/i.test(address);
}

/** Whether the address ends at the first space, and a title without straight quotes follows. */
function isTitle(kind: Reference['kind'], address: string): boolean {
  const { first, rest } = parts(address);
  if (/^["'“”„‘’‚«»‹›]/.test(rest) || /^https?:\/\/[^/]*$/i.test(first)) return true;
  return kind === 'image' && isImageName(first) && !isImageName(address);
}

const QUOTES_AROUND = /^["'“”„‘’‚«»‹›]+|["'“”„‘’‚«»‹›]+$/g;

function parts(address: string): { readonly first: string; readonly rest: string } {
  const first = /^\S*/.exec(address)?.[0] ?? '';
  return { first, rest: address.slice(first.length).trim() };
}
