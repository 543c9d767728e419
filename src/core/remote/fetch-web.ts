import type { Use, Web, WebFailure, WebResponse } from './web.ts';

/** What Node and browsers have for the web. `Signal` is the host's own `AbortSignal`. */
export interface WebHost<Signal> {
  readonly fetch: (
    address: string,
    options: {
      readonly method: string;
      readonly headers: Record<string, string>;
      readonly redirect: 'manual' | 'follow';
      readonly credentials: 'omit';
      readonly referrerPolicy: 'no-referrer';
      readonly signal: Signal;
    },
  ) => Promise<Fetched>;
  readonly newAbort: () => { readonly signal: Signal; abort(): void };
  /** Runs something after so many milliseconds. @returns a way to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

interface Fetched {
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): Reader } | null;
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** How long a server has for its answer, in milliseconds. */
const PATIENCE = 10_000;

/** How much of a body is read: enough to know an image by. */
const FIRST_BYTES = 4096;

/** What browsers ask for: some servers send one thing to those and another to others. */
const ACCEPT: Readonly<Record<Use, string>> = {
  image: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
};

/**
 * The web by way of `fetch`. No cookies and no referrer are sent.
 * @param agent who asks, for the servers’ logs; undefined in a browser, which says itself.
 */
export class FetchWeb<Signal> implements Web {
  readonly #host: WebHost<Signal>;
  readonly #agent: string | undefined;
  readonly #patience: number;
  readonly #stops = new Set<() => void>();

  constructor(host: WebHost<Signal>, agent: string | undefined, patience: number = PATIENCE) {
    this.#host = host;
    this.#agent = agent;
    this.#patience = patience;
  }

  async request(method: 'HEAD' | 'GET', address: string, use: Use): Promise<WebResponse | WebFailure> {
    const abort = this.#host.newAbort();
    let why: WebFailure['why'] = 'unreachable';
    const callOff = this.#host.after(this.#patience, () => {
      why = 'timeout';
      abort.abort();
    });
    const stop = () => abort.abort();
    this.#stops.add(stop);
    const headers = {
      Accept: ACCEPT[use],
      ...(this.#agent !== undefined && { 'User-Agent': this.#agent }),
      ...(method === 'GET' && { Range: `bytes=0-${FIRST_BYTES - 1}` }),
    };
    try {
      const ask = (redirect: 'manual' | 'follow') =>
        this.#host.fetch(address, {
          method,
          headers,
          redirect,
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          signal: abort.signal,
        });
      const first = await ask('manual');
      // A browser shows no redirect to whom asks: it only follows them.
      const answer = first.type === 'opaqueredirect' ? await ask('follow') : first;
      const bytes = await readStart(answer.body, method === 'GET' && use === 'image' ? FIRST_BYTES : 0);
      return this.#response(answer, address, bytes);
    } catch {
      return { kind: 'failure', why };
    } finally {
      callOff();
      this.#stops.delete(stop);
    }
  }

  now(): number {
    return Date.now();
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        callOff();
        this.#stops.delete(wake);
        resolve();
      };
      const callOff = this.#host.after(milliseconds, wake);
      this.#stops.add(wake);
    });
  }

  stop(): void {
    for (const stop of [...this.#stops]) stop();
  }

  #response({ status, headers }: Fetched, address: string, bytes: Uint8Array): WebResponse {
    const location = headers.get('location');
    return {
      kind: 'response',
      status,
      type: headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
      location: location === null ? undefined : new URL(location, address).href,
      retryAfter: headers.get('retry-after') ?? undefined,
      bytes,
    };
  }
}

/** The first bytes of a body, which may have no end. The rest is refused, so that the server need not send it. */
async function readStart(body: Fetched['body'], most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  const reader = body?.getReader();
  let length = 0;
  while (reader && length < most) {
    const { done, value } = await reader.read();
    if (done || !value) break;
    const part = value.subarray(0, most - length);
    bytes.set(part, length);
    length += part.length;
  }
  // A body that is refused may say so by an error: there is nothing left to do about it.
  reader?.cancel().catch(() => {});
  return bytes.subarray(0, length);
}
