import { FetchWeb } from '../../src/core/remote/fetch-web.ts';

/** How much faster than in life the clock of the tests runs, so that nobody waits for what hangs. */
const FASTER = 20;

/** Nobody listens there. */
const CLOSED = 1;

/**
 * The web as Copydesk sees it, all of whose hosts are one server on this machine; but nothing listens at `down.net` and below it,
 * and `unknown.net` is no host at all.
 */
export function localWeb(port: number): FetchWeb<AbortSignal> {
  return new FetchWeb<AbortSignal>(
    {
      fetch: (address, options) => {
        const { hostname, pathname } = new URL(address);
        if (hostname === 'unknown.net') return fetch('http://no-such-host.invalid/', options);
        if (/(?:^|\.)down\.net$/.test(hostname)) return fetch(`http://127.0.0.1:${CLOSED}/`, options);
        return fetch(`http://127.0.0.1:${port}/${hostname}${pathname}`, options);
      },
      newAbort: () => new AbortController(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds / FASTER);
        return () => clearTimeout(timer);
      },
    },
    'Copydesk/test',
  );
}
