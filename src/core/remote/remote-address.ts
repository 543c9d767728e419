import type { Use } from './web.ts';

/** What is asked of another server: whether an address leads to something, as what it is meant. */
export type RemoteQuestion = `${Use} ${string}`;

/** Names that lead nowhere on the web: RFC 2606, RFC 6761, RFC 6762, RFC 8375, and what companies use inside. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|test|example|invalid|local|internal|intranet|lan|home\.arpa)$/;

/** Addresses of one's own machine and network: RFC 1122, RFC 1918, RFC 3927, RFC 4193, RFC 4291. */
const LOCAL_IP =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^\[(?:::1?|::ffff:.*|f[cd][\da-f]*:.*|fe[89ab][\da-f]*:.*)\]$/;

/**
 * The question that an address of a post puts.
 * @param address as the page has it, of kind `remote`; `//host/…` is asked for by `https:`.
 * @returns undefined where nobody is asked: on the writer's own machine or network, with a password in the address.
 */
export function questionOf(use: Use, address: string): RemoteQuestion | undefined {
  const absolute = address.trim().replace(/^\/\//, 'https://').replace(/#.*$/s, '');
  return hostOf(absolute) === undefined ? undefined : `${use} ${absolute}`;
}

/** A question's two parts. */
export function partsOf(question: RemoteQuestion): { readonly use: Use; readonly address: string } {
  const at = question.indexOf(' ');
  return { use: question.startsWith('image ') ? 'image' : 'page', address: question.slice(at + 1) };
}

/**
 * The host of an address that may be asked, in lower case and with its port.
 * @returns undefined for one's own machine or network, and for what is no address of the web.
 */
export function hostOf(address: string): string | undefined {
  const host = /^https?:\/\/([^/?#\\@\s]+)(?:[/?#]|$)/i.exec(address)?.[1]?.toLowerCase();
  const name = host?.replace(/:\d*$/, '').replace(/\.$/, '');
  if (!host || !name || LOCAL_NAME.test(name) || LOCAL_IP.test(name)) return undefined;
  // A name without a dot is one of the writer's own network.
  return name.includes('.') || name.startsWith('[') ? host : undefined;
}
