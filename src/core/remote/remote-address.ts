import type { Use } from './web.ts';

/** What is asked of another server: whether an address leads to something, as what it is meant. */
export type RemoteQuestion = `${Use} ${string}`;

/** Names that lead nowhere on the web: RFC 2606, RFC 6761, RFC 6762, RFC 8375, and what companies use inside. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|test|example|invalid|local|internal|intranet|lan|home\.arpa)$/;

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
 * The host of an address that may be asked, as `fetch` will look for it: `0x7f.1` and `①②⑦.0.0.1` are 127.0.0.1 to it.
 * @returns the host in lower case, in Punycode, and with its port; undefined for a name of one's own machine or network,
 * for any IP address, as few posts name one and many of them are at home, and for what is no address of the web.
 */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, hostname, host } = new URL(address);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined;
  const name = hostname.replace(/\.$/, '');
  // A name without a dot is one of the writer's own network. Any host in numbers has become one of these two forms.
  const isName = name.includes('.') && !/^(?:[\d.]+|\[.*)$/.test(name);
  return isName && !LOCAL_NAME.test(name) ? host : undefined;
}
