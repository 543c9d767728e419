import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const PAGE = '<!doctype html><title>A page</title><svg width="1" height="1"></svg>';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers with this status to HEAD and GET. */
function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => response.writeHead(code, headers).end();
}

/** Answers one way to HEAD and another to GET. */
function unlike(head: Answer, get: Answer): Answer {
  return (request, response) => (request.method === 'HEAD' ? head : get)(request, response);
}

function send(type: string, body: string | Buffer): Answer {
  return (_request, response) => response.writeHead(200, { 'Content-Type': type }).end(body);
}

const refused = status(405);

/** What is at each path; `{n}` paths count on. */
const answers: Readonly<Record<string, Answer>> = {
  '/fine.png': send('image/png', PNG),
  '/page': send('text/html; charset=utf-8', PAGE),
  '/no-head.png': unlike(refused, send('image/png', PNG)),
  '/head-says-404': unlike(status(404), send('text/html', PAGE)),
  '/head-says-404.png': unlike(status(404), send('image/png', PNG)),
  '/head-hangs': unlike(() => {}, send('text/html', PAGE)),
  '/head-resets': unlike((request) => request.socket.destroy(), send('text/html', PAGE)),
  '/gone': status(410),
  '/page.png': send('text/html', PAGE),
  '/film.png': send('video/mp4', Buffer.from('\0\0\0\x18ftypmp42')),
  '/typed-as-text.png': send('text/plain', PNG),
  '/typed-as-html.png': send('text/html', PNG),
  '/untyped.png': send('', PNG),
  '/unknown.png': send('application/octet-stream', 'no image'),
  '/empty.png': unlike(refused, send('text/html', '')),
  '/members': status(401),
  '/robots': status(403),
  '/teapot': status(418),
  '/error': status(500),
  '/busy': status(429),
  '/busy-for-a-day': status(503, { 'Retry-After': '86400' }),
  '/moved': status(301, { Location: '/moved-again' }),
  '/moved-again': status(302, { Location: 'https://elsewhere.org/page' }),
  '/moved-to-nothing': status(308, { Location: '/nothing' }),
  '/circle': status(302, { Location: '/circle-2' }),
  '/circle-2': status(302, { Location: '/circle' }),
  '/home': status(302, { Location: 'http://localhost:3000/' }),
  '/to-mail': status(302, { Location: 'mailto:desk@elsewhere.org' }),
  '/nowhere': status(302, { Location: 'https://' }),
  '/hangs': () => {},
  '/hangs-halfway.png': unlike(refused, (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    response.write(PNG.subarray(0, 4));
  }),
  '/breaks-off.png': unlike(refused, (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '9000' });
    response.write('<!doctype html>', () => request.socket.destroy());
  }),
  '/resets': (request) => request.socket.destroy(),
  '/slow': (_request, response) => {
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE), 30);
  },
};

/** A real server on this machine that behaves in every way that servers misbehave. */
export interface OddServer extends AsyncDisposable {
  readonly port: number;
  /** What was asked, in order: method, host and path. */
  readonly asked: readonly string[];
  /** The headers of the last request. */
  readonly headers: IncomingMessage['headers'];
  /** The most requests that were under way at a time to each host. */
  readonly crowds: ReadonlyMap<string, number>;
  /** How much of the body without end was taken off it before it was hung up on, in bytes. */
  readonly endless: Promise<number>;
}

/**
 * Starts it. The host that is meant is the first part of the path: `/charts.net/fine.png`. It is also a proxy, which
 * takes every host for itself.
 */
export async function oddServer(): Promise<OddServer> {
  const asked: string[] = [];
  const running = new Map<string, number>();
  const crowds = new Map<string, number>();
  const endless = Promise.withResolvers<number>();
  let headers: IncomingMessage['headers'] = {};
  let busy = 1;

  const server = createServer((request, response) => {
    const { host: named = '' } = request.headers;
    const isProxied = !named.startsWith('127.0.0.1');
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    const [, host = '', path = ''] = isProxied
      ? ['', named, pathname]
      : (/^\/([^/]+)(.*)$/.exec(pathname) ?? []);
    asked.push(`${request.method} ${host}${path}`);
    headers = request.headers;
    const now = (running.get(host) ?? 0) + 1;
    running.set(host, now);
    crowds.set(host, Math.max(crowds.get(host) ?? 0, now));
    response.on('close', () => running.set(host, (running.get(host) ?? 1) - 1));
    const hop = Number(/^\/hop-(\d+)$/.exec(path)?.[1]);
    if (hop) status(302, { Location: `/hop-${hop + 1}` })(request, response);
    else if (path === '/busy-once') {
      if (busy-- > 0) status(429, { 'Retry-After': '1' })(request, response);
      else send('text/html', PAGE)(request, response);
    } else if (path === '/endless.png') unlike(refused, flood)(request, response);
    else if (path.startsWith('/slow')) answers['/slow']?.(request, response);
    else (answers[path] ?? status(404))(request, response);
  });

  /** A body that goes on for ever, as fast as somebody takes it. */
  const flood: Answer = (request, response) => {
    const chunk = Buffer.alloc(64 * 1024, PNG);
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    const more = () => {
      while (response.write(chunk));
    };
    response.on('drain', more);
    request.socket.on('close', () => endless.resolve(request.socket.bytesWritten));
    more();
  };

  // What a proxy is asked for: a way to a host, on which the request then comes.
  server.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    server.emit('connection', socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    crowds,
    endless: endless.promise,
    get headers() {
      return headers;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
