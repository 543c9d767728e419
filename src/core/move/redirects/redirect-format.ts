/** An address that readers may still have, and the one where they find the page now; both start with a slash. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** How a host's file of redirects is read and changed. Whatever else the file holds stays as it is. */
export interface RedirectFormat {
  /** The redirects from one address to another; undefined when the text is no such file. */
  read(text: string): readonly Redirect[] | undefined;
  /** The text in which an address leads to another: one that has a redirect gets another aim. */
  set(text: string, redirect: Redirect): string;
  /** The text without the redirects from an address. */
  remove(text: string, from: string): string;
}

/** An address without a slash at its end, as hosts compare them. */
export function withoutSlash(address: string): string {
  return address.replace(/(?<=.)\/$/, '');
}

/** Whether two addresses are one but for a slash at the end. */
export function isSameAddress(a: string, b: string): boolean {
  return withoutSlash(a) === withoutSlash(b);
}
