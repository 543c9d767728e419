import { type AddressPattern, withoutSlash, withSpaces } from './address-pattern.ts';

/** An address that readers may still have, and the one where they find the page now; both start with a slash. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** A rule by which a host answers at addresses that the site may have no file for. */
export interface RedirectRule {
  readonly from: AddressPattern;
  /** The one address that it leads to for good; undefined where it does something else. */
  readonly to: string | undefined;
}

/** How a host's file is read. */
export interface RedirectReader {
  /** The rules; undefined when the text is no such file. */
  read(text: string): readonly RedirectRule[] | undefined;
}

/** How a host's file of redirects is read and changed. Whatever else the file holds stays as it is. */
export interface RedirectFormat extends RedirectReader {
  /** Whether a text is a file of this kind from its first line to its last, so that a rule may be written into it. */
  isWritable(text: string): boolean;
  /** The text in which an address leads to another: one that has a redirect gets another aim. */
  set(text: string, redirect: Redirect): string;
  /** The text without the redirects from an address. */
  remove(text: string, from: string): string;
}

/** A rule that leads from one address to another, as a redirect. */
export function toRedirect({ from, to }: RedirectRule): Redirect | undefined {
  return to !== undefined && (from.kind === 'address' || from.kind === 'below')
    ? { from: from.address, to }
    : undefined;
}

/** Whether two addresses are one but for a slash at the end, and for how a space is written. */
export function isSameAddress(a: string, b: string): boolean {
  return withSpaces(withoutSlash(a)) === withSpaces(withoutSlash(b));
}

/** An address as browsers ask for it: with a code for each space. */
export function withoutSpaces(address: string): string {
  return address.replaceAll(' ', '%20');
}
