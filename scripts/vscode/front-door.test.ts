import assert from 'node:assert/strict';
import { createServer, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { type FrontDoor, openFrontDoor } from './front-door.ts';

const server = createServer((request, response) => response.end(`answer to ${request.url}`));
server.on('upgrade', (request, socket) => {
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n\r\n${request.headers.upgrade} `);
  socket.pipe(socket);
});
let door: FrontDoor;
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  door = await openFrontDoor({ port }, (host) => `/window-for-${host}`, undefined);
});
after(async () => {
  await door[Symbol.asyncDispose]();
  server.close();
});

function ask(path: string, host = `127.0.0.1:${door.port}`): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: door.port, path, headers: { host } }, resolve).on('error', reject);
  });
}

test('the bare address leads to the window, under the name that was asked for', async () => {
  const answer = await ask('/', `localhost:${door.port}`);
  assert.equal(answer.statusCode, 302);
  assert.equal(answer.headers.location, `/window-for-localhost:${door.port}`);
});

test('the rest is passed on', async () => {
  assert.equal(await text(await ask('/static/x?y=1')), 'answer to /static/x?y=1');
});

test('another name for this machine is refused, for pages and for sockets', async () => {
  assert.equal((await ask('/', 'evil.example')).statusCode, 403);
  const socket = connect(door.port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  assert.equal(await text(socket), '');
});

test('a web socket is passed on, both ways', async () => {
  const socket = connect(door.port, '127.0.0.1');
  socket.write(`GET /s HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  socket.once('data', () => socket.end('hello'));
  const heard = text(socket);
  assert.match(await heard, /^HTTP\/1\.1 101 .*\r\n\r\nwebsocket hello$/);
});

test('a port that is taken is named', async () => {
  const other = { port: (server.address() as AddressInfo).port };
  await assert.rejects(
    openFrontDoor(other, () => '/', door.port),
    new RegExp(`Port ${door.port} is taken`),
  );
});
