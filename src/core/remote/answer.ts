import { startsAsImage } from '../image/image-facts.ts';
import { hostOf } from './remote-address.ts';
import type { Use, Web, WebFailure, WebResponse } from './web.ts';

/** Why nothing can be said of an address. None of these is a problem of the post. */
export type Doubt =
  | WebFailure['why']
  /** The server wants to know who asks, or takes the question for an attack: 401, 403 and their like. */
  | 'refused'
  /** It is asked too much. */
  | 'busy'
  | 'server-error'
  /** Redirects that go in a circle, go on for ever, or lead where nobody is asked. */
  | 'redirects'
  /** It sent something, and nobody can tell what it is. */
  | 'unclear';

/** What is known of an address on another server. */
export type RemoteAnswer =
  | { readonly kind: 'there' }
  /** The server says that there is nothing (404) or nothing any more (410), to HEAD and to GET. */
  | { readonly kind: 'gone'; readonly status: number }
  /** It sends something else: neither its media type nor its bytes are an image's. */
  | { readonly kind: 'not-an-image'; readonly type: string }
  | { readonly kind: 'unsure'; readonly why: Doubt; readonly retryAfter?: string };

/** As many redirects as are followed: the Fetch standard allows 20, no sound address needs more than a few. */
const MOST_REDIRECTS = 8;

/**
 * Asks for one address: by HEAD, which costs a server least, and where that doesn't settle it by GET for the first
 * bytes. Only what GET says is held against an address, as many servers answer HEAD wrongly.
 * @param goesOn whether anybody still wants to know: it is looked at before each request. Once nobody does, no more is
 * asked, and what comes of it says nothing of the address.
 */
export async function ask(
  web: Web,
  use: Use,
  address: string,
  goesOn: () => boolean = () => true,
): Promise<RemoteAnswer> {
  const head = await follow(web, 'HEAD', use, address, goesOn);
  if (head.kind === 'response' && isFine(head, use)) return { kind: 'there' };
  if (head.kind === 'response' && head.status === 429) return judge(head, use);
  if (head.kind === 'redirects') return { kind: 'unsure', why: 'redirects' };
  const get = await follow(web, 'GET', use, address, goesOn);
  if (get.kind === 'redirects') return { kind: 'unsure', why: 'redirects' };
  return get.kind === 'failure' ? { kind: 'unsure', why: get.why } : judge(get, use);
}

/** What the answer to a GET says of an address. */
export function judge(response: WebResponse, use: Use): RemoteAnswer {
  const { status, retryAfter, type } = response;
  const doubt = (why: Doubt) => ({ kind: 'unsure' as const, why, ...(retryAfter && { retryAfter }) });
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status === 429) return doubt('busy');
  if (status >= 500) return doubt('server-error');
  if (status < 200 || status >= 300) return doubt('refused');
  if (use === 'page' || holdsImage(response)) return { kind: 'there' };
  return isOtherType(type) && response.bytes.length > 0
    ? { kind: 'not-an-image', type }
    : { kind: 'unsure', why: 'unclear' };
}

function isFine({ status, type }: WebResponse, use: Use): boolean {
  return status >= 200 && status < 300 && (use === 'page' || type.startsWith('image/'));
}

function holdsImage({ type, bytes }: WebResponse): boolean {
  return type.startsWith('image/') || (startsAsImage(bytes) && !isHtml(bytes));
}

/** Whether bytes are a web page's, which may hold an SVG image further down. */
function isHtml(bytes: Uint8Array): boolean {
  let start = String.fromCharCode(...bytes.subarray(0, 256)).replace(/^\xEF\xBB\xBF/, '');
  for (start = start.trimStart(); start.startsWith('<!--'); ) {
    const end = start.indexOf('-->', '<!--'.length);
    if (end === -1) return false;
    start = start.slice(end + '-->'.length).trimStart();
  }
  return /^<(?:!doctype html|html|head|body)\b/i.test(start);
}

/** Media types that browsers never show as an image. */
function isOtherType(type: string): boolean {
  return /^(?:text|video|audio|font)\/|^application\/(?!octet-stream|binary|force-download)/.test(type);
}

async function follow(
  web: Web,
  method: 'HEAD' | 'GET',
  use: Use,
  address: string,
  goesOn: () => boolean,
): Promise<WebResponse | WebFailure | { readonly kind: 'redirects' }> {
  const seen = new Set<string>();
  for (let at = address; seen.size <= MOST_REDIRECTS && !seen.has(at) && hostOf(at) !== undefined; ) {
    if (!goesOn()) return { kind: 'failure', why: 'unreachable' };
    seen.add(at);
    const response = await web.request(method, at, use);
    const isRedirect = response.kind === 'response' && response.status >= 300 && response.status < 400;
    if (!isRedirect || response.location === undefined) return response;
    at = response.location;
  }
  return { kind: 'redirects' };
}
