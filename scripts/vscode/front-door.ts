import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Fault } from '../machine/fault.mjs';
import { owned } from '../machine/owned.ts';

/** A short address that opens a window, such as http://127.0.0.1:4455/. */
export interface FrontDoor extends AsyncDisposable {
  readonly port: number;
}

/** A number without meaning, tried first so that an open tab finds VS Code again after a restart. */
const usualPort = 4455;

/**
 * Listens on this machine and passes everything on to VS Code's server. The bare address is answered with the
 * way to the window, whose real address holds the folder, the extension and the token and is too long to type.
 * @param server where VS Code listens
 * @param windowPath the way to the window, for the host that the browser asked for
 * @param port the one asked for; without it the usual one, or any that is free
 */
export async function openFrontDoor(
  server: { readonly port: number },
  windowPath: (host: string) => string,
  port: number | undefined,
): Promise<FrontDoor> {
  const onward = (from: IncomingMessage) => ({
    host: '127.0.0.1',
    port: server.port,
    method: from.method ?? 'GET',
    path: from.url ?? '/',
    headers: from.headers,
  });
  const door = createServer((from, to) => {
    const host = from.headers.host ?? '';
    // Another name for this machine would let a page from elsewhere in (DNS rebinding).
    if (!isThisMachine(host)) return void to.writeHead(403).end('Copydesk answers this machine only.');
    if (from.url === '/') return void to.writeHead(302, { location: windowPath(host) }).end();
    const passed = request(onward(from), (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    passed.on('error', () => to.headersSent || to.writeHead(502).end('VS Code isn’t answering.'));
    from.pipe(passed);
  });
  // Web sockets, which carry all that the window and the extension host say to each other.
  door.on('upgrade', (from, socket, head) => {
    if (!isThisMachine(from.headers.host ?? '')) return void socket.destroy();
    const passed = connect(server.port, '127.0.0.1', () => {
      const lines = from.rawHeaders.flatMap((text, at, all) =>
        at % 2 === 0 ? [`${text}: ${all[at + 1]}`] : [],
      );
      passed.write(`${from.method} ${from.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      passed.write(head);
      passed.pipe(socket).pipe(passed);
    });
    passed.on('error', () => socket.destroy());
    socket.on('error', () => passed.destroy());
  });
  const listen = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      door.once('error', reject);
      door.listen(wanted, '127.0.0.1', () => resolve((door.address() as AddressInfo).port));
    });
  const taken = await listen(port ?? usualPort).catch((error: NodeJS.ErrnoException) => {
    if (port === undefined && error.code === 'EADDRINUSE') return listen(0);
    throw explained(error, port ?? usualPort);
  });
  return owned({ port: taken }, async () => {
    door.close();
    door.closeAllConnections();
  });
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Fault(`Port ${port} is taken by another program. Leave out --port to get a free one.`);
  }
  if (error.code === 'EACCES')
    return new Fault(`This user may not listen on port ${port}. Try one above 1024.`);
  return error;
}

function isThisMachine(host: string): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}
