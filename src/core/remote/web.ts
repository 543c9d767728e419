/** What a server answered to one request. */
export interface WebResponse {
  readonly kind: 'response';
  readonly status: number;
  /** The media type, in lower case and without parameters; empty where the server names none. */
  readonly type: string;
  /** Where a redirect leads: an absolute address. */
  readonly location: string | undefined;
  /** `Retry-After` as it was sent. */
  readonly retryAfter: string | undefined;
  /** The body's first bytes; none to a HEAD request. */
  readonly bytes: Uint8Array;
}

/** A request that nothing came of: no network, no such host, no answer in time, an answer that breaks off. */
export interface WebFailure {
  readonly kind: 'failure';
  readonly why: 'timeout' | 'unreachable';
}

/** What a request asks for; servers choose what they send by it. */
export type Use = 'image' | 'page';

/** The one port to the web: implemented over `fetch`, which each shell's host has. */
export interface Web {
  /** Makes one request and follows no redirect, unless the host doesn't show them. Never rejects. */
  request(method: 'HEAD' | 'GET', address: string, use: Use): Promise<WebResponse | WebFailure>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when it is all stopped. */
  sleep(milliseconds: number): Promise<void>;
  /** Breaks off what is under way. */
  stop(): void;
}
